// The public intake over HTTP on a real PostgreSQL: what is acknowledged is there, once, in the register; and nothing says who sent it.
import { createHash, randomBytes } from 'node:crypto'
import { startTestServer, type TestServer } from '@shengmian/testing'
import type { IntakeDesk, Mailbox, RegisterProof } from '@shengmian/contract'
import { openReport, readReplies, sealReply } from '@shengmian/sealing'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { urlOfRole } from '../../platform/roles.ts'
import { makePhone, plantDesk, random, solve, type Phone, type TestDesk } from './testing/desk.ts'

let server: TestServer
let desk: TestDesk
let phone: Phone
const app = () => server.server.app
const codeOf = (response: { json: () => unknown }) => (response.json() as { code: string }).code
const storedUnder = async (code: string) =>
  (
    await server.database.admin.query<{ count: number }>('select count(*)::int as count from intake.report where desk = $1', [
      code,
    ])
  ).rows[0]?.count

beforeAll(async () => {
  server = await startTestServer({ intakeTerms: { tries: 20, usual: 20, flood: 100 } })
  desk = await plantDesk(server.database.admin, app(), 'bai1')
  phone = await makePhone(app(), desk)
})
afterAll(() => server.stop())

describe('A report', () => {
  it('is acknowledged with a signature, a number and its day, and the team opens what is stored', async () => {
    const { envelope, hash } = phone.seal()
    const sent = await phone.send(envelope)
    expect(sent.statusCode).toBe(201)
    const acknowledged = phone.acknowledged(sent.payload)
    expect(acknowledged).toMatchObject({ round: 'bai1', envelope: hash, number: 1, day: '2026-11-21', size: 1 })
    const { rows } = await server.database.admin.query<{ envelope: Buffer; day: string }>(
      'select envelope, day::text from intake.report where desk = $1',
      ['bai1'],
    )
    expect(openReport(new Uint8Array(rows[0]?.envelope ?? []), [desk.team], 'bai1')).toMatchObject({ kind: 'opened', hash })
  })

  it('sent twice under one key is stored once and acknowledged in the same words; another under that key is refused', async () => {
    const before = await storedUnder('bai1')
    const [one, other] = [phone.seal(), phone.seal({ text: '另一件' })]
    const headers = { 'idempotency-key': randomBytes(16).toString('hex') }
    const work = await phone.work(one.envelope.length)
    const answers = [
      await phone.send(one.envelope, { ...headers, 'x-work': work }),
      // The answer was lost: the same challenge again.
      await phone.send(one.envelope, { ...headers, 'x-work': work }),
      await phone.send(one.envelope, headers),
    ]
    expect(new Set(answers.map(({ payload }) => payload)).size).toBe(1)
    const both = await Promise.all([phone.send(one.envelope, headers), phone.send(other.envelope, headers)])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 409])
    expect(await storedUnder('bai1')).toBe((before ?? 0) + 1)
  })

  it('sent by many at once is numbered without a gap, and each is proven to be in the register when its day is over', async () => {
    const own = await makePhone(app(), await plantDesk(server.database.admin, app(), 'many1'))
    const reports = Array.from({ length: 40 }, (_, at) => own.seal({ text: `第${at}件` }))
    const sent = await Promise.all(reports.map(({ envelope }) => own.send(envelope)))
    const numbers = sent.map(({ payload }) => own.acknowledged(payload).number).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
    const registered = async () => (await app().inject('/intake/many1')).json<IntakeDesk>().register
    const prove = async (number: number) => app().inject(`/intake/many1/register/${number}`)
    const [some] = numbers
    expect([(await registered()).size, (await prove(some ?? 0)).statusCode]).toEqual([0, 404])
    server.clock.set('2026-11-21T17:00:00Z')
    await server.server.intake.reportDesk('many1').refresh()
    const register = await registered()
    for (const { payload } of sent.slice(0, 5)) {
      const { number, envelope } = own.acknowledged(payload)
      const proof = (await prove(number)).json<RegisterProof>()
      expect(proof).toMatchObject(register)
      expect(rootFrom(envelope, proof)).toBe(proof.root)
    }
    // What comes on the next day shows in the register when that day is over, and the old proofs stay true until then.
    const late = own.acknowledged((await own.send(own.seal({ text: '第二天' }).envelope)).payload)
    expect([await registered(), (await prove(late.number)).statusCode]).toEqual([register, 404])
    expect((await prove(some ?? 0)).json()).toMatchObject(register)
    server.clock.set('2026-11-21T02:00:00Z')
  })

  it('needs work that was done for it, once', async () => {
    const { envelope } = phone.seal()
    const work = await phone.work(envelope.length)
    expect(codeOf(await phone.send(envelope, { 'x-work': '' }))).toBe('work-needed')
    expect(codeOf(await phone.send(envelope, { 'x-work': work.replace(/;.*/, `;${'0'.repeat(64)}`) }))).toBe('work-needed')
    expect(codeOf(await phone.send(envelope, { 'x-work': work.replace('bai1', 'bai2') }))).toBe('work-needed')
    const small = await phone.work(100)
    expect(codeOf(await phone.send(envelope, { 'x-work': small }))).toBe('work-needed')
    expect((await phone.send(envelope, { 'x-work': work })).statusCode).toBe(201)
    expect(codeOf(await phone.send(envelope, { 'x-work': work }))).toBe('work-needed')
    const old = await phone.work(envelope.length)
    server.clock.set('2026-11-21T02:11:00Z')
    expect(codeOf(await phone.send(envelope, { 'x-work': old }))).toBe('work-needed')
  })

  it('that is no envelope, too long, without a key or for a desk that is not there is refused', async () => {
    expect(codeOf(await phone.send(random(100)))).toBe('bad-request')
    expect((await phone.send(random(200_000))).statusCode).toBe(413)
    expect(codeOf(await phone.send(phone.seal().envelope, { 'idempotency-key': 'x' }))).toBe('key-missing')
    expect((await app().inject('/intake/nobody')).statusCode).toBe(404)
    const closed = await plantDesk(server.database.admin, app(), 'closed1', '2026-11-20')
    expect((await app().inject(`/intake/${closed.code}`)).json<IntakeDesk>()).toMatchObject({ isOpen: false })
    expect(codeOf(await app().inject(`/intake/${closed.code}/challenge?bytes=1`))).toBe('intake-closed')
  })
})

