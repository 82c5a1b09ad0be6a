import { verifyCalendar } from '@shengmian/dispatch/verify'
import { readCalendarPlan, readCalendarProblem } from '@shengmian/dispatch'
import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf, calendarSettings, newTerm, plannedCalendar } from '../testing/calendar.ts'
import { ok, refused } from '../testing/drive.ts'
import { openStage, village, type Staff, type Stage } from '../testing/stage.ts'

const COUNTY = '421003'
interface Shown {
  readonly settings: object
  readonly periods: readonly { id: string; start: string; isPast: boolean; units: number; used: number; days: number }[]
  readonly rows: readonly { place: { code: string; name: string }; due: number; placed: number; inspected: number }[]
  readonly cells: readonly {
    place: string
    period: string
    units: number
    pinned: number
    inspected: number
    broken: { zh: string }[]
  }[]
  readonly windows: readonly {
    place: string
    period: string
    isWhole: boolean
    causes: { kind: string; text: { zh: string } }[]
  }[]
  readonly coverage: readonly { level: string; due: number; placed: number; inspected: number }[]
  readonly missing: { readonly total: number; readonly names: string[] }
  readonly years: readonly { year: number; units: number; planned: number; same: number }[]
  readonly version: { readonly version: number; readonly origin: string } | null
  readonly isStale: boolean
  readonly breaches: readonly { zh: string }[]
  readonly proposal: {
    readonly state: string
    readonly progress: { done: number; of: number } | null
    readonly noPlan: { items: { zh: string }[]; relaxations: { zh: string }[] } | null
  } | null
  readonly mayChange: boolean
  readonly canUndo: number | null
}

let stage: Stage
let office: Staff
let group: Staff
let neighbour: Staff

beforeAll(async () => {
  stage = await openStage(['421003105', '421003106', '421022101'])
  office = await stage.staff(COUNTY, 'office', '周敏')
  group = await stage.staff(COUNTY, 'leading-group', '何正')
  neighbour = await stage.staff('421022', 'office', '彭远')
})
afterAll(() => stage.stop())

const shown = (plan: string, staff = office) => calendarOf<Shown>(staff, plan)
const planned = (plan: string) => plannedCalendar<Shown>(office, plan)

/** A round of spring 2026 that has inspected a unit, taken through its states. */
async function inspectedRound(round: string, unit: string): Promise<void> {
  const { admin } = stage.server.database
  await admin.query(
    `insert into rounds.round (authority, id, title, year, number, kinds, mode, types, elevated, starts, ends, planned_ends, created_by, created_at)
     values ($1, $2, '2026年第一轮', 2026, 91, '{routine}', 'pooled', '{}', false, '2026-04-06', '2026-05-10', '2026-05-10', $3, now())`,
    [421_003_000_000, round, office.account],
  )
  await admin.query(
    `insert into rounds.target (authority, round, unit, county, place, workload, position) values ($1, $2, $3, $4, $5, 20, 1)`,
    [421_003_000_000, round, unit, Number(COUNTY), Number(unit.slice(-12))],
  )
  for (const state of ['submitted', 'approved', 'authorised', 'running', 'reporting', 'closed'])
    await admin.query(`update rounds.round set state = $2 where id = $1`, [round, state])
}

const windowBody = (more: object = {}): object => ({
  place: COUNTY,
  kind: 'election',
  from: '2027-03-01',
  to: '2027-03-31',
  yearly: false,
  reason: '村“两委”换届',
  source: '县委通知',
  ...more,
})

async function newWindow(plan: string, more: object = {}): Promise<string> {
  const id = uuid()
  await ok(office.send('PUT', `/term-plans/${plan}/blackouts/${id}`, windowBody(more)))
  return id
}

/** Windows belong to the office and hold for all its terms, so a test takes its own away again. */
const dropWindow = (plan: string, id: string) => office.send('DELETE', `/term-plans/${plan}/blackouts/${id}`)

const visitsOf = async (plan: string, query: string) =>
  (await ok(office.get(`/term-plans/${plan}/calendar/visits?${query}`)))['items'] as {
    unit: string
    name: string
    period: string | null
    pinned: string | null
    urgency: number
  }[]

