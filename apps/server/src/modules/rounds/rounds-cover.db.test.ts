// Coverage, selection, calendars, programmes and papers, on the districts of 天津 and two cities of 四川.
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveRound, issueOf, LETTER, newRound, ok, planRound, refused, type Json } from './testing/drive.ts'
import { openStage, type Staff, type Stage } from './testing/stage.ts'

const TIANJIN = '12'
let stage: Stage
let office: Staff
let group: Staff
let districts: string[]

beforeAll(async () => {
  stage = await openStage(['12', '513437', '51'], '2026-11-21T02:00:00Z')
  office = await stage.staff(TIANJIN, 'office', '孟凡青')
  group = await stage.staff(TIANJIN, 'leading-group', '于海')
  const { rows } = await stage.server.database.admin.query<{ code: number }>(
    `select code from registry.region where level = 3 and code / 10000000000 = 12 order by code`,
  )
  districts = rows.map((row) => String(row.code).slice(0, 6))
})
afterAll(() => stage.stop())

const unitsOf = async (county: string, kinds: readonly string[], count: number, skip = 0): Promise<string[]> => {
  const { rows } = await stage.server.database.admin.query<{ id: string }>(
    `select id from registry.unit where county = $1 and kind = any ($2) and source = 'divisions' order by id limit $3 offset $4`,
    [Number(county), kinds, count, skip],
  )
  return rows.map((row) => row.id)
}
const cityRound = (extra: object = {}) =>
  newRound(office, { authority: TIANJIN, types: ['level-raised', 'cross-region'], authorisation: LETTER, ...extra })
const put = (round: string, units: readonly string[]) =>
  ok(office.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))

it('S2-14 a round that inspects something in each of the 16 districts covers 16 of 16', async () => {
  expect(districts).toHaveLength(16)
  const round = await cityRound()
  const units: string[] = []
  for (const district of districts) units.push(...(await unitsOf(district, ['village', 'community'], 1)))
  await put(round, units)
  const coverage = (await ok(office.get(`/rounds/${round}/coverage`))) as {
    counties: { targets: number }[]
    totals: { counties: number }
  }
  expect(coverage.totals.counties).toBe(16)
  expect(coverage.counties.filter((county) => county.targets > 0)).toHaveLength(16)
})

it('S2-16 30 villages and 24 communities are 54 targets, 3.4 for each of 16 teams', async () => {
  const round = await cityRound()
  const villages = await unitsOf('120119', ['village'], 30)
  const communities = await unitsOf('120101', ['community'], 24)
  const targets = await put(round, [...villages, ...communities])
  expect(targets['totals']).toMatchObject({ targets: 54, villages: 54 })
  const teams = districts.map((_, index) => ({
    id: uuid(),
    number: index + 1,
    name: `第${index + 1}组`,
    home: null,
    host: null,
    slots: [{ role: 'leader' }],
  }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams }))
  expect(await ok(office.get(`/rounds/${round}/coverage`))).toMatchObject({ targetsPerTeam: 3.4 })
})

it('S2-17 candidates are ranked by three weighted factors that are kept, and choosing a low-ranked one asks for a reason', async () => {
  const round = await cityRound()
  const units = await unitsOf('120114', ['village'], 6)
  const scored = (await ok(
    office.send('PUT', `/rounds/${round}/candidates`, {
      weights: { economy: 50, conflicts: 30, complaints: 20 },
      candidates: units.map((unit, index) => ({ unit, economy: 90 - index * 10, conflicts: 50, complaints: 20 })),
    }),
  )) as {
    items: { unit: string; rank: number; score: number; factors: { key: string; weight: number; value: number }[] }[]
    lowFrom: number
  }
  expect(scored.items.map((item) => item.rank)).toEqual([1, 2, 3, 4, 5, 6])
  expect(scored.items[0]).toMatchObject({
    unit: units[0],
    score: 64,
    factors: [{ key: 'economy', weight: 50, value: 90 }, { key: 'conflicts' }, { key: 'complaints' }],
  })
  expect(scored.lowFrom).toBe(4)
  const choose = (reason: object) =>
    office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit: units[0] }, { unit: units[5], ...reason }] })
  const refusal = await refused(choose({}), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'targets[1].reason' }])
  const { items } = (await ok(choose({ reason: '群众反映集中' }))) as { items: { rank: number; reason: string | null }[] }
  expect(items[1]).toMatchObject({ rank: 6, reason: '群众反映集中' })
})

async function staffedRound(extra: object = {}): Promise<{ round: string; people: string[]; unit: string }> {
  const [unit = ''] = await unitsOf('120112', ['village'], 1)
  const round = await newRound(office, {
    authority: TIANJIN,
    types: ['cross-region'],
    sending: '120113',
    host: '120112',
    ...extra,
  })
  const person = (role: string) =>
    stage.person({ name: `${role}${uuid().slice(-4)}`, authority: '120113', home: '120113', native: '120113', roles: [role] })
  const people = [await person('leader'), await person('member'), await person('member'), await person('member')]
  await put(round, [unit])
  const slots = [{ role: 'leader' }, { role: 'member' }, { role: 'member' }]
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '北辰一组', home: '120113', host: '120112', slots }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  return { round, people, unit }
}

