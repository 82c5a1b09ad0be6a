// What a round asks of its plan before anybody goes: windows, kinds, sections, meetings, levels.
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approveRound,
  fillSections,
  issueOf,
  LETTER,
  newRound,
  ok,
  planRound,
  refused,
  roundBody,
  type Json,
} from './testing/drive.ts'
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

const villagesOf = async (county: string, count: number): Promise<string[]> => {
  const { rows } = await stage.server.database.admin.query<{ id: string }>(
    `select id from registry.unit where county = $1 and kind in ('village', 'community') order by id limit $2`,
    [Number(county), count],
  )
  return rows.map((row) => row.id)
}

it('S0-06 three months from 2024-06-01 end on 2024-08-31, after which the round warns until an extension is approved by another person', async () => {
  const round = await newRound(office, {
    authority: CITY,
    starts: '2024-06-01',
    months: 3,
    types: ['level-raised'],
    authorisation: LETTER,
  })
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ ends: '2024-08-31', plannedEnds: '2024-08-31' })
  const person = await stage.person({ name: '李清', authority: CITY, home: '5305', native: '53', roles: ['leader'] })
  const [unit] = await villagesOf('530502', 1)
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '第一组', home: null, host: '530502', slots: [{ role: 'leader' }] }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: [person] }))
  await planRound(office, round)
  await approveRound(office, group, round)
  await ok(issueOf(group, round))
  await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'start' }))
  stage.server.clock.set('2024-08-31T03:00:00Z')
  expect(rulesOf(await ok(office.get(`/rounds/${round}`)))).not.toContain('after-end')
  stage.server.clock.set('2024-09-01T03:00:00Z')
  const late = await ok(office.get(`/rounds/${round}`))
  expect(late).toMatchObject({ daysLeft: -1, light: 'red' })
  expect(rulesOf(late)).toContain('after-end')
  const extension = uuid()
  await refused(office.send('POST', `/rounds/${round}/extensions`, { id: extension, to: '2024-09-30' }), 'bad-request')
  await ok(office.send('POST', `/rounds/${round}/extensions`, { id: extension, to: '2024-09-30', reason: '汛期停工两周' }))
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ ends: '2024-08-31' })
  await refused(
    office.send('POST', `/rounds/${round}/extensions/${extension}/decision`, { approve: true, opinion: '同意' }),
    'not-allowed',
  )
  const longer = await ok(
    group.send('POST', `/rounds/${round}/extensions/${extension}/decision`, { approve: true, opinion: '同意' }),
  )
  expect(longer).toMatchObject({ ends: '2024-09-30', plannedEnds: '2024-08-31', daysLeft: 29 })
  expect(rulesOf(longer)).not.toContain('after-end')
  stage.server.clock.set('2026-11-21T02:00:00Z')
})

it('S1-11 the template 4+5+17 pre-fills four mechanisms and the headcounts 5 and 17', async () => {
  const { templates } = (await ok(office.get('/round-templates'))) as {
    templates: { label: string; parts: { count: number; items: string[]; role: string | null }[] }[]
  }
  const template = templates.find(({ label }) => label === '4+5+17')
  expect(template?.parts.map(({ count, items, role }) => [count, items.length, role])).toEqual([
    [4, 4, null],
    [5, 0, 'director'],
    [17, 0, 'leader'],
  ])
})

it('S2-46 a round has any of four kinds, also several, and the list filters by each', async () => {
  const kinds = ['routine', 'special', 'mobile', 'look-back']
  const id = await newRound(office, { authority: CITY, kinds: ['special', 'look-back'], title: '专项与回头看' })
  for (const kind of kinds) {
    const { items } = (await ok(office.get(`/rounds?kind=${kind}`))) as { items: { id: string; kinds: string[] }[] }
    expect(items.every((round) => round.kinds.includes(kind))).toBe(true)
    expect(items.some((round) => round.id === id)).toBe(kind === 'special' || kind === 'look-back')
  }
  await refused(
    office.send('POST', '/rounds', { id: uuid(), authority: CITY, ...roundBody({ authority: CITY, kinds: ['fifth'] }) }),
    'bad-request',
  )
})

