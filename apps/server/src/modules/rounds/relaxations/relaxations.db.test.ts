import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveRound, finished, issueOf, newRound, ok, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

interface Way {
  readonly price: number
  readonly grants: readonly { readonly zh: string }[] | null
  readonly beyond: { readonly zh: string } | null
}

const CITY = '4210'
let stage: Stage
let office: Staff
let group: Staff
let both: Staff
let unit: string

beforeAll(async () => {
  stage = await openStage([CITY])
  office = await stage.staff(CITY, 'office', '周敏')
  group = await stage.staff(CITY, 'leading-group', '罗启明')
  both = await stage.staff(CITY, 'office', '身兼两职')
  // A second role would end the session that it is given to.
  await stage.server.database.admin.query(
    `set session_replication_role = replica;
     insert into access.standing_role (id, account, role, authority, level, body, valid)
     select gen_random_uuid(), account, 'leading-group', authority, level, body, valid from access.standing_role where account = '${both.account}';
     reset session_replication_role`,
  )
  unit = await stage.unit('421003100', '某镇党委')
})
afterAll(() => stage.stop())

/** A round whose only team asks for a senior that nobody is: no plan unless that gives way. */
async function clashingRound(
  minSenior = 1,
): Promise<{ readonly round: string; readonly proposal: Json; readonly ways: readonly Way[] }> {
  const round = await newRound(office, { authority: CITY, types: ['cross-region'], rules: { maxSameHome: null, minSenior } })
  const people: string[] = []
  for (const roles of [['leader'], ['member'], ['member']])
    people.push(await stage.person({ name: `组员${people.length}`, authority: CITY, home: '421022', native: '421022', roles }))
  const slots = [{ role: 'leader' }, { role: 'member' }]
  const team = { id: uuid(), number: 1, name: '一组', home: null, host: '421003', slots }
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams: [team] }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  const proposal = await proposed(round)
  expect(proposal['state'], JSON.stringify(proposal)).toBe('no-plan')
  return { round, proposal, ways: (proposal['noPlan'] as { relaxations: readonly Way[] }).relaxations }
}

async function proposed(round: string): Promise<Json> {
  const id = uuid()
  await ok(office.send('POST', `/rounds/${round}/proposals`, { id, effort: 'quick' }))
  return finished(office, round, id)
}

async function asked(round: string, proposal: Json, ways: readonly Way[], by: Staff = office): Promise<string> {
  const id = uuid()
  const way = ways.findIndex(({ grants }) => grants !== null)
  await ok(by.send('POST', `/rounds/${round}/relaxations`, { id, proposal: proposal['id'], way, why: '骨干均已派往他组' }))
  return id
}

const decide = (by: Staff, round: string, id: string, approve: boolean) =>
  by.send('POST', `/rounds/${round}/relaxations/${id}/decision`, { approve, opinion: '同意，下不为例' })

it('a way out of a clash is asked for by the office, and nothing gives way before another hand of the leading group signs', async () => {
  const { round, proposal, ways } = await clashingRound()
  expect(ways.find(({ grants }) => grants !== null)?.grants).toMatchObject([{ zh: '全轮各组骨干人数下限减1人' }])
  const body = { id: uuid(), proposal: proposal['id'], way: 0, why: '骨干均已派往他组' }
  await refused(group.send('POST', `/rounds/${round}/relaxations`, body), 'not-allowed')
  await refused(office.send('POST', `/rounds/${round}/relaxations`, { ...body, way: 99 }), 'unfit')
  const id = await asked(round, proposal, ways)
  await refused(office.send('POST', `/rounds/${round}/relaxations`, body), 'already-there')
  await refused(decide(office, round, id, true), 'not-allowed')
  expect(await proposed(round)).toMatchObject({ state: 'no-plan', relaxed: [] })
  await ok(decide(group, round, id, false))
  await refused(decide(group, round, id, true), 'wrong-state')
  expect(await proposed(round)).toMatchObject({ state: 'no-plan', relaxed: [] })
  const own = await asked(round, await proposed(round), ways, both)
  await refused(decide(both, round, own, true), 'not-allowed')
})

