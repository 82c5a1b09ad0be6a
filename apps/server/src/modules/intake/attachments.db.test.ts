// Photos and voices over HTTP on a real PostgreSQL: they arrive in parts, are what their name says, and have their room.
import { createHash } from 'node:crypto'
import type { IntakePart } from '@shengmian/contract'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { sealAttachment } from '@shengmian/sealing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePhone, plantDesk, random, type Phone } from './testing/desk.ts'

let server: TestServer
let free = 1e12
let phone: Phone
const app = () => server.server.app
const codeOf = (response: { json: () => unknown }) => (response.json() as { code: string }).code

beforeAll(async () => {
  server = await startTestServer({ intakeTerms: { tries: 20, usual: 20, flood: 100 }, freeBytes: () => Promise.resolve(free) })
  phone = await makePhone(app(), await plantDesk(server.database.admin, app(), 'bai1'))
})
afterAll(() => server.stop())

describe('An attachment', () => {
  const sealed = () => {
    const made = sealAttachment(random(300_000), 'image/jpeg', random)
    if (made === null) throw new Error('no attachment')
    return made
  }

  it('arrives in parts, goes on where the server has it, and stays once a report names it', async () => {
    const { file, attachment } = sealed()
    expect((await phone.put(file, 0, 100_000)).json<IntakePart>()).toEqual({ offset: 100_000, isWhole: false })
    const state = `/intake/bai1/parts/${attachment.id}`
    expect((await app().inject(state)).json<IntakePart>()).toEqual({ offset: 100_000, isWhole: false })
    expect(codeOf(await phone.put(file, 50_000, 60_000))).toBe('offset-differs')
    const early = await phone.send(phone.seal({ attachments: [attachment] }).envelope, { 'x-attachments': attachment.id })
    expect(codeOf(early)).toBe('attachments-missing')
    expect((await phone.put(file, 100_000)).json<IntakePart>()).toEqual({ offset: file.length, isWhole: true })
    expect((await phone.put(file, 0, 10)).json<IntakePart>()).toEqual({ offset: file.length, isWhole: true })
    const sent = await phone.send(phone.seal({ attachments: [attachment] }).envelope, { 'x-attachments': attachment.id })
    expect(sent.statusCode).toBe(201)
  })

  it('that is not what its name says is dropped, and one without work never begins', async () => {
    const { file } = sealed()
    const id = createHash('sha256').update(file).digest('hex')
    const spoilt = Uint8Array.from(file)
    spoilt[7] = (spoilt[7] ?? 0) ^ 1
    const headers = { 'content-type': 'application/octet-stream', 'x-offset': '0', 'x-length': String(file.length) }
    const put = (payload: Uint8Array, more: Record<string, string>) =>
      app().inject({
        method: 'PUT',
        url: `/intake/bai1/parts/${id}`,
        headers: { ...headers, ...more },
        payload: Buffer.from(payload),
      })
    expect(codeOf(await put(spoilt, {}))).toBe('work-needed')
    expect(codeOf(await put(spoilt, { 'x-work': await phone.work(file.length) }))).toBe('part-spoiled')
    expect((await app().inject(`/intake/bai1/parts/${id}`)).json()).toEqual({ offset: 0, isWhole: false })
    expect(codeOf(await put(new Uint8Array(Buffer.concat([file, file])), { 'x-work': await phone.work(file.length) }))).toBe(
      'too-large',
    )
  })

  it('that is new waits while the disk is nearly full; one that has begun goes on, and text is taken', async () => {
    const [begun, late] = [sealed(), sealed()]
    await phone.put(begun.file, 0, 100_000)
    free = 0.9e9
    const health = await app().inject('/api/health')
    expect(health.json()).toMatchObject({ state: 'down' })
    expect(codeOf(await phone.put(late.file))).toBe('attachments-full')
    expect((await phone.put(begun.file, 100_000)).json<IntakePart>()).toMatchObject({ isWhole: true })
    expect((await phone.send(phone.seal().envelope)).statusCode).toBe(201)
    free = 1e12
    expect((await app().inject('/api/health')).json()).toMatchObject({ state: 'up' })
    expect((await phone.put(late.file)).json<IntakePart>()).toMatchObject({ isWhole: true })
  })

  it('finds no room where the desk has used it up, while text is still taken', async () => {
    const full = await plantDesk(server.database.admin, app(), 'full1')
    await server.database.admin.query(`update intake.desk set attachment_bytes = 1000 where code = 'full1'`)
    server.clock.set('2026-11-21T02:20:00Z')
    const other = await makePhone(app(), full)
    expect(codeOf(await other.put(sealed().file))).toBe('attachments-full')
    expect((await other.send(other.seal().envelope)).statusCode).toBe(201)
  })
})

describe('The room of a desk', () => {
  const file = random(300_000)
  async function roomFor(code: string, bytes: number) {
    const desk = await plantDesk(server.database.admin, app(), code)
    await server.database.admin.query('update intake.desk set attachment_bytes = $2 where code = $1', [code, bytes])
    return makePhone(app(), desk)
  }

  it('is not used up by announcing: only what has arrived takes room', async () => {
    const own = await roomFor('room1', 500_000)
    for (let count = 0; count < 3; count += 1)
      expect((await own.put(random(300_000 + count), 0, 0)).json<IntakePart>()).toEqual({ offset: 0, isWhole: false })
    expect((await own.put(file)).json<IntakePart>()).toMatchObject({ isWhole: true })
  })

  it('holds for what has begun too: of two that each would fit, the one that comes last waits', async () => {
    const own = await roomFor('room2', 400_000)
    const [one, other] = [random(250_000), random(250_000)]
    await own.put(one, 0, 1_000)
    await own.put(other, 0, 1_000)
    expect((await own.put(one, 1_000)).json<IntakePart>()).toMatchObject({ isWhole: true })
    expect(codeOf(await own.put(other, 1_000))).toBe('attachments-full')
  })
})