it('S2-06 one round may be level-raised and cross-region at once', async () => {
  const round = await newRound(office, { authority: CITY, types: ['level-raised', 'cross-region'], authorisation: LETTER })
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ types: ['level-raised', 'cross-region'] })
})

it('illegal mixes of mode and type are refused with the reason, also when a round is changed', async () => {
  const mix = roundBody({ authority: CITY, mode: 'rotation', types: ['assistance'] })
  const refusal = await refused(office.send('POST', '/rounds', { id: uuid(), authority: CITY, ...mix }), 'unfit')
  expect(refusal['detail']).toContain('整建制')
  const round = await newRound(office, { authority: CITY })
  await refused(office.send('PUT', `/rounds/${round}`, mix), 'unfit')
  const targets = { targets: (await villagesOf('530521', 2)).map((unit) => ({ unit })) }
  const raised = await refused(office.send('PUT', `/rounds/${round}/targets`, targets), 'unfit')
  expect(raised['errors']).toMatchObject([{ zh: expect.stringContaining('提级') as string }])
})

async function readyRound(options: { readonly leader?: string; readonly elevated?: boolean } = {}): Promise<string> {
  const round = await newRound(office, { authority: CITY, types: ['level-raised'], authorisation: LETTER })
  const leader = await stage.person({
    name: '何川',
    authority: CITY,
    home: options.leader ?? CITY,
    native: '5301',
    roles: ['leader'],
  })
  const member = await stage.person({ name: '白雪', authority: CITY, home: '530523', native: '530523' })
  const units = await villagesOf('530524', 3)
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  const slots = [{ role: 'leader' }, { role: 'member' }]
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '提级一组', home: null, host: '530524', slots }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: [leader, member] }))
  await planRound(office, round)
  return round
}

it('S2-20 a plan with five of its six sections is not approved, and the refusal names the sixth', async () => {
  const round = await readyRound()
  await fillSections(office, round, ['deployment', 'staffing', 'training', 'targets', 'conduct'])
  const refusal = await refused(office.send('POST', `/rounds/${round}/steps`, { event: 'submit' }), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'sections', zh: '方案缺“统筹总结评价”一节' }])
  await fillSections(office, round, ['appraisal'])
  await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'submit' }))
})

it('S2-83 nobody approves without the record of a meeting, and whoever submitted never approves', async () => {
  const round = await readyRound()
  await fillSections(office, round)
  await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'submit' }))
  await refused(office.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting: uuid() }), 'not-allowed')
  const refusal = await refused(group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting: uuid() }), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'meeting' }])
  const meeting = uuid()
  const record = {
    id: meeting,
    kind: 'leading-group',
    date: '2026-11-20',
    title: '专题会',
    attendees: ['赵启'],
    decision: '同意',
  }
  await ok(group.send('POST', `/papers/rounds/${round}/meetings`, record))
  expect(await ok(group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting, after: 2 }))).toMatchObject({
    state: 'approved',
  })
  const returned = await readyRound()
  await fillSections(office, returned)
  await ok(office.send('POST', `/rounds/${returned}/steps`, { event: 'submit' }))
  await refused(second.send('POST', `/rounds/${returned}/steps`, { event: 'return' }), 'unfit')
  expect(await ok(second.send('POST', `/rounds/${returned}/steps`, { event: 'return', reason: '补充培训安排' }))).toMatchObject({
    state: 'draft',
  })
})

