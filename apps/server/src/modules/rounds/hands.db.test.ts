// One person who would be two: by SQL through the application, by changing what another is about to sign, by two requests at once.
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asApplication } from '../access/testing/as-application.ts'
import { approveRound, fillSections, LETTER, newRound, ok, planRound, refused, stepsOf } from './testing/drive.ts'
import { openStage, type Staff, type Stage } from './testing/stage.ts'

const CITY = '5305'
let stage: Stage
let office: Staff
let second: Staff
let group: Staff

beforeAll(async () => {
  stage = await openStage(['5305'], '2026-11-21T02:00:00Z')
  office = await stage.staff(CITY, 'office', '段文')
  second = await stage.staff(CITY, 'office', '杨敏')
  group = await stage.staff(CITY, 'leading-group', '赵启')
})
afterAll(() => stage.stop())

let people = 0
/** A draft with a plan of one person. */
async function planned(): Promise<string> {
  const { rows } = await stage.server.database.admin.query<{ id: string }>(
    `select id from registry.unit where county = 530502 and kind in ('village', 'community') order by id limit 1`,
  )
  const round = await newRound(office, { authority: CITY, types: ['level-raised'], authorisation: LETTER })
  const person = await stage.person({
    name: `李清${(people += 1)}`,
    authority: CITY,
    home: '5305',
    native: '53',
    roles: ['leader'],
    postings: [],
  })
  const teams = [{ id: uuid(), number: 1, name: '第一组', home: null, host: '530502', slots: [{ role: 'leader' }] }]
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit: rows[0]?.id }] }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: [person] }))
  await planRound(office, round)
  await fillSections(office, round)
  return round
}
const step = (who: Staff, round: string, event: string, more: object = {}) =>
  who.send('POST', `/rounds/${round}/steps`, { event, ...more })
const asSql = (who: Staff, statement: string) => asApplication(stage.server, who, statement)
async function meetingOf(round: string): Promise<string> {
  const id = uuid()
  const record = { kind: 'leading-group', date: '2026-11-20', title: '会', attendees: ['赵启'], decision: '同意' }
  await ok(group.send('POST', `/papers/rounds/${round}/meetings`, { id, ...record }))
  return id
}

describe('an approval', () => {
  it('is for the round that was read: one that was taken back, changed and submitted anew meanwhile is refused', async () => {
    const round = await planned()
    await ok(step(office, round, 'submit'))
    const meeting = await meetingOf(round)
    const after = await stepsOf(group, round)
    await ok(step(office, round, 'return', { reason: '补充' }))
    await ok(office.send('PUT', `/papers/rounds/${round}/sections/targets`, { text: '另有所指。' }))
    await ok(step(office, round, 'submit'))
    await refused(step(group, round, 'approve', { meeting, after, reason: '同意' }), 'changed-meanwhile')
    await refused(step(group, round, 'approve', { meeting, reason: '同意' }), 'unfit')
    const now = await stepsOf(group, round)
    expect(await ok(step(group, round, 'approve', { meeting, after: now, reason: '同意' }))).toMatchObject({ state: 'approved' })
  })

  it('of orders is for the version of the plan that was looked at', async () => {
    const round = await planned()
    await approveRound(office, group, round)
    const issue = (plan: number) => group.send('POST', `/rounds/${round}/orders`, { plan })
    await refused(issue(2), 'changed-meanwhile')
    await ok(issue(1))
  })
})