it('S2-18 a district asks to withdraw a person mid-round, and nothing happens until the city office approves', async () => {
  const { round } = await staffedRound({ rules: { maxSameHome: null } })
  await planRound(office, round)
  await approveRound(office, group, round)
  await ok(issueOf(group, round))
  const district = await stage.staff('120113', 'office', '北辰区巡察办')
  const board = await ok(office.get(`/rounds/${round}/board`))
  const member = (board['rows'] as { cells: { person: { id: string } }[] }[])[0]?.cells[1]?.person.id
  const id = uuid()
  await ok(district.send('POST', `/rounds/${round}/withdrawals`, { id, person: member, reason: '本区急需' }))
  expect(await ok(office.get(`/rounds/${round}/board`))).toMatchObject({ stale: false, breaches: [] })
  await refused(
    district.send('POST', `/rounds/${round}/withdrawals/${id}/decision`, { approve: true, opinion: '同意' }),
    'not-allowed',
  )
  expect(
    await ok(office.send('POST', `/rounds/${round}/withdrawals/${id}/decision`, { approve: true, opinion: '同意，另行派员' })),
  ).toMatchObject({ state: 'approved' })
  const after = await ok(office.get(`/rounds/${round}/board`))
  expect(after['stale']).toBe(true)
  expect(after['breaches']).toMatchObject([{ rule: 'slot' }])
})

it('S2-26 the share of members who never inspected the target is green from the threshold on', async () => {
  const { round, people } = await staffedRound({ rules: { maxSameHome: null, repeatRounds: null } })
  await planRound(office, round)
  expect((await ok(office.get(`/rounds/${round}/roster`)))['newFaces']).toMatchObject({ share: 1, of: 3, holds: true })
  const { admin } = stage.server.database
  await admin.query(`insert into rounds.past_round values (120000000000, '2020-1', 1, '2020年第一轮')`)
  for (const person of people)
    await admin.query(`insert into rounds.past_visit values (120000000000, '2020-1', $1, '120112')`, [person])
  expect((await ok(office.get(`/rounds/${round}/roster`)))['newFaces']).toMatchObject({
    share: 0,
    count: 0,
    threshold: 0.8,
    holds: false,
  })
  await admin.query(`delete from rounds.past_visit where authority = 120000000000`)
})

it('S1-04 30 of 30 planned is 100 % of the round, with the term’s coverage and the never inspected apart', async () => {
  const county = await stage.staff('120110', 'office', '东丽区巡察办')
  const leaders = await stage.staff('120110', 'leading-group')
  const plan = uuid()
  await ok(
    county.send('POST', '/term-plans', {
      id: plan,
      authority: '120110',
      title: '2026—2030年巡察规划',
      firstYear: 2026,
      lastYear: 2030,
      coolingYears: 3,
    }),
  )
  const units = await unitsOf('120110', ['village', 'community'], 30)
  const before = await ok(county.get(`/term-plans/${plan}/never-inspected`))
  const round = await newRound(county, { authority: '120110' })
  await ok(county.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  const person = await stage.person({ name: '耿直', authority: '120110', home: '120111', native: '120111', roles: ['leader'] })
  await ok(
    county.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '一组', home: null, host: '120110', slots: [{ role: 'leader' }] }],
    }),
  )
  await ok(county.send('PUT', `/rounds/${round}/pool`, { people: [person] }))
  await planRound(county, round)
  expect((await ok(county.get(`/rounds/${round}/coverage`)))['round']).toMatchObject([
    { level: 'village', due: 30, inspected: 0 },
  ])
  await approveRound(county, leaders, round)
  await ok(issueOf(leaders, round))
  for (const event of ['start', 'leave', 'close']) await ok(county.send('POST', `/rounds/${round}/steps`, { event }))
  const coverage = (await ok(county.get(`/rounds/${round}/coverage`))) as {
    round: object[]
    term: { levels: { level: string; due: number; inspected: number }[]; neverInspected: number }
  }
  expect(coverage.round).toMatchObject([{ level: 'village', due: 30, inspected: 30 }])
  const villages = coverage.term.levels.find((line) => line.level === 'village')
  expect(villages?.inspected).toBe(30)
  expect(villages?.due ?? 0).toBeGreaterThan(30)
  expect(coverage.term.neverInspected).toBe(Number(before['total']) - 30)
})

