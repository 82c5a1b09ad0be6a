import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approveRound,
  finished,
  issueOf,
  newRound,
  ok,
  planRound,
  refused,
  roundBody,
  submitRound,
  type Json,
} from './testing/drive.ts'
import { openStage, village, type Staff, type Stage } from './testing/stage.ts'

const JINGZHOU = '4210'
const MISHI = '421003105'
let stage: Stage
let office: Staff
let group: Staff
let people: string[]
let leaders: string[]
let town: string
let secretary: string

beforeAll(async () => {
  stage = await openStage(['4210'])
  office = await stage.staff(JINGZHOU, 'office', '周敏')
  group = await stage.staff(JINGZHOU, 'leading-group', '罗启明')
  town = await stage.unit(MISHI, '弥市镇党委')
  secretary = await stage.official(town, '贺建华')
  const from = (name: string, role: string, extra: object = {}) =>
    stage.person({ name, authority: '4210', home: '421024', native: '421024', roles: [role], ...extra })
  leaders = [await from('郑国平', 'leader'), await from('江一鸣', 'leader')]
  people = [
    ...leaders,
    await from('钱小梅', 'member'),
    await from('孙立', 'member'),
    await from('吴桐', 'member'),
    await from('冯志远', 'member'),
  ]
})
afterAll(() => stage.stop())

const team = (slots: readonly object[] = [{ role: 'leader' }, { role: 'member' }, { role: 'member' }]) => ({
  id: uuid(),
  number: 1,
  name: '江陵一组',
  home: '421024',
  host: '421003',
  slots,
})

async function mishiRound(dates: { readonly starts?: string } = {}): Promise<string> {
  const round = await newRound(office, {
    authority: JINGZHOU,
    types: ['cross-region'],
    sending: '421024',
    host: '421003',
    rules: { maxSameHome: null },
    ...dates,
  })
  await ok(office.send('POST', `/rounds/${round}/targets/trees`, { place: MISHI }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams: [team()] }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  return round
}

it('S0-05 one town and its 24 villages and communities are one tree of 25 targets', async () => {
  const round = await newRound(office, { authority: JINGZHOU, types: ['cross-region'], sending: '421024' })
  const targets = await ok(office.send('POST', `/rounds/${round}/targets/trees`, { place: MISHI }))
  expect(targets['totals']).toMatchObject({ targets: 25, townships: 1, villages: 24, counties: 1 })
  const coverage = await ok(office.get(`/rounds/${round}/coverage`))
  expect(coverage['totals']).toMatchObject({ targets: 25, villages: 24 })
})

it('S0-03 江陵 may inspect 弥市镇 of 荆州区, and 荆州区 itself is refused as the same authority', async () => {
  const plan = { authority: JINGZHOU, types: ['cross-region'], sending: '421024' }
  const round = await newRound(office, plan)
  await ok(office.send('POST', `/rounds/${round}/targets/trees`, { place: MISHI }))
  const shown = await ok(office.get(`/rounds/${round}`))
  expect(shown['sending']).toMatchObject({ code: '421024', name: '江陵县' })
  expect(shown['responsible']).toMatchObject([{ code: '421003' }])
  const same = await newRound(office, { ...plan, sending: '421003' })
  const refusal = await refused(office.send('POST', `/rounds/${same}/targets/trees`, { place: MISHI }), 'unfit')
  expect(refusal['detailEn']).toContain('same authority')
})

it('a round is planned, changed by hand, approved by another person and handed out as numbered orders', async () => {
  const round = await mishiRound()
  const clashes = await ok(office.get(`/rounds/${round}/clashes`))
  expect(clashes).toMatchObject({ people: 6, seats: 3, barred: 0 })
  await planRound(office, round)
  const board = await ok(office.get(`/rounds/${round}/board`))
  expect(board).toMatchObject({ version: 1, stale: false, breaches: [] })
  const [row] = board['rows'] as {
    cells: { person: { id: string } | null; marks: { check: string }[] }[]
    targets: object[]
    team: string
  }[]
  expect(row?.targets).toHaveLength(25)
  expect(row?.cells[0]?.marks.map((mark) => mark.check)).toEqual(['home', 'native', 'posting', 'kin', 'tie', 'repeat'])
  const member = row?.cells[1]?.person?.id ?? ''
  const spare = (board['unassigned'] as { id: string }[]).find(({ id }) => !leaders.includes(id))?.id ?? ''
  const moves = [{ team: row?.team, slot: 1, person: spare }]
  expect(await ok(office.send('POST', `/rounds/${round}/board/checks`, { moves }))).toMatchObject({ allowed: true })
  const changed = await ok(office.send('POST', `/rounds/${round}/board/moves`, { version: 1, moves, reason: '原组员请假' }))
  expect(changed).toMatchObject({ version: 2, canUndo: true, breaches: [] })
  await refused(
    office.send('POST', `/rounds/${round}/board/moves`, { version: 1, moves, reason: '原组员请假' }),
    'changed-meanwhile',
  )
  const undone = await ok(office.send('POST', `/rounds/${round}/board/undo`, { version: 2, reason: '已销假' }))
  expect((undone['rows'] as Json[])[0]).toMatchObject({ cells: [{}, { person: { id: member } }, {}] })
  await refused(issueOf(group, round), 'wrong-state')
  await approveRound(office, group, round)
  await refused(issueOf(office, round), 'not-allowed')
  const orders = await ok(issueOf(group, round))
  expect(orders['missing']).toEqual([])
  const items = orders['items'] as { number: string; targets: object[]; id: string; person: { id: string } }[]
  expect(items.map((order) => order.number)).toEqual(['荆巡授〔2026〕1号', '荆巡授〔2026〕2号', '荆巡授〔2026〕3号'])
  expect(items[0]?.targets).toHaveLength(25)
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ state: 'authorised' })
  const file = await office.get(`/rounds/${round}/orders/${items[0]?.id}/document`)
  expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  const certificate = await ok(office.get(`/rounds/${round}/certificates/${items[0]?.person.id}`))
  expect(certificate).toMatchObject({
    number: '荆巡回〔2026〕1号',
    order: { number: '荆巡授〔2026〕1号' },
    approvedBy: { name: '罗启明' },
  })
  expect(certificate['checks']).toHaveLength(6)
  const paper = await office.get(`/rounds/${round}/certificates/${items[0]?.person.id}/document`)
  expect(paper.status).toBe(200)
  await ok(group.send('POST', `/rounds/${round}/orders/${items[0]?.id}/revoke`, { reason: '因病退出' }))
  expect((await ok(office.get(`/rounds/${round}/orders`)))['missing']).toHaveLength(1)
})

