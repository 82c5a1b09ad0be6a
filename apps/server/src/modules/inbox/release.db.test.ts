// Between a phone and the list of its team lies a random delay: nobody who watches the one can pick its report from the other.
import type { InboxDesk, SealedReport } from '@shengmian/contract'
import { sealAttachment } from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Planted } from '../access/testing/accounts.ts'
import { asApplication } from '../access/testing/as-application.ts'
import { openIntake, watchDisk } from '../intake/index.ts'
import { makePhone, plantDesk, random, type TestDesk } from '../intake/testing/desk.ts'
import { plantTeam, type PlantedTeam } from './testing/team.ts'

const ARRIVED = '2026-11-21T02:00:00Z'
let world: TestServer
let now = Date.parse(ARRIVED)
let count = 0
let desk: TestDesk
let team: PlantedTeam
let member: Planted

beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 }, holdHours: 6 })
})
afterAll(() => world.stop())
beforeEach(async () => {
  count += 1
  setClock(Date.parse(ARRIVED) + count * 7 * 86_400_000)
  desk = await plantDesk(world.database.admin, world.server.app, `hold${count}`, '2027-12-31')
  team = await plantTeam(world.database.admin, desk.code)
  member = await team.order()
})

function setClock(to: number): void {
  now = to
  world.clock.set(new Date(now).toISOString())
}
/** The clock goes on by so many hours, ten minutes at a time. */
async function wait(hours: number): Promise<void> {
  for (let turn = 0; turn < hours * 6; turn += 1) {
    setClock(now + 600_000)
    await world.server.intake.release()
  }
}
const as = (who: Planted) => world.withToken(who.token)
const at = (path: string) => `/inboxes/${desk.code}${path}`
const list = async () => ((await as(member).get(at('/reports'))).body as { items: SealedReport[] }).items
const tally = async (who: Planted) => {
  const { body } = await as(who).get(`/rounds/${team.round}/inboxes`)
  return (body as { items: InboxDesk[] }).items[0]?.tally.messages
}
const days = async (who: Planted) => {
  const { body } = await as(who).get(`/rounds/${team.round}/desk/days`)
  return (body as { days: { reports: number }[] }).days.reduce((sum, { reports }) => sum + reports, 0)
}

it('a report is acknowledged at once and is in no list, count, chart, or row that the team can read, until its time has come', async () => {
  const phone = await makePhone(world.server.app, desk)
  const photo = sealAttachment(new Uint8Array(9), 'image/jpeg', random)
  if (photo === null) throw new Error('too large')
  const id = photo.attachment.id
  expect((await phone.put(photo.file)).statusCode).toBe(200)
  const sent = await phone.send(phone.seal().envelope, { 'x-attachments': id })
  expect(phone.acknowledged(sent.payload).number).toBe(1)
  const mailbox = await world.server.app.inject({
    method: 'POST',
    url: `/intake/${desk.code}/mailbox`,
    payload: { fetch: phone.reporter.fetch },
  })
  expect(mailbox.json<{ reports: string[] }>().reports).toHaveLength(1)
  const seen = async () => [
    (await list()).length,
    (await as(member).get(at('/reports/1/envelope'))).status,
    (await as(member).get(at(`/reports/1/attachments/${id}`))).status,
    (await as(member).send('POST', at('/reports/1/decisions'), { verdict: 'accept', reason: '属于受理范围', addressee: null }))
      .status,
    await tally(member),
    await tally(team.office),
    await days(team.office),
    (await asApplication(world, member, 'select number from intake.release')).rowCount,
    (await asApplication(world, member, 'select id from intake.released_attachment')).rowCount,
  ]
  expect(await seen()).toEqual([0, 404, 404, 404, 0, 0, 0, 0, 0])
  await wait(6)
  expect(await seen()).toEqual([1, 200, 200, 201, 1, 1, 1, 1, 1])
  for (const statement of [
    'select number from intake.report',
    'select arrival from intake.release',
    'select * from intake.release',
    'select 1 from intake.attachment',
    'select 1 from intake.piece',
  ])
    await expect(asApplication(world, member, statement), statement).rejects.toMatchObject({ code: '42501' })
})