it('S2-42 a leader from the county level on a level-raised team is warned of, and only a reasoned approval lets him lead', async () => {
  const round = await readyRound({ leader: '530502' })
  expect(rulesOf(await ok(office.get(`/rounds/${round}`)))).toContain('leader-level')
  await fillSections(office, round)
  await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'submit' }))
  const meeting = uuid()
  const record = {
    id: meeting,
    kind: 'leading-group',
    date: '2026-11-20',
    title: '专题会',
    attendees: ['赵启'],
    decision: '同意',
  }
  await ok(group.send('POST', `/papers/rounds/${round}/meetings`, record))
  const refusal = await refused(group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting }), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'leader-level' }])
  await ok(
    group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting, after: 2, reason: '市级组长不足，同意县级担任' }),
  )
  const orders = await ok(issueOf(group, round))
  expect(orders['items']).toHaveLength(2)
  const fromCity = await readyRound({ leader: CITY })
  expect(rulesOf(await ok(office.get(`/rounds/${fromCity}`)))).not.toContain('leader-level')
})

it('S2-38 every mode cites the rule that allows it, and the order prints the citation', async () => {
  const { bases } = (await ok(office.get('/round-templates'))) as { bases: { of: string; title: string }[] }
  for (const mode of ['rotation', 'pooled', 'paired', 'scattered', 'level-raised'])
    expect(bases.some((basis) => basis.of === mode)).toBe(true)
  const round = await readyRound()
  expect((await ok(office.get(`/rounds/${round}`)))['basis']).toMatchObject([
    { title: '《关于推进巡察工作向纵深发展的意见》（2018）' },
  ])
  await approveRound(office, group, round)
  const { items } = (await ok(issueOf(group, round))) as { items: { id: string }[] }
  const { rows } = await stage.server.database.admin.query<{ basis: string }>(
    `select content ->> 'basis' as basis from documents.issued where id = $1`,
    [items[0]?.id],
  )
  expect(rows[0]?.basis).toContain('《关于推进巡察工作向纵深发展的意见》（2018）')
})

it('an exception is signed by the leading group for one person and one target, never for kin, and can be ended', async () => {
  const round = await newRound(office, { authority: CITY, types: ['level-raised'], authorisation: LETTER })
  const person = await stage.person({ name: '尹波', authority: CITY, home: '530524', native: '530524', roles: ['leader'] })
  const [unit] = await villagesOf('530524', 1)
  const team = { id: uuid(), number: 1, name: '一组', home: null, host: '530524', slots: [{ role: 'leader' }] }
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams: [team] }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: [person] }))
  const proposal = uuid()
  await ok(office.send('POST', `/rounds/${round}/proposals`, { id: proposal, effort: 'quick' }))
  const waiver = (rule: string) => ({ id: uuid(), rule, person, target: unit, why: '当地仅此一人具备资质' })
  await refused(office.send('POST', `/rounds/${round}/waivers`, waiver('home')), 'not-allowed')
  await refused(group.send('POST', `/rounds/${round}/waivers`, waiver('kin')), 'unfit')
  await ok(group.send('POST', `/rounds/${round}/waivers`, waiver('home')))
  await ok(group.send('POST', `/rounds/${round}/waivers`, waiver('native')))
  await planRound(office, round)
  const board = await ok(office.get(`/rounds/${round}/board`))
  expect(board['breaches']).toEqual([])
  const [row] = board['rows'] as { cells: { marks: { check: string; result: string; waived: boolean }[] }[] }[]
  const marks = row?.cells[0]?.marks
  expect(marks?.filter((mark) => mark.waived).map((mark) => mark.check)).toEqual(['home', 'native'])
  const { items } = (await ok(office.get(`/rounds/${round}/waivers`))) as { items: { id: string }[] }
  await ok(group.send('POST', `/rounds/${round}/waivers/${items[0]?.id}/end`, { reason: '已另选人' }))
  expect((await ok(office.get(`/rounds/${round}/board`)))['breaches']).toHaveLength(1)
})