it('S0-01 a team whose leader held a post in 弥市镇 is not saved, and the refusal names the rule, the tie and the dates', async () => {
  const round = await mishiRound()
  const former = await stage.person({
    name: '文清',
    authority: '4210',
    home: '421024',
    native: '421024',
    roles: ['leader'],
    postings: [{ region: MISHI, from: '2022-03', to: '2025-06' }],
  })
  const own = team()
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams: [own] }))
  const refusal = await refused(
    office.send('PUT', `/rounds/${round}/pool`, { people: [...people, former], pins: [{ person: former, team: own.id }] }),
    'unfit',
  )
  const [error] = refusal['errors'] as { at: string; zh: string }[]
  expect(error?.at).toBe('posting')
  expect(error?.zh).toContain('弥市镇')
  expect(error?.zh).toContain('2022年3月')
  expect(error?.zh).toContain('2025年6月')
  expect((await ok(office.get(`/rounds/${round}/pool`)))['items']).toHaveLength(6)
})

it('S0-07 the roster says of every member that he has 0 ties to the place, or lists each', async () => {
  const round = await mishiRound()
  const known = leaders[0] ?? ''
  const tie = await stage.tie(known, secretary, 'study', 64, 'course')
  await planRound(office, round)
  const roster = await ok(office.get(`/rounds/${round}/roster`))
  const members = roster['members'] as { person: { id: string }; ties: { zh: string }[] }[]
  expect(members).toHaveLength(3)
  for (const member of members) expect(member.ties).toHaveLength(member.person.id === known ? 1 : 0)
  await stage.server.database.admin.query(`update registry.tie set state = 'withdrawn', state_reason = '误报' where id = $1`, [
    tie,
  ])
})

