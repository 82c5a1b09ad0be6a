// A desk from its keys to a reply, with nothing but the command line and the public addresses: what a technician and a villager do.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IntakeDesk, IntakeServer, Mailbox } from '@shengmian/contract'
import { deriveReporter, readDigits } from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plantRound, solve } from './testing/desk.ts'

let server: TestServer
let folder: string
let round: string
beforeAll(async () => {
  server = await startTestServer({ intakeTerms: { tries: 20, usual: 20, flood: 100 }, now: '2026-11-24T02:00:00Z' })
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-desk-'))
  round = await plantRound(server.database.admin)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const at = (name: string) => path.join(folder, name)
const bin = path.join(import.meta.dirname, '../../../../cli/bin/shengmian.mjs')

async function run(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [bin, 'report', ...args], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (out += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out }
}
async function done(...args: string[]): Promise<string> {
  const { code, out } = await run(...args)
  expect([args[0], code, out]).toEqual([args[0], 0, out])
  return out
}

it('A desk is opened with its keys, a report reaches the team, its answer the villager, and a poster is revoked', async () => {
  const where = ['--database', server.database.adminUrl, '--desk', 'village1']
  const trust = ['--manifest', at('e1/manifest-1'), '--root', at('root.pub')]
  await done('root', at('root'))
  const { acknowledge } = (await server.server.app.inject('/intake')).json<IntakeServer>()
  await done(
    'epoch',
    at('e1'),
    '--root',
    at('root'),
    '--round',
    'village1',
    '--acknowledge',
    acknowledge,
    '--from',
    '2026-11-23',
    '--until',
    '2026-12-06',
  )
  const ofRound = ['--authority', '421003000000', '--round-id', round, '--until', '2026-12-31']
  await done('publish', ...where, ...trust, ...ofRound)
  expect((await run('publish', ...where, ...trust)).out).toContain('only a higher one may follow')
  expect((await run('publish', '--database', server.database.adminUrl, '--desk', 'village2', ...trust)).out).toContain(
    'is for village1',
  )

  const [receipt = ''] = (await done('receipt')).split('\n')
  writeFileSync(at('report.json'), JSON.stringify({ text: '路修了一半。' }))
  await done('seal', at('report.json'), ...trust, '--receipt', receipt, '--out', at('sealed'))
  const answer = readDigits(receipt)
  if (answer.kind !== 'read') throw new Error(answer.why)
  const reporter = await deriveReporter(answer.receipt)
  await send(readFileSync(at('sealed/report.age')), reporter.mailbox)

  await done('fetch', at('box'), ...where)
  expect(JSON.parse(await done('open', at('box/000001.age'), '--key', at('e1/team.key'), '--round', 'village1'))).toMatchObject({
    text: '路修了一半。',
  })
  writeFileSync(at('words.txt'), '收到了，下周复查。')
  const keys = ['--key', at('e1/team.key'), '--reply-key', at('e1/reply.key'), '--day', '2026-11-24']
  await done('reply', at('box/000001.age'), at('words.txt'), ...keys, ...trust, '--out', at('reply.age'))
  expect((await run('post', at('reply.age'), ...where, '--number', '7')).out).toContain('no report of this number')
  await done('post', at('reply.age'), ...where, '--number', '1')
  const mailbox = await server.server.app.inject({
    method: 'POST',
    url: '/intake/village1/mailbox',
    payload: { fetch: reporter.fetch },
  })
  const [sealed = ''] = mailbox.json<Mailbox>().replies
  const mail = mkdtempSync(at('mail-'))
  writeFileSync(path.join(mail, '1.age'), Buffer.from(sealed, 'base64'))
  expect(await done('replies', mail, '--receipt', receipt, ...trust)).toContain('收到了，下周复查。')

  await done('revoke', 'p7', ...where, '--reason', '被撕')
  expect((await server.server.app.inject('/intake/village1')).json<IntakeDesk>().revoked).toEqual(['p7'])
  expect((await run('revoke', 'p7', ...where, '--reason', '被撕')).code).toBe(2)
})

async function send(envelope: Buffer, mailbox: string): Promise<void> {
  const challenge = await server.server.app.inject(`/intake/village1/challenge?bytes=${envelope.length}`)
  const sent = await server.server.app.inject({
    method: 'POST',
    url: '/intake/village1/reports',
    headers: {
      'content-type': 'application/octet-stream',
      'x-work': solve(challenge.json()),
      'x-mailbox': mailbox,
      'idempotency-key': '0123456789abcdef0123456789abcdef',
    },
    payload: envelope,
  })
  expect(sent.statusCode).toBe(201)
}