it('of twenty-four that arrive one after another some come early and some late, all within six hours, and in another order', async () => {
  const arrived: string[] = []
  for (let turn = 0; turn < 24; turn += 1) {
    const phone = await makePhone(world.server.app, desk)
    arrived.push(phone.reporter.mailbox)
    await phone.send(phone.seal().envelope)
  }
  const { rows: before } = await world.database.admin.query('select 1 from intake.release where desk = $1', [desk.code])
  expect(before).toEqual([])
  await wait(3)
  const half = await tally(member)
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(24)
  expect([(await list()).length, await days(team.office)]).toEqual([half, half])
  await wait(3)
  expect([await tally(member), await days(team.office)]).toEqual([24, 24])
  const { rows } = await world.database.admin.query<{ mailbox: string; number: string }>(
    `select encode(mailbox, 'hex') as mailbox, number from intake.release where desk = $1 order by number`,
    [desk.code],
  )
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
  const listed = rows.map(({ mailbox }) => mailbox)
  expect(new Set(listed)).toEqual(new Set(arrived))
  // Each of the two is one order of 6 · 10²³.
  expect(listed).not.toEqual(arrived)
  expect(listed).not.toEqual(arrived.toReversed())
}, 60_000)

it('what is released in one slot is put into an order of its own', async () => {
  const arrived: string[] = []
  for (let turn = 0; turn < 10; turn += 1) {
    const phone = await makePhone(world.server.app, desk)
    arrived.push(phone.reporter.mailbox)
    await phone.send(phone.seal().envelope)
  }
  // A server that no longer waits lets go of all that another held.
  const clock = { now: () => new Date(now) }
  const disk = watchDisk(() => Promise.resolve(1e12))
  await openIntake({ transact: world.server.database.transact, clock, secret: 'x', holdHours: 0, disk }).release()
  const { rows } = await world.database.admin.query<{ mailbox: string }>(
    `select encode(mailbox, 'hex') as mailbox from intake.release where desk = $1 order by number`,
    [desk.code],
  )
  expect(rows).toHaveLength(10)
  expect(rows.map(({ mailbox }) => mailbox)).not.toEqual(arrived)
}, 60_000)

it('a message under a receipt never comes into the list before the one it follows', async () => {
  const phones = []
  for (let turn = 0; turn < 5; turn += 1) phones.push(await makePhone(world.server.app, desk))
  for (const phone of phones) {
    let prev: string | null = null
    for (let seq = 1; seq <= 4; seq += 1) {
      const sealed = phone.seal({ seq, prev, text: `第${seq}封` })
      await phone.send(sealed.envelope)
      prev = sealed.hash
    }
  }
  await wait(6)
  const { rows } = await world.database.admin.query<{ numbers: string[] }>(
    `select array_agg(arrival order by number) as numbers from intake.release where desk = $1 group by mailbox`,
    [desk.code],
  )
  expect(rows).toHaveLength(5)
  for (const { numbers } of rows) expect(numbers.map(Number)).toEqual(numbers.map(Number).toSorted((a, b) => a - b))
}, 60_000)

it('a restart loses no report and writes no hour: one that was held is drawn anew and comes within as long again', async () => {
  const phone = await makePhone(world.server.app, desk)
  await phone.send(phone.seal().envelope)
  await wait(1 / 6)
  const clock = { now: () => new Date(now) }
  const disk = watchDisk(() => Promise.resolve(1e12))
  const restarted = openIntake({ transact: world.server.database.transact, clock, secret: 'x', disk })
  for (let turn = 0; turn < 37; turn += 1) {
    now += 600_000
    await restarted.release()
  }
  const { rows } = await world.database.admin.query('select 1 from intake.release where desk = $1', [desk.code])
  expect(rows).toHaveLength(1)
  const { rows: moments } = await world.database.admin.query(
    `select 1 from information_schema.columns where table_schema = 'intake' and table_name ~ '^release' and data_type ~ 'time'`,
  )
  const { rows: logged } = await world.database.admin.query(
    `select 1 from ledger.pending where table_name ~ '^intake.release' union all select 1 from ledger.leaf where table_name ~ '^intake.release'`,
  )
  expect([moments, logged]).toEqual([[], []])
})