it('the leading group reads the board and the certificates as the office does, ties and all, and cannot approve over a late one', async () => {
  const round = await mishiRound()
  for (const known of leaders) await stage.tie(known, secretary, 'study', 64, 'course')
  await planRound(office, round)
  const { rows } = (await ok(group.get(`/rounds/${round}/board`))) as {
    rows: { exposure: number; cells: { person: { id: string } }[] }[]
  }
  const seated = rows[0]?.cells[0]?.person.id ?? ''
  expect([leaders.includes(seated), rows[0]?.exposure]).toEqual([true, 64])
  const pages = ['board', 'certificates', `certificates/${seated}`, 'roster']
  for (const page of pages)
    expect([page, await ok(group.get(`/rounds/${round}/${page}`))]).toEqual([
      page,
      await ok(office.get(`/rounds/${round}/${page}`)),
    ])
  const meeting = await submitRound(office, group, round)
  await stage.tie(seated, secretary, 'kinship', 1000, 'K2')
  await refused(group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting, reason: '同意，已阅提示' }), 'unfit')
  await stage.server.database.admin.query(
    `update registry.tie set state = 'withdrawn', state_reason = '测试' where person = any ($1)`,
    [leaders],
  )
})

it('a tie declared late finds the assignments it touches, and the plan is repaired with the fewest changes', async () => {
  const round = await mishiRound()
  await planRound(office, round)
  await approveRound(office, group, round)
  await ok(issueOf(group, round))
  const board = await ok(office.get(`/rounds/${round}/board`))
  const [row] = board['rows'] as { cells: { person: { id: string } }[] }[]
  const leader = row?.cells[0]?.person.id ?? ''
  const declared = await ok(
    office.send('POST', `/rounds/${round}/late-ties`, {
      id: uuid(),
      person: leader,
      official: secretary,
      kind: 'kinship',
      degree: 'K4',
      detail: '配偶之兄',
      source: 'self',
    }),
  )
  expect(declared).toMatchObject({ effect: 'barred', affected: [{ teamName: '江陵一组', targets: ['弥市镇党委'] }] })
  // the order says so itself: 发现应当回避情形的，授权即时停止
  const stopped = (await ok(office.get(`/rounds/${round}/orders`)))['items'] as { state: string; person: { id: string } }[]
  expect(stopped.filter((order) => order.state === 'revoked').map((order) => order.person.id)).toEqual([leader])
  expect(await ok(office.get(`/rounds/${round}/certificates/${leader}`))).toMatchObject({ result: 'bar', number: null })
  const repair = await finished(office, round, String(declared['repair']))
  expect(repair, JSON.stringify(repair)).toMatchObject({ state: 'done', purpose: 'repair', verified: true })
  expect(repair['changes']).toHaveLength(2)
  expect((repair['message'] as { zh: string }).zh).toContain('变动 2 人，已证明不能更少')
  await refused(office.send('POST', `/rounds/${round}/proposals/${String(repair['id'])}/take`, {}), 'unfit')
  await ok(office.send('POST', `/rounds/${round}/proposals/${String(repair['id'])}/take`, { reason: '补报亲属关系' }))
  const before = await ok(office.get(`/rounds/${round}/orders`))
  expect(before).toMatchObject({ stale: [], missing: [{}] })
  const after = await ok(issueOf(group, round))
  expect(after).toMatchObject({ stale: [], missing: [] })
  const states = (after['items'] as { state: string }[]).map((order) => order.state)
  expect(states.filter((state) => state === 'revoked')).toHaveLength(1)
  await stage.server.database.admin.query(
    `update registry.tie set state = 'withdrawn', state_reason = '测试' where person = $1`,
    [leader],
  )
})

it('an order lies inside its round, a meeting is past when it is recorded, and blanks are no reason', async () => {
  const round = await mishiRound()
  await planRound(office, round)
  const future = { id: uuid(), kind: 'leading-group', date: '2999-01-01', title: '会', attendees: ['甲'], decision: '同意' }
  await refused(office.send('POST', `/papers/rounds/${round}/meetings`, future), 'unfit')
  await approveRound(office, group, round)
  await refused(issueOf(group, round, { from: '2019-01-01' }), 'unfit')
  await refused(issueOf(group, round, { until: '2099-12-31' }), 'unfit')
  const { items } = (await ok(issueOf(group, round))) as { items: { id: string }[] }
  await refused(group.send('POST', `/rounds/${round}/orders/${items[0]?.id}/revoke`, { reason: '   ' }), 'bad-request')
})

it('the state machine is in the database too: a step that stands in no row is refused there', async () => {
  const round = await mishiRound()
  const { admin } = stage.server.database
  await expect(admin.query(`update rounds.round set state = 'running' where id = $1`, [round])).rejects.toThrow(
    'no step leads from draft to running',
  )
  await refused(office.send('POST', `/rounds/${round}/steps`, { event: 'start' }), 'wrong-state')
  const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from rounds.step')
  expect(rows[0]?.n).toBe(12)
})