it('once signed it holds in the next plan, which says so, and stands in the orders with who signed and why', async () => {
  const { round, proposal, ways } = await clashingRound()
  const id = await asked(round, proposal, ways)
  await ok(decide(group, round, id, true))
  const next = await proposed(round)
  expect(next).toMatchObject({ state: 'done', verified: true, relaxed: [{ zh: '全轮各组骨干人数下限减1人' }] })
  await ok(office.send('POST', `/rounds/${round}/proposals/${String(next['id'])}/take`, {}))
  const board = await ok(office.get(`/rounds/${round}/board`))
  expect(board).toMatchObject({
    breaches: [],
    relaxed: [{ why: '骨干均已派往他组', askedBy: '周敏', decidedBy: '罗启明' }],
    leans: [{ zh: expect.stringContaining('骨干') }],
  })
  const { items } = (await ok(office.get(`/rounds/${round}/relaxations`))) as { items: Json[] }
  expect(items).toMatchObject([{ id, state: 'approved', opinion: '同意，下不为例', decidedBy: '罗启明' }])
  await approveRound(office, group, round)
  const orders = (await ok(issueOf(group, round))) as { items: { id: string }[] }
  const { rows } = await stage.server.database.admin.query<{ waivers: string }>(
    `select content ->> 'waivers' as waivers from documents.issued where id = $1`,
    [orders.items[0]?.id],
  )
  expect(rows[0]?.waivers).toContain('经罗启明批准，本轮放宽：全轮各组骨干人数下限减1人（骨干均已派往他组）。')
})

it('taken back it stays on record, and the plan is held against the whole rules again', async () => {
  const { round, proposal, ways } = await clashingRound()
  const id = await asked(round, proposal, ways)
  await ok(decide(group, round, id, true))
  await ok(office.send('POST', `/rounds/${round}/proposals/${String((await proposed(round))['id'])}/take`, {}))
  await refused(office.send('POST', `/rounds/${round}/relaxations/${id}/end`, { reason: '骨干已到位' }), 'not-allowed')
  const ended = (await ok(group.send('POST', `/rounds/${round}/relaxations/${id}/end`, { reason: '骨干已到位' }))) as {
    items: Json[]
  }
  expect(ended.items).toMatchObject([{ state: 'ended', endedBy: '罗启明', endedReason: '骨干已到位' }])
  expect(await ok(office.get(`/rounds/${round}/board`))).toMatchObject({
    stale: true,
    breaches: [{ rule: 'senior' }],
    relaxed: [],
    leans: [],
  })
})

it('a request rests on the round as it was when no plan was found', async () => {
  const { round, proposal } = await clashingRound()
  const { rows } = await stage.server.database.admin.query<{ person: string }>(
    'select person from rounds.pool where round = $1',
    [round],
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: rows.slice(1).map(({ person }) => person) }))
  const body = { id: uuid(), proposal: proposal['id'], way: 0, why: '骨干均已派往他组' }
  await refused(office.send('POST', `/rounds/${round}/relaxations`, body), 'changed-meanwhile')
})

it('a rule gives way no farther than its cap: the page says so beforehand, and who asks all the same is refused with the figures', async () => {
  const { round, proposal, ways } = await clashingRound(2)
  const way = ways.findIndex(({ grants }) => grants !== null)
  expect(ways[way]?.beyond?.zh).toBe('骨干人数下限至多减1人，已批准减0人，这样还要减2人')
  const body = { id: uuid(), proposal: proposal['id'], way, why: '骨干均已派往他组' }
  const refusal = await refused(office.send('POST', `/rounds/${round}/relaxations`, body), 'unfit')
  expect(refusal['detail']).toContain('至多减1人')
  expect(await ok(office.get(`/rounds/${round}/relaxations`))).toMatchObject({
    items: [],
    cap: { zh: expect.stringContaining('骨干人数下限至多减1人') },
  })
})