describe('A mailbox', () => {
  const ask = async (fetch: string) => app().inject({ method: 'POST', url: '/intake/bai1/mailbox', payload: { fetch } })

  it('gives the reporter his replies, and to any other receipt an answer of the same length', async () => {
    const { envelope, hash } = phone.seal()
    await phone.send(envelope)
    const opened = openReport(envelope, [desk.team], 'bai1')
    if (opened.kind !== 'opened') throw new Error(opened.why)
    const answered = { seq: 1, prev: null, about: hash, day: '2026-11-21', text: '收到了。', accepted: null }
    const reply = sealReply(answered, opened.report, desk.manifest, { replySecret: desk.replies.secret, random })
    await server.database.admin.query('insert into intake.reply (desk, mailbox, seq, envelope, day) values ($1, $2, 1, $3, $4)', [
      'bai1',
      Buffer.from(phone.reporter.mailbox, 'hex'),
      Buffer.from(reply?.envelope ?? []),
      '2026-11-21',
    ])
    const got = await ask(phone.reporter.fetch)
    const mailbox = got.json<Mailbox>()
    expect(mailbox.reports).toContain(hash)
    const manifests = (await app().inject('/intake/bai1'))
      .json<IntakeDesk>()
      .manifests.map((text) => new Uint8Array(Buffer.from(text)))
    const known = { root: desk.root.verify, round: 'bai1', manifests }
    const read = readReplies(
      mailbox.replies.map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
      phone.reporter,
      known,
    )
    expect(read).toMatchObject({ fault: null, replies: [{ text: '收到了。' }] })
    const none = await ask(randomBytes(32).toString('hex'))
    expect(none.json<Mailbox>()).toMatchObject({ replies: [], reports: [] })
    expect(none.payload).toHaveLength(16_384)
    const lonely = await makePhone(app(), desk)
    await lonely.send(lonely.seal().envelope)
    expect((await ask(lonely.reporter.fetch)).payload).toHaveLength(16_384)
  })

  it('is kept by the hash of what opens it: the database alone opens none', async () => {
    const { rows } = await server.database.admin.query<{ all: string }>(
      `select string_agg(r::text, '') as all from intake.report r`,
    )
    expect(rows[0]?.all).not.toContain(phone.reporter.fetch)
    expect(rows[0]?.all).toContain(phone.reporter.mailbox)
  })
})