it('S2-22 a target that stands in another round of the same months is listed as a conflict', async () => {
  const county = await stage.staff('530502', 'office')
  const [unit = ''] = await villagesOf('530502', 5).then((units) => units.slice(4))
  const own = await newRound(county, { authority: '530502', title: '隆阳区第四轮' })
  await ok(county.send('PUT', `/rounds/${own}/targets`, { targets: [{ unit }] }))
  const round = await newRound(office, { authority: CITY, types: ['level-raised'], authorisation: LETTER })
  const targets = (await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))) as {
    warnings: { rule: string; zh: string }[]
  }
  expect(targets.warnings.find((warning) => warning.rule === 'calendar')?.zh).toContain('隆阳区第四轮')
  const calendar = (await ok(office.get('/calendar?from=2026-12-01&to=2026-12-31'))) as {
    conflicts: { kind: string; id: string; rounds: string[] }[]
  }
  expect(calendar.conflicts.find((conflict) => conflict.id === unit)).toMatchObject({
    kind: 'target',
    rounds: [own, round].toSorted(),
  })
})

it('S0-55 the city office sees the rounds of every county on one calendar, a county only its own', async () => {
  const counties = ['530502', '530521', '530523']
  const offices = await Promise.all(counties.map((county) => stage.staff(county, 'office')))
  for (const [index, county] of counties.entries()) {
    const staff = offices[index]
    if (staff !== undefined)
      await newRound(staff, { authority: county, title: `${county}本级轮次`, starts: '2027-05-01', ends: '2027-06-30' })
  }
  const calendar = (await ok(office.get('/calendar?from=2027-05-01&to=2027-05-31'))) as {
    rounds: { authority: { code: string } }[]
  }
  expect(calendar.rounds.map((round) => round.authority.code).toSorted()).toEqual(counties)
  const own = (await ok((offices[0] ?? office).get('/calendar?from=2027-05-01&to=2027-05-31'))) as {
    rounds: { authority: { code: string } }[]
  }
  expect(own.rounds.map((round) => round.authority.code)).toEqual(['530502'])
})

it('S1-02 five teams on 5 counties, 10 towns and 30 villages give a 5×5 matrix with no team in a member’s home county', async () => {
  const counties = ['530502', '530521', '530523', '530524', '530581']
  const round = await newRound(office, {
    authority: CITY,
    types: ['level-raised', 'cross-region'],
    mode: 'scattered',
    authorisation: LETTER,
    rules: { maxSameHome: null },
  })
  const units: string[] = []
  for (const county of counties) {
    units.push(await stage.unit(county, `${county}党委`, 'bureau'))
    const { rows } = await stage.server.database.admin.query<{ code: number; name: string }>(
      `select code, name from registry.region where level = 4 and code / 1000000 = $1 order by code limit 2`,
      [Number(county)],
    )
    for (const town of rows) units.push(await stage.unit(String(town.code).slice(0, 9), `${town.name}党委`))
    units.push(...(await villagesOf(county, 6)))
  }
  const targets = await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  expect(targets['totals']).toMatchObject({ targets: 45, counties: 5, townships: 10, villages: 30 })
  const people: string[] = []
  for (const [index, county] of counties.entries()) {
    for (const role of ['leader', 'member', 'member'])
      people.push(
        await stage.person({
          name: `${index}${role}${people.length}`,
          authority: CITY,
          home: county,
          native: county,
          roles: [role],
        }),
      )
  }
  const teams = counties.map((host, index) => ({
    id: uuid(),
    number: index + 1,
    name: `第${index + 1}组`,
    home: null,
    host,
    slots: [{ role: 'leader' }, { role: 'member' }, { role: 'member' }],
  }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  await planRound(office, round)
  const coverage = (await ok(office.get(`/rounds/${round}/coverage`))) as {
    matrix: { targets: number; home: boolean }[][]
    totals: object
    targetsPerTeam: number
  }
  expect(coverage.totals).toMatchObject({ targets: 45, counties: 5, townships: 10, villages: 30 })
  expect(coverage.matrix).toHaveLength(5)
  for (const line of coverage.matrix) {
    expect(line).toHaveLength(5)
    expect(line.filter((cell) => cell.targets > 0)).toHaveLength(1)
    expect(line.some((cell) => cell.targets > 0 && cell.home)).toBe(false)
  }
})

function rulesOf(round: Json): string[] {
  return (round['warnings'] as { rule: string }[]).map((warning) => warning.rule)
}
