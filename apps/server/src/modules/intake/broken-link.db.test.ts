// Real sockets that break: what the server has received it keeps, and the phone goes on from there.
import { createHash } from 'node:crypto'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { IntakePart } from '@shengmian/contract'
import { sealAttachment } from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePhone, plantDesk, random, type Phone } from './testing/desk.ts'

let server: TestServer
let phone: Phone
let port: number
beforeAll(async () => {
  server = await startTestServer({ intakeTerms: { tries: 20, usual: 20, flood: 100 } })
  phone = await makePhone(server.server.app, await plantDesk(server.database.admin, server.server.app, 'link1'))
  await server.server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.server.app.server.address() as AddressInfo).port
})
afterAll(() => server.stop())

function seal(): { readonly file: Buffer; readonly place: string } {
  const sealed = sealAttachment(random(200_000), 'image/jpeg', random)
  const file = Buffer.from(sealed?.file ?? [])
  return { file, place: `/intake/link1/parts/${createHash('sha256').update(file).digest('hex')}` }
}

/** Sends a head for the whole rest, and only some of it. */
async function begin({ file, place }: ReturnType<typeof seal>, offset: number, bytes: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  const work = offset === 0 ? `x-work: ${await phone.work(file.length)}\r\n` : ''
  socket.write(
    `PUT ${place} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n${work}x-offset: ${offset}\r\nx-length: ${file.length}\r\ncontent-length: ${file.length - offset}\r\n\r\n`,
  )
  socket.write(file.subarray(offset, offset + bytes))
  return socket
}

async function offsetWhen(place: string, isEnough: (offset: number) => boolean): Promise<number> {
  for (;;) {
    const { offset } = (await server.server.app.inject(place)).json<IntakePart>()
    if (isEnough(offset)) return offset
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it('A link that is cut loses nothing that had arrived, and the rest makes it whole', async () => {
  const upload = seal()
  for (const [from, bytes] of [
    [0, 10_001],
    [10_001, 90_000],
  ] as const) {
    const socket = await begin(upload, from, bytes)
    await offsetWhen(upload.place, (offset) => offset === from + bytes)
    socket.resetAndDestroy()
  }
  const rest = await phone.put(upload.file, 100_001)
  expect(rest.json<IntakePart>()).toEqual({ offset: upload.file.length, isWhole: true })
})

it('A phone that comes back while its old link still hangs is told what came over it, and the old one adds nothing more', async () => {
  const upload = seal()
  const hanging = await begin(upload, 0, 30_000)
  await offsetWhen(upload.place, (offset) => offset === 30_000)
  const whole = await phone.put(upload.file, 30_000)
  expect(whole.json<IntakePart>()).toEqual({ offset: upload.file.length, isWhole: true })
  hanging.write(upload.file.subarray(30_000, 60_000))
  hanging.destroy()
  const { rows } = await server.database.admin.query<{ sum: number }>(
    `select sum(length(bytes))::int as sum from intake.piece where desk = 'link1' and attachment = decode($1, 'hex')`,
    [upload.place.split('/').at(-1)],
  )
  expect(rows[0]?.sum).toBe(upload.file.length)
})

it('Unclaimed attachments go after two days, those that a report names stay', async () => {
  const [lost, kept] = [seal(), seal()]
  const id = kept.place.split('/').at(-1) ?? ''
  await phone.put(lost.file)
  await phone.put(kept.file)
  expect((await phone.send(phone.seal().envelope, { 'x-attachments': id })).statusCode).toBe(201)
  const isThere = async (place: string) => (await server.server.app.inject(place)).json<IntakePart>().isWhole
  server.clock.set('2026-11-23T02:00:00Z')
  await server.server.intake.tidy()
  expect(await isThere(lost.place)).toBe(true)
  server.clock.set('2026-11-24T02:00:00Z')
  await server.server.intake.tidy()
  expect([await isThere(lost.place), await isThere(kept.place)]).toEqual([false, true])
})