describe('What the server keeps', () => {
  it('S0-24 Poster 7 revoked is listed as revoked and the others work; no address and no device is stored anywhere', async () => {
    await server.database.admin.query(`insert into intake.revoked_poster values ('bai1', 'p7', '2026-11-21', '撕掉了')`)
    expect((await app().inject('/intake/bai1')).json<IntakeDesk>().revoked).toEqual(['p7'])
    const marked = { 'user-agent': 'MARKED-DEVICE-77', 'x-forwarded-for': '203.0.113.77' }
    const response = await phone.send(phone.seal({ poster: 'p8' }).envelope, marked)
    expect(response.statusCode).toBe(201)
    expect(response.headers['set-cookie']).toBeUndefined()
    const { rows: tables } = await server.database.admin.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables) {
      const { rows } = await server.database.admin.query(
        `select 1 from ${name} t where t::text like any ('{%MARKED-DEVICE-77%,%203.0.113.77%}')`,
      )
      expect(rows, name).toEqual([])
    }
  })

  it('is days and never hours of whatever a reporter does; only what staff do with it has its time', async () => {
    const { rows } = await server.database.admin.query<{ table_name: string }>(
      `select distinct table_name from information_schema.columns where table_schema = 'intake' and data_type ~ 'time'`,
    )
    const reporters = ['report', 'release', 'released_attachment', 'attachment', 'piece', 'reply', 'register_day']
    expect(rows.filter(({ table_name }) => reporters.includes(table_name))).toEqual([])
    const { rows: logged } = await server.database.admin.query(
      `select 1 from ledger.pending where table_name in ('intake.report', 'intake.release', 'intake.released_attachment', 'intake.reply')`,
    )
    expect(logged).toEqual([])
  })

  it('shows nothing to an application without a session, and the intake reads nothing else and changes no report', async () => {
    const as = async (role: 'app' | 'intake', text: string) => {
      const client = new pg.Client({ connectionString: urlOfRole(server.database.adminUrl, role, server.database.secret) })
      await client.connect()
      try {
        return await client.query(text).then(
          ({ rowCount }) => (rowCount === 0 ? 'nothing' : 'done'),
          (error: { code: string }) => error.code,
        )
      } finally {
        await client.end()
      }
    }
    for (const table of ['report', 'release', 'released_attachment', 'attachment', 'piece', 'reply'])
      expect(await as('app', `select 1 from intake.${table}`), table).toMatch(/^(nothing|42501)$/)
    for (const text of [
      'select 1 from access.account',
      'update intake.report set day = day',
      'delete from intake.report',
      `insert into intake.manifest values ('bai1', 9, 'x')`,
    ])
      expect(await as('intake', text), text).toBe('42501')
    expect(await as('intake', 'select 1 from intake.report')).toBe('done')
  })

  it('closes each day of the register with a root that the ledger takes in', async () => {
    server.clock.set('2026-11-22T02:00:00Z')
    await phone.send(phone.seal().envelope)
    const { rows } = await server.database.admin.query<{ day: string; size: number }>(
      `select day::text, size::int from intake.register_day where desk = 'bai1'`,
    )
    expect(rows).toEqual([{ day: '2026-11-21', size: ((await storedUnder('bai1')) ?? 0) - 1 }])
    const { rows: pending } = await server.database.admin.query(
      `select 1 from ledger.pending where table_name = 'intake.register_day'`,
    )
    expect(pending.length).toBeGreaterThan(0)
  })
})

/** RFC 6962, 2.1.1, in the order in which a path is written: the verifier's own reading. */
function rootFrom(envelope: string, { number, size, path }: RegisterProof): string {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  let hash = sha(Buffer.of(0), Buffer.from(envelope, 'hex'))
  let [fn, sn] = [number - 1, size - 1]
  for (const step of path.map((text) => Buffer.from(text, 'hex'))) {
    if (fn % 2 === 1 || fn === sn) {
      hash = sha(Buffer.of(1), step, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else hash = sha(Buffer.of(1), hash, step)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return hash.toString('hex')
}

it('The work of a weak phone is the same for everybody and grows with all that is sent', async () => {
  const quiet = (await app().inject('/intake/bai1/challenge?bytes=8490')).json<{ tries: number; text: string }>()
  expect(quiet.tries).toBeGreaterThanOrEqual(20)
  const large = (await app().inject('/intake/bai1/challenge?bytes=6000000')).json<{ tries: number }>()
  expect(large.tries).toBeGreaterThan(quiet.tries)
  expect(solve({ ...quiet, tries: 1 })).toContain(quiet.text)
})