it('windows are kept, changed and taken away by the office alone; the leading group reads them and another county sees nothing', async () => {
  const plan = await newTerm(office, COUNTY, 2026)
  const id = await newWindow(plan)
  await ok(office.send('PUT', `/term-plans/${plan}/blackouts/${id}`, windowBody({ to: '2027-04-10', kind: 'other' })))
  const seen = (await ok(group.get(`/term-plans/${plan}/blackouts`)))['items'] as object[]
  expect(seen).toMatchObject([
    { id, place: { code: COUNTY, name: '荆州区' }, kind: 'other', to: '2027-04-10', reason: '村“两委”换届', by: '周敏' },
  ])
  await refused(group.send('PUT', `/term-plans/${plan}/blackouts/${id}`, windowBody()), 'not-allowed')
  await refused(group.send('DELETE', `/term-plans/${plan}/blackouts/${id}`), 'not-allowed')
  await refused(neighbour.get(`/term-plans/${plan}/blackouts`), 'not-found')
  await refused(neighbour.send('PUT', `/term-plans/${plan}/blackouts/${uuid()}`, windowBody()), 'not-found')
  await refused(neighbour.get(`/term-plans/${plan}/calendar`), 'not-found')
  const put = (more: object) => office.send('PUT', `/term-plans/${plan}/blackouts/${uuid()}`, windowBody(more))
  await refused(put({ to: '2027-02-01' }), 'unfit')
  await refused(put({ place: '421022' }), 'unfit')
  await refused(put({ place: '429999' }), 'unknown-place')
  await refused(put({ reason: ' ' }), 'bad-request')
  expect((await dropWindow(plan, id)).status).toBe(204)
  await refused(dropWindow(plan, id), 'not-found')
})