it('S2-33 a year’s key units name their criteria, and one inspected within the cooling period is listed only with a reason', async () => {
  const plan = uuid()
  await ok(
    office.send('POST', '/term-plans', {
      id: plan,
      authority: TIANJIN,
      title: '五年规划',
      firstYear: 2026,
      lastYear: 2030,
      coolingYears: 3,
    }),
  )
  const units = await unitsOf('120115', ['village'], 3)
  await stage.dossier(units[2] ?? '', { lastInspected: '2025-05-20' })
  const item = (unit: string | undefined, extra: object = {}) => ({ unit, key: true, criteria: '经济总量大、矛盾集中', ...extra })
  const set = (items: readonly object[]) => office.send('PUT', `/term-plans/${plan}/years/2027`, { items })
  await refused(set([{ unit: units[0], key: true }]), 'unfit')
  const refusal = await refused(set(units.map((unit) => item(unit))), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'items[2].reason' }])
  const year = await ok(set([item(units[0]), item(units[1]), item(units[2], { reason: '整改不力，再次巡察' })]))
  expect(year['items']).toHaveLength(3)
  expect(year['warnings']).toMatchObject([{ rule: 'cooling' }])
  const shown = (await ok(office.get(`/term-plans/${plan}`))) as { years: { year: number; key: number }[] }
  expect(shown.years.find((line) => line.year === 2027)?.key).toBe(3)
})

it('S4-19 a joint meeting keeps five bodies’ opinions, each attached to its target', async () => {
  const { round, unit } = await staffedRound()
  const bodies = ['审计局', '财政局', '信访局', '民政局', '小站镇']
  const record = {
    id: uuid(),
    kind: 'joint',
    date: '2026-11-18',
    title: '联席会议',
    attendees: bodies,
    decision: '列入本轮',
    opinions: bodies.map((body) => ({ body, target: unit, text: `${body}意见` })),
  }
  const meeting = (await ok(office.send('POST', `/papers/rounds/${round}/meetings`, record))) as {
    opinions: { targetName: string | null }[]
  }
  expect(meeting.opinions.every((opinion) => opinion.targetName !== null)).toBe(true)
  const { items } = (await ok(office.get(`/rounds/${round}/targets`))) as { items: { opinions: { body: string }[] }[] }
  expect(items[0]?.opinions.map((opinion) => opinion.body)).toEqual(bodies)
})

it('S2-82 an upper office’s comment on a lower round is answered with state and date, and a lower office writes none', async () => {
  const county = await stage.staff('120111', 'office', '西青区巡察办')
  const round = await newRound(county, { authority: '120111' })
  const id = uuid()
  await refused(county.send('POST', `/papers/rounds/${round}/comments`, { id: uuid(), text: '自评' }), 'not-allowed')
  await ok(office.send('POST', `/papers/rounds/${round}/comments`, { id, text: '增配审计人员' }))
  await ok(county.send('POST', `/papers/rounds/${round}/comments/${id}/answer`, { state: 'done', reply: '已办' }))
  const { items } = (await ok(office.get(`/papers/rounds/${round}/comments`))) as { items: Json[] }
  expect(items).toMatchObject([
    { text: '增配审计人员', state: 'done', reply: '已办', repliedAt: '2026-11-21T02:00:00.000Z', from: { code: '12' } },
  ])
  await refused(
    county.send('POST', `/papers/rounds/${round}/comments/${id}/answer`, { state: 'declined', reply: '不办' }),
    'wrong-state',
  )
})

it('S2-73 the roster of 雷波县 counts 11 people from 内江市 and its locals apart', async () => {
  const sichuan = await stage.staff('51', 'office')
  const round = await newRound(sichuan, {
    authority: '51',
    mode: 'paired',
    types: ['assistance', 'cross-region', 'level-raised'],
    authorisation: LETTER,
    sending: '5110',
    host: '513437',
  })
  const units = await unitsOf('513437', ['village'], 3)
  await ok(sichuan.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  const people: string[] = []
  for (let index = 0; index < 11; index++)
    people.push(await stage.person({ name: `内江${index}`, authority: '51', home: '511002', native: '511002' }))
  for (let index = 0; index < 3; index++) {
    const id = await stage.person({ name: `雷波${index}`, authority: '51', home: '513437', native: '513400', postings: [] })
    people.push(id)
  }
  const slots = [
    ...Array.from({ length: 11 }, () => ({ role: 'member', origin: 'sender' })),
    ...Array.from({ length: 3 }, () => ({ role: 'member', origin: 'host' })),
  ]
  await ok(
    sichuan.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '雷波混编组', home: '5110', host: '513437', slots }],
    }),
  )
  await ok(sichuan.send('PUT', `/rounds/${round}/pool`, { people }))
  await planRound(sichuan, round)
  const roster = await ok(sichuan.get(`/rounds/${round}/roster`))
  expect(roster['byOrigin']).toEqual([
    { city: { code: '5110', name: '内江市' }, people: 11, local: false },
    { city: { code: '5134', name: '凉山彝族自治州' }, people: 3, local: true },
  ])
})