describe('SQL run in the session of an office', () => {
  it('submits in nobody else’s name and approves nothing', async () => {
    const round = await planned()
    const set = (change: string) => `update rounds.round set ${change} where id = '${round}'`
    await expect(asSql(office, set(`state = 'submitted'`))).rejects.toThrow('own name')
    await expect(asSql(office, set(`state = 'submitted', submitted_by = '${second.account}'`))).rejects.toThrow('own name')
    await ok(step(office, round, 'submit'))
    for (const who of [office, second]) await expect(asSql(who, set(`state = 'approved'`))).rejects.toThrow('another role')
    await expect(asSql(second, set(`submitted_by = '${second.account}'`))).rejects.toThrow('written once')
    expect(await asSql(office, set(`state = 'draft'`))).toMatchObject({ rowCount: 1 })
  })

  it('changes nothing of what was submitted, nor what a round is, nor its end', async () => {
    const round = await planned()
    await ok(step(office, round, 'submit'))
    for (const change of [
      `title = '另一轮'`,
      `rules = '{"maxSameHome":9}'`,
      `host = 530500000000`,
      `starts = starts - 1`,
      `number = number + 1`,
    ])
      await expect(asSql(office, `update rounds.round set ${change} where id = '${round}'`)).rejects.toThrow('handed in')
    await expect(asSql(office, `update rounds.round set ends = ends + 30 where id = '${round}'`)).rejects.toThrow('extension')
  })

  it('writes no order past a submission', async () => {
    const round = await planned()
    const order = (by: string) => `
      insert into access.engagement_order (authority, id, number, round, team, unit, place, person, capacity, valid, proposed_by, approved_by, issued_at)
      select t.authority, gen_random_uuid(), '甲1', t.round, t.team, t.unit, t.place, m.person, 'member', '[2026-01-01,2027-01-01)', '${by}', '${group.account}', now()
      from rounds.target t join rounds.member m on m.round = t.round where t.round = '${round}'`
    await expect(asSql(group, order(office.account))).rejects.toThrow('names who submitted')
    await approveRound(office, group, round)
    await expect(asSql(group, order(second.account))).rejects.toThrow('names who submitted')
    expect(await asSql(group, order(office.account))).toMatchObject({ rowCount: 1 })
  })

  it('does not decide what it asked, in its own name or another’s, nor changes what was asked', async () => {
    const round = await planned()
    const { rows } = await stage.server.database.admin.query<{ person: string }>(
      'select person from rounds.pool where round = $1',
      [round],
    )
    const id = uuid()
    await ok(office.send('POST', `/rounds/${round}/withdrawals`, { id, person: rows[0]?.person, reason: '病假' }))
    const decide = (who: Staff) =>
      `update rounds.withdrawal set state = 'approved', decided_by = '${who.account}' where id = '${id}'`
    expect(await asSql(office, decide(second))).toMatchObject({ rowCount: 0 })
    await expect(asSql(second, decide(group))).rejects.toThrow('own name')
    await expect(asSql(second, `update rounds.withdrawal set asked_by = '${group.account}' where id = '${id}'`)).rejects.toThrow(
      'permission',
    )
    const decided = [office, second].map(
      (who) =>
        `(530500000000, '${round}', gen_random_uuid(), '${rows[0]?.person}', '病', 'approved', '${who.account}', '', now())`,
    )
    await expect(
      asSql(
        office,
        `insert into rounds.withdrawal (authority, round, id, person, reason, state, asked_by, asked_name, asked_at) values ${decided[0] ?? ''}`,
      ),
    ).rejects.toThrow('not decided yet')
    expect(await asSql(second, decide(second))).toMatchObject({ rowCount: 1 })
  })

  it('rewrites no plan of the solver and no draw that was frozen', async () => {
    const round = await planned()
    for (const change of [
      `update rounds.proposal set plan = '{}' where round = '${round}'`,
      `update rounds.draw set root = 'x' where round = '${round}'`,
      `update rounds.draw set tickets = '[]' where round = '${round}'`,
      `update rounds.waiver set why = 'x' where round = '${round}'`,
      `update rounds.relaxation set grants = '[]' where round = '${round}'`,
    ])
      await expect(asSql(office, change)).rejects.toThrow('permission')
  })
})

it('of two who approve at once one is told that the round has moved on', async () => {
  const round = await planned()
  await ok(step(office, round, 'submit'))
  const meeting = await meetingOf(round)
  const after = await stepsOf(group, round)
  const approval = { meeting, after, reason: '同意' }
  const answers = await Promise.all([1, 2, 3].map(async () => (await step(group, round, 'approve', approval)).status))
  expect(answers.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
})
