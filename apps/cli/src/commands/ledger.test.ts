// The ledger as an outsider meets it: a folder and a policy of his own, and no network.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { buildLedger, makeSigner, policyOf, type Step } from '../../../../engines/ledger-verify/src/testing/small-ledger.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const log = makeSigner('example.com/log', 'ed25519')
const witnesses = [makeSigner('w.example/1', 'cosignature'), makeSigner('w.example/2', 'cosignature')]
const steps = Array.from({ length: 300 }, (_, k): Step => ({
  key: `r${k % 200}`,
  op: k < 200 ? 'insert' : 'update',
  content: `{"n":${k}}`,
}))

function lay(folder: string, many = 300): string {
  const { files } = buildLedger(steps.slice(0, many), [log, ...witnesses])
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

it('verify says that nothing was changed, what it looked at, and names whatever was', async () => {
  const desk = await aDesk()
  const [folder, older] = [lay(desk.path('log')), lay(desk.path('older'), 260)]
  const policy = await desk.lay('policy', policyOf(log, witnesses, 2))
  const asked = ['ledger', 'verify', folder, '--policy', policy, '--checkpoint', join(older, 'checkpoint'), '--copy', older]
  const sound = await shengmian(asked)
  expect(sound).toMatchObject({ code: 0, err: '' })
  expect(sound.out).toContain('300 entries, 200 records')
  expect(sound.out).toContain('200 rows compared')

  const rows = join(folder, 'rows.jsonl')
  writeFileSync(rows, readFileSync(rows, 'utf8').replace('{\\"n\\":150}', '{\\"n\\":7}'))
  const changed = await shengmian(asked)
  expect(changed.code).toBe(1)
  expect(changed.out).toMatch(/^changed rounds\.team 420000000000\/r150 — /m)
})

it('verify warns when whom to believe comes from what it verifies, and is silent on rows that are not there', async () => {
  const desk = await aDesk()
  const folder = lay(desk.path('log'))
  writeFileSync(join(folder, 'policy'), policyOf(log, witnesses, 2))
  rmSync(join(folder, 'salts.bin'))
  const { code, err } = await shengmian(['ledger', 'verify', folder])
  expect(code).toBe(0)
  expect(err).toContain('better give a --policy of your own')
  expect(err).toContain('nothing is said about the database')
})

it('bad input is told apart from tampering', async () => {
  const desk = await aDesk()
  const folder = lay(desk.path('log'))
  const wrong = await desk.lay('policy', 'quorum nobody\n')
  const note = await desk.lay('note.json', '{}')
  const policy = await desk.lay('good', policyOf(log, witnesses, 2))
  for (const [args, words] of [
    [['verify', desk.path('nothing')], 'not found'],
    [['verify', folder, '--policy', wrong], 'policy:1: "nobody" is not known'],
    [['verify', folder], '--policy FILE'],
    [['verify', note, '--policy', policy], 'is no proof of a record'],
    [['verify', note], '--policy FILE'],
    [['verify', folder, '--policy', desk.path('none')], 'no such file'],
    [['export', folder, '--database', 'postgres://x@127.0.0.1:1/x'], 'is not empty'],
    [['export', desk.path('out'), '--database', 'postgres://x@127.0.0.1:1/x'], 'database:'],
    [['witness', '--name', 'w'], 'is missing'],
    [['rewrite'], 'verify, export or witness'],
  ] as const) {
    const { code, err } = await shengmian(['ledger', ...args])
    expect([args, code]).toEqual([args, 2])
    expect(err).toContain(words)
  }
})

it('a witness cosigns over HTTP, remembers through a restart, and refuses a fork', async () => {
  const desk = await aDesk()
  const logs = await desk.lay('logs', policyOf(log, [], 0))
  const note = (many: number, bent = false) => {
    const made = bent ? steps.map((step, k) => (k === 3 ? { ...step, content: '{}' } : step)) : steps
    return new TextDecoder().decode(buildLedger(made.slice(0, many), [log]).files.get('checkpoint'))
  }
  const args = [
    'ledger',
    'witness',
    '--name',
    'shi.example/w',
    '--key',
    desk.path('w.pem'),
    '--logs',
    logs,
    '--state',
    desk.path('seen.jsonl'),
    '--port',
    '0',
  ]
  const answers: (readonly [number, string])[] = []
  const serve = async (bodies: readonly string[]) => {
    const bin = fileURLToPath(new URL('../../bin/shengmian.mjs', import.meta.url))
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    const address = await new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
        if (found !== undefined) resolve(found)
      })
    })
    for (const body of bodies) {
      const response = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
      answers.push([response.status, await response.text()])
    }
    child.kill('SIGTERM')
    await new Promise((resolve) => child.on('close', resolve))
  }
  await serve([`old 0\n\n${note(100)}`])
  await serve([`old 0\n\n${note(200)}`, `old 100\n\n${note(100)}`, `old 100\n\n${note(100, true)}`, `old 100\n\n${note(200)}`])
  expect(answers.map(([status]) => status)).toEqual([200, 409, 200, 409, 422])
  expect(answers[0]?.[1]).toMatch(/^— shi\.example\/w /)
  expect(answers[1]?.[1]).toBe('100\n')
  expect((await desk.names()).filter((name) => name !== 'logs')).toEqual(['seen.jsonl', 'w.pem'])
})