describe('a calendar of 荆州区', () => {
  let plan: string
  let first: Shown
  const windows: string[] = []

  beforeAll(async () => {
    plan = await newTerm(office, COUNTY, 2026)
    await ok(office.send('PUT', `/term-plans/${plan}/calendar/settings`, calendarSettings({ days: 24 })))
    // everybody harvests in June, so that the second quarter leaves days; one township votes through a whole quarter
    windows.push(
      await newWindow(plan, { kind: 'farming', from: '2026-05-20', to: '2026-06-30', yearly: true, reason: '夏收夏种' }),
    )
    windows.push(await newWindow(plan, { place: '421003105', from: '2027-01-01', to: '2027-03-31' }))
    await stage.dossier(village('421003105201'), { class: 'lagging' })
    first = await planned(plan)
  }, 60_000)
  afterAll(async () => {
    for (const id of windows) await dropWindow(plan, id)
  })

  it('S4-02 S4-16 every village of the official list lies in one period of five years, within its team-days, and none is missing', async () => {
    const { rows: official } = await stage.server.database.admin.query<{ count: number }>(
      `select count(*)::integer as count from registry.unit where county = $1 and kind in ('village', 'community') and state = 'active'`,
      [Number(COUNTY)],
    )
    const due = official[0]?.count ?? 0
    expect(due).toBeGreaterThan(20)
    expect(first.coverage).toEqual([{ level: 'village', due, placed: due, inspected: 0 }])
    expect(first.missing).toEqual({ total: 0, names: [] })
    // the one region went through both phases, and the page was told
    expect(first.proposal?.progress).toMatchObject({ of: 2 })
    expect(first.periods.length).toBe(20)
    for (const { used, days } of first.periods) expect(used).toBeLessThanOrEqual(days)
    expect(first.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030])
    expect(first.years.reduce((sum, { units }) => sum + units, 0)).toBe(due)
    // the clock stands in November 2026: three quarters are over
    expect(first.periods.filter(({ isPast }) => isPast).map(({ units }) => units)).toEqual([0, 0, 0])
    // a village more on the list is missing by its name until the calendar is planned again
    const fresh = await stage.unit('421003105298', '新设村', 'village')
    const later = await shown(plan)
    expect([later.isStale, later.missing]).toEqual([true, { total: 1, names: ['新设村'] }])
    expect(later.breaches).toEqual([{ zh: '新设村没有安排巡察', en: '新设村 is not visited' }])
    await stage.server.database.admin.query(`delete from registry.unit where id = $1`, [fresh])
  })

  it('S4-17 a township that votes is not opened then, the harvest is shown with its reason, and the urgent village is first', async () => {
    const voting = first.windows.find(({ place, period }) => place === '421003105' && period === '2027-01~03')
    expect([voting?.isWhole, voting?.causes.map(({ kind }) => kind)]).toEqual([true, ['election']])
    expect(voting?.causes[0]?.text.zh).toBe('村“两委”换届 2027-01-01至2027-03-31，依据：县委通知')
    expect(first.cells.filter(({ place, period }) => place === '421003105' && period === '2027-01~03')).toEqual([])
    const harvest = first.windows.filter(
      ({ period, causes }) => period.endsWith('-04~06') && causes.some(({ kind }) => kind === 'farming'),
    )
    expect(harvest.length).toBe(first.rows.length * 5)
    expect(harvest.every(({ isWhole }) => !isWhole)).toBe(true)
    const [urgent] = (await visitsOf(plan, 'place=421003105')).filter(({ urgency }) => urgency > 0)
    expect([urgent?.unit, urgent?.period]).toEqual([village('421003105201'), '2026-10~12'])
  })

  it('problem and plan come as files that verify accepts, and the workbook holds townships, units and windows', async () => {
    const file = async (name: string) => (await office.get(`/term-plans/${plan}/calendar/${name}`)).bytes?.toString() ?? ''
    const problem = readCalendarProblem(await file('problem.json'))
    const answer = readCalendarPlan(await file('plan.json'))
    if (problem.kind !== 'read' || answer.kind !== 'read') throw new Error('unreadable')
    expect(verifyCalendar(problem.value, answer.value).breaches).toEqual([])
    const sheet = await group.get(`/term-plans/${plan}/calendar.xlsx`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(sheet.bytes as unknown as ExcelJS.Buffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['排期', '单位', '分年', '避开期'])
    expect(book.getWorksheet('单位')?.actualRowCount).toBe(1 + (first.coverage[0]?.due ?? 0))
    expect(book.getWorksheet('避开期')?.getRow(2).getCell(1).value).toBe('荆州区')
  })

  it('a village is moved and pinned, refused with the fact where a window is, and taken back with its pin', async () => {
    const before = await shown(plan)
    const version = before.version?.version ?? 0
    const [one] = await visitsOf(plan, 'place=421003105')
    if (one === undefined) throw new Error('no village')
    const send = (path: string, body: object, staff = office) => staff.send('POST', `/term-plans/${plan}/calendar/${path}`, body)
    const closed = { version, moves: [{ unit: one.unit, period: '2027-01~03' }], pin: true }
    const judged = await ok(send('moves/check', closed))
    expect((judged['breaches'] as { zh: string }[])[0]?.zh).toContain('换届')
    const refusal = await refused(send('moves', closed), 'unfit')
    expect((refusal['errors'] as object[])[0]).toMatchObject({ at: 'window', zh: expect.stringContaining(one.name) })
    // the last period with a village's team-days to spare
    const free = before.periods.findLast(({ used, days }) => used + 4 <= days)?.id ?? ''
    const past = { version, moves: [{ unit: one.unit, period: '2026-01~03' }], pin: false }
    expect(((await ok(send('moves/check', past)))['breaches'] as { zh: string }[])[0]?.zh).toBe('2026-01~03已过')
    const open = { version, moves: [{ unit: one.unit, period: free }], pin: true }
    expect((await ok(send('moves/check', open)))['breaches']).toEqual([])
    await refused(send('moves', open, group), 'not-allowed')
    await ok(send('moves', open))
    await refused(send('moves', open), 'changed-meanwhile')
    const after = await shown(plan)
    expect([after.version?.origin, after.isStale, after.canUndo]).toEqual(['by-hand', false, version + 1])
    expect(after.cells.find(({ place, period }) => place === '421003105' && period === free)?.pinned).toBe(1)
    const again = await planned(plan)
    expect((await visitsOf(plan, `place=421003105&period=${free}`)).map(({ unit, pinned }) => [unit, pinned])).toContainEqual([
      one.unit,
      'office',
    ])
    await ok(send('undo', { version: again.version?.version }))
    await ok(send('undo', { version: (again.version?.version ?? 0) + 1 }))
    const back = (await visitsOf(plan, 'place=421003105')).find(({ unit }) => unit === one.unit)
    expect([back?.period, back?.pinned]).toEqual([one.period, null])
    const restored = await shown(plan)
    expect([restored.version?.origin, restored.isStale, restored.canUndo]).toEqual(['undo', false, null])
    await refused(send('undo', { version: restored.version?.version }), 'wrong-state')
  }, 60_000)

  it('a window that comes later makes the calendar stale and names what it breaks; adoption waits until it is mended', async () => {
    const cell = first.cells.find(({ period }) => period > '2027-04')
    if (cell === undefined) throw new Error('no cell')
    const { start } = first.periods.find(({ id }) => id === cell.period) ?? { start: '' }
    const id = await newWindow(plan, { place: cell.place, from: start, to: `${start.slice(0, 4)}-12-31`, reason: '并村改革' })
    const stale = await shown(plan)
    expect(stale.isStale).toBe(true)
    const broken = stale.cells.find(({ place, period }) => place === cell.place && period === cell.period)
    expect(broken?.broken[0]?.zh).toContain('并村改革')
    const adopt = { version: stale.version?.version, years: [2027] }
    await refused(office.send('POST', `/term-plans/${plan}/calendar/adoptions`, adopt), 'unfit')
    await dropWindow(plan, id)
    expect((await shown(plan)).isStale).toBe(false)
  })

  it('adopted years become the plans of the years, key units keep their mark, and a unit stands in one year', async () => {
    const { version } = await shown(plan)
    const inYear = (await visitsOf(plan, `place=${COUNTY}`)).filter(({ period }) => period?.startsWith('2028') === true)
    const [key, other] = inYear
    const put = (year: number, items: object[]) => office.send('PUT', `/term-plans/${plan}/years/${year}`, { items })
    await ok(put(2028, [{ unit: key?.unit, key: true, criteria: '信访集中' }]))
    await ok(put(2029, [{ unit: other?.unit, key: false }]))
    const body = { version: version?.version, years: [2028] }
    await refused(group.send('POST', `/term-plans/${plan}/calendar/adoptions`, body), 'not-allowed')
    const adopted = await ok(office.send('POST', `/term-plans/${plan}/calendar/adoptions`, body))
    expect(adopted['years']).toEqual([
      { year: 2028, units: inYear.length, added: inYear.length - 1, removed: 0 },
      { year: 2029, units: 0, added: 0, removed: 1 },
    ])
    const items = (await ok(office.get(`/term-plans/${plan}/years/2028`)))['items'] as { unit: string; key: boolean }[]
    expect(items.find(({ unit }) => unit === key?.unit)).toMatchObject({ key: true, criteria: '信访集中' })
    const { years } = await shown(plan)
    expect(years[2]).toMatchObject({ year: 2028, units: inYear.length, planned: inYear.length, same: inYear.length })
  })

  it('what a round has inspected is pinned where it was, is not moved, and counts as inspected', async () => {
    const round = uuid()
    const unit = village('421003105203')
    await inspectedRound(round, unit)
    const view = await shown(plan)
    expect(view.isStale).toBe(true)
    expect(view.cells.find(({ place, period }) => place === '421003105' && period === '2026-04~06')).toMatchObject({
      inspected: 1,
    })
    const move = { version: view.version?.version, moves: [{ unit, period: '2029-01~03' }], pin: false }
    await refused(office.send('POST', `/term-plans/${plan}/calendar/moves`, move), 'unfit')
    const again = await planned(plan)
    expect([again.isStale, again.coverage[0]?.inspected]).toEqual([false, 1])
    expect((await visitsOf(plan, 'place=421003105')).find((visit) => visit.unit === unit)).toMatchObject({
      period: '2026-04~06',
      pinned: 'inspected',
    })
  }, 60_000)
})

