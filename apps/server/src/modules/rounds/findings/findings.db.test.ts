import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plantTeam, type PlantedTeam } from '../../inbox/testing/team.ts'
import { makePhone, plantDesk, type TestDesk } from '../../intake/testing/desk.ts'
import { startTestServer, type TestServer } from '@shengmian/testing'
import type { Finding } from '@shengmian/contract'
import type { Planted } from '../../access/testing/accounts.ts'

let world: TestServer
let desk: TestDesk
let team: PlantedTeam
let member: Planted
let unit: string

beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 } })
  desk = await plantDesk(world.database.admin, world.server.app, 'find1')
  team = await plantTeam(world.database.admin, 'find1')
  member = await team.order()
  for (let turn = 0; turn < 3; turn += 1) {
    const phone = await makePhone(world.server.app, desk)
    expect((await phone.send(phone.seal().envelope)).statusCode).toBe(201)
  }
  const { rows } = await world.database.admin.query<{ unit: string }>('select unit from rounds.target where round = $1', [
    team.round,
  ])
  unit = rows[0]?.unit ?? ''
})
afterAll(() => world.stop())

const as = (who: Planted) => world.withToken(who.token)
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code
const write = async (title: string, who = member) =>
  as(who).send('POST', `/rounds/${team.round}/targets/${unit}/findings`, { id: uuid(), title })
const cite = (finding: Finding, source: object, who = member) =>
  as(who).send('POST', `/findings/${finding.id}/sources`, { id: uuid(), ...source })
const record = (words: string) => ({ kind: 'record', record: words })
const report = (number: number, at = 'find1') => ({ kind: 'report', desk: at, number })

it('S4-50 a finding shows both sources: one official record from above and two reports from below', async () => {
  const written = await write('鱼塘承包费未入账')
  expect(written.status).toBe(201)
  const finding = written.body as Finding
  expect(finding).toMatchObject({ records: 0, reports: 0, canWrite: true, by: '测试账号' })
  expect((await cite(finding, record('2023年收支账簿第14页'))).status).toBe(201)
  expect((await cite(finding, report(1))).status).toBe(201)
  expect((await cite(finding, report(2))).body).toMatchObject({ records: 1, reports: 2 })
  const { body } = await as(team.office).get(`/rounds/${team.round}/findings`)
  expect(body).toMatchObject({ targets: [], desks: [] })
  const [shown] = (body as { items: Finding[] }).items
  expect(shown).toMatchObject({ title: '鱼塘承包费未入账', records: 1, reports: 2, canWrite: false })
  expect(shown?.sources.map(({ record: words, report: cited }) => words ?? cited)).toEqual([
    '2023年收支账簿第14页',
    { desk: 'find1', number: 1 },
    { desk: 'find1', number: 2 },
  ])
})

it('counts a source no more once it is taken back, and keeps it with the reason; a report is cited once at a time', async () => {
  const finding = (await write('低保评定未公示')).body as Finding
  await cite(finding, report(3))
  expect(codeOf(await cite(finding, report(3)))).toBe('already-there')
  const after = (await as(member).get(`/rounds/${team.round}/findings`)).body as { items: Finding[] }
  const source = after.items.find(({ id }) => id === finding.id)?.sources[0]
  const path = `/findings/${finding.id}/sources/${source?.id}/withdrawal`
  expect((await as(member).send('POST', path, { reason: '核实后与此无关' })).body).toMatchObject({
    reports: 0,
    sources: [{ revokedReason: '核实后与此无关' }],
  })
  expect(codeOf(await as(member).send('POST', path, { reason: '核实后与此无关' }))).toBe('wrong-state')
  expect((await cite(finding, report(3))).body).toMatchObject({ reports: 1 })
  const back = { reason: '与另一条重复' }
  expect((await as(member).send('POST', `/findings/${finding.id}/withdrawal`, back)).body).toMatchObject({
    revokedReason: '与另一条重复',
    canWrite: false,
  })
  for (const refused of [cite(finding, record('账簿')), as(member).send('POST', `/findings/${finding.id}/withdrawal`, back)])
    expect(codeOf(await refused)).toBe('wrong-state')
})

it('takes no report that the round does not have, nor one of another round’s desk', async () => {
  const finding = (await write('村务不公开')).body as Finding
  const elsewhere = await plantDesk(world.database.admin, world.server.app, 'find2')
  const phone = await makePhone(world.server.app, elsewhere)
  await phone.send(phone.seal().envelope)
  for (const source of [report(99), report(1, 'find2'), report(1, 'nowhere1')])
    expect(codeOf(await cite(finding, source))).toBe('unfit')
  expect((await cite(finding, record(' '))).status).toBe(400)
  // Whatever the application says, the database holds a source to the round of its finding.
  await expect(
    world.database.admin.query(
      `insert into rounds.finding_source (authority, id, finding, round, unit, kind, desk, report, by_account, by_name, recorded_at)
       select authority, $1, id, round, unit, 'report', 'find2', 1, by_account, by_name, now() from rounds.finding where id = $2`,
      [uuid(), finding.id],
    ),
  ).rejects.toMatchObject({ code: '23514' })
})

it('is written by nobody without an order for the target, and read by no other body', async () => {
  const finding = (await write('集体资产出租未招标')).body as Finding
  const far = await plantTeam(world.database.admin, (await plantDesk(world.database.admin, world.server.app, 'find3')).code)
  const stranger = await far.order()
  for (const who of [team.office, team.group, stranger]) {
    expect(codeOf(await write('不该写的', who))).toBe('not-found')
    expect(codeOf(await cite(finding, record('账簿'), who))).toBe('not-found')
    expect(codeOf(await as(who).send('POST', `/findings/${finding.id}/withdrawal`, { reason: '不该撤' }))).toBe('not-found')
  }
  expect(codeOf(await as(stranger).get(`/rounds/${team.round}/findings`))).toBe('not-found')
  await world.database.admin.query(
    `update access.engagement_order set revoked_at = now(), revoked_reason = '调整分工' where round = $1`,
    [team.round],
  )
  expect(codeOf(await write('授权已撤销'))).toBe('not-found')
})