it('an unknown code, a person twice and a team twice are refused with the place of the error', async () => {
  await refused(
    office.send('POST', '/rounds', { id: uuid(), authority: JINGZHOU, ...roundBody({ authority: JINGZHOU, sending: '999999' }) }),
    'unknown-place',
  )
  const round = await mishiRound()
  await refused(office.send('PUT', `/rounds/${round}/pool`, { people: [people[0], people[0]] }), 'bad-request')
  await refused(office.send('PUT', `/rounds/${round}/teams`, { teams: [team(), team()] }), 'unfit')
  await refused(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit: village('421003105999') }] }), 'unfit')
})

it('a member declares a tie himself under his order, and his office sees what it breaks', async () => {
  const round = await mishiRound({ starts: '2026-11-01' })
  await planRound(office, round)
  await approveRound(office, group, round)
  const { items } = (await ok(issueOf(group, round))) as {
    items: { person: { id: string }; role: string }[]
  }
  const self = items.find((order) => order.role === 'member')?.person.id ?? ''
  const member = await stage.staffOfPerson(self)
  expect((await ok(member.get('/rounds')))['items']).toMatchObject([{ id: round }])
  const tie = { id: uuid(), person: self, official: secretary, kind: 'kinship', degree: 'K3', detail: '姑父', source: 'self' }
  expect(await ok(member.send('POST', `/rounds/${round}/late-ties`, tie))).toMatchObject({ effect: 'pending', repair: null })
  const other = items.find((order) => order.person.id !== self)?.person.id ?? ''
  await refused(member.send('POST', `/rounds/${round}/late-ties`, { ...tie, id: uuid(), person: other }), 'not-found')
  const board = await ok(office.get(`/rounds/${round}/board`))
  expect(board['breaches']).toMatchObject([{ rule: 'kin' }])
  expect((await ok(office.get(`/rounds/${round}/late-ties`)))['items']).toHaveLength(1)
  await stage.server.database.admin.query(
    `update registry.tie set state = 'withdrawn', state_reason = '测试' where person = $1`,
    [self],
  )
})

it('a round without a possible plan is answered with the rules and facts that clash, and a running proposal can be cancelled', async () => {
  const round = await mishiRound()
  const local = await stage.person({ name: '本地人', authority: '4210', home: '421003', native: '421003', roles: ['leader'] })
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: [local, ...people.slice(2)] }))
  const id = uuid()
  await ok(office.send('POST', `/rounds/${round}/proposals`, { id, effort: 'quick' }))
  const proposal = await finished(office, round, id)
  expect(proposal['state']).toBe('no-plan')
  const clash = proposal['noPlan'] as { proven: boolean; clashes: { rule: string; fact: { zh: string } }[] }
  expect(clash.proven).toBe(true)
  expect(clash.clashes.length).toBeGreaterThan(0)
  expect(clash.clashes.map((item) => item.fact.zh).join()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  await refused(office.send('POST', `/rounds/${round}/proposals/${id}/take`, {}), 'wrong-state')
  const second = uuid()
  await ok(office.send('POST', `/rounds/${round}/proposals`, { id: second, effort: 'long' }))
  expect(await ok(office.send('POST', `/rounds/${round}/proposals/${second}/cancel`))).toMatchObject({ state: 'cancelled' })
  await refused(office.send('POST', `/rounds/${round}/proposals/${second}/cancel`), 'wrong-state')
})

it('the sending office sees the round from its submission on, without the plan, and the inspected town nothing', async () => {
  const round = await mishiRound()
  const sender = await stage.staff('421024', 'office')
  const listed = async () => ((await ok(sender.get('/rounds')))['items'] as { id: string }[]).some((item) => item.id === round)
  expect(await listed()).toBe(false)
  await planRound(office, round)
  await approveRound(office, group, round)
  expect(await listed()).toBe(true)
  expect(await ok(sender.get(`/rounds/${round}`))).toMatchObject({ steps: [] })
  await refused(sender.get(`/rounds/${round}/board`), 'not-found')
  await refused(sender.send('POST', `/rounds/${round}/steps`, { event: 'reopen', reason: '改派' }), 'not-allowed')
  const stranger = await stage.staff('421002', 'office')
  await refused(stranger.get(`/rounds/${round}`), 'not-found')
})