it('too few team-days are answered with the shortage and what would do; settings and orders of others are refused', async () => {
  const plan = await newTerm(office, COUNTY, 2026)
  const put = (staff: Staff, more: object) => staff.send('PUT', `/term-plans/${plan}/calendar/settings`, calendarSettings(more))
  await refused(put(group, {}), 'not-allowed')
  await refused(put(office, { exceptions: [{ period: '2040-01~03', days: 5 }] }), 'unfit')
  await refused(put(office, { months: 1, stay: 40 }), 'unfit')
  await ok(put(office, { days: 3 }))
  await refused(group.send('POST', `/term-plans/${plan}/calendar/proposals`, { id: uuid() }), 'not-allowed')
  const view = await planned(plan)
  expect(view.proposal?.state).toBe('no-plan')
  expect(view.proposal?.noPlan?.items[0]?.zh).toMatch(/缺\d+个/)
  expect(view.proposal?.noPlan?.relaxations.length).toBeGreaterThan(0)
  expect(view.version).toBeNull()
  await refused(office.get(`/term-plans/${plan}/calendar.xlsx`), 'wrong-state')
  await refused(office.send('POST', `/term-plans/${plan}/calendar/undo`, { version: 1 }), 'wrong-state')
})

it('a calendar at work is stopped and leaves no version; meanwhile nothing is moved and no second one is asked for', async () => {
  const plan = await newTerm(office, COUNTY, 2026)
  await ok(office.send('PUT', `/term-plans/${plan}/calendar/settings`, calendarSettings({ months: 1, stay: 5 })))
  const id = uuid()
  await ok(office.send('POST', `/term-plans/${plan}/calendar/proposals`, { id }))
  await refused(office.send('POST', `/term-plans/${plan}/calendar/proposals`, { id: uuid() }), 'wrong-state')
  const stopped = await ok(office.send('POST', `/term-plans/${plan}/calendar/proposals/${id}/cancel`, {}))
  expect(stopped['state']).toBe('cancelled')
  await refused(office.send('POST', `/term-plans/${plan}/calendar/proposals/${id}/cancel`, {}), 'wrong-state')
  await new Promise((resolve) => setTimeout(resolve, 800))
  const view = await shown(plan)
  expect([view.version, view.proposal?.state]).toEqual([null, 'cancelled'])
})
