// Look-backs asked for by an office: planned from the days of the level above, shown, exported, and refused where they cannot be.
import { readCalendarPlan, readCalendarProblem } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf, calendarSettings, newTerm, plannedCalendar } from '../testing/calendar.ts'
import { ok, refused } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const COUNTY = '421003'

interface Shown {
  readonly lookBacks: { readonly due: number; readonly placed: number; readonly inspected: number } | null
  readonly periods: readonly {
    id: string
    used: number
    lookBacks: number
    above: { readonly used: number; readonly days: number } | null
  }[]
  readonly cells: readonly { place: string; period: string; units: number; lookBacks: number }[]
  readonly years: readonly {
    year: number
    units: number
    days: number
    lookBacks: number
    planned: number
    same: number
    plannedLookBacks: number
    sameLookBacks: number
  }[]
  readonly isStale: boolean
  readonly breaches: readonly { zh: string }[]
  readonly version: { readonly version: number } | null
  readonly proposal: { readonly state: string; readonly noPlan: { readonly items: { zh: string }[] } | null } | null
}
interface Visit {
  readonly unit: string
  readonly period: string
  readonly urgency: number
  readonly lookBack: {
    readonly period: string | null
    readonly isNamed: boolean
    readonly isPinned: boolean
    readonly isInspected: boolean
  } | null
}

let stage: Stage
let office: Staff

beforeAll(async () => {
  stage = await openStage(['421003105', '421003106'])
  office = await stage.staff(COUNTY, 'office', '周敏')
})
afterAll(() => stage.stop())

const rule = (more: object = {}): object => ({
  classes: ['lagging', 'ordinary', 'exemplary', 'unknown'],
  share: 20,
  units: [],
  after: 4,
  within: null,
  by: 'above',
  days: null,
  workload: 3,
  ...more,
})
const put = (plan: string, lookBack: object | null) =>
  office.send('PUT', `/term-plans/${plan}/calendar/settings`, calendarSettings({ lookBack }))
const shown = (plan: string) => calendarOf<Shown>(office, plan)
const planned = (plan: string) => plannedCalendar<Shown>(office, plan)
const visitsOf = async (plan: string, query = `place=${COUNTY}`): Promise<readonly Visit[]> =>
  (await ok(office.get(`/term-plans/${plan}/calendar/visits?${query}`)))['items'] as readonly Visit[]

const someVillage = async (plan: string, town: string): Promise<string> => (await visitsOf(plan, `place=${town}`))[0]?.unit ?? ''

describe('look-backs by the level above', () => {
  it('are planned for the share that is asked, late enough, from days of their own, and verify agrees', async () => {
    const plan = await newTerm(office, COUNTY, 2027)
    await ok(put(plan, rule()))
    const view = await planned(plan)
    expect(view.proposal?.state).toBe('done')
    const visits = await visitsOf(plan)
    const again = visits.filter(({ lookBack }) => lookBack !== null)
    expect(again.length).toBe(Math.ceil(visits.length / 5))
    expect(view.lookBacks).toEqual({ due: again.length, placed: again.length, inspected: 0, late: 0 })
    const order = new Map(view.periods.map(({ id }, k) => [id, k]))
    for (const { period, lookBack } of again)
      expect((order.get(lookBack?.period ?? '') ?? -1) - (order.get(period) ?? 99)).toBeGreaterThanOrEqual(4)
    expect(view.periods.reduce((sum, { lookBacks }) => sum + lookBacks, 0)).toBe(again.length)
    expect(view.cells.reduce((sum, { lookBacks }) => sum + lookBacks, 0)).toBe(again.length)
    expect(view.years.reduce((sum, { lookBacks }) => sum + lookBacks, 0)).toBe(again.length)
    for (const { above, lookBacks } of view.periods) {
      expect(above?.used).toBe(lookBacks * 3)
      expect(above?.used).toBeLessThanOrEqual(above?.days ?? -1)
    }
    const file = async (name: string) => JSON.parse((await office.get(`/term-plans/${plan}/calendar/${name}`)).bytes.toString())
    const problem = readCalendarProblem(await file('problem.json'))
    const calendar = readCalendarPlan(await file('plan.json'))
    if (problem.kind === 'refused' || calendar.kind === 'refused') throw new Error('a file is not in its format')
    expect(verifyCalendar(problem.value, calendar.value).breaches).toEqual([])
  })

  it('stand in the cells of their period and in the workbook with who makes them', async () => {
    const plan = await newTerm(office, COUNTY, 2027)
    const named = await someVillage(plan, '421003105')
    await ok(put(plan, rule({ classes: [], units: [named] })))
    const view = await planned(plan)
    const [own] = (await visitsOf(plan)).filter(({ lookBack }) => lookBack !== null)
    expect(own).toMatchObject({ unit: named, lookBack: { isNamed: true, isInspected: false } })
    const period = own?.lookBack?.period ?? ''
    const there = await visitsOf(plan, `place=421003105&period=${encodeURIComponent(period)}`)
    expect(there.map(({ unit }) => unit)).toContain(named)
    expect(view.cells.find((cell) => cell.place === '421003105' && cell.period === period)?.lookBacks).toBe(1)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await office.get(`/term-plans/${plan}/calendar.xlsx`)).bytes as unknown as ExcelJS.Buffer)
    const row = book.getWorksheet('回头看')?.getRow(2)
    expect([4, 5, 7].map((column) => row?.getCell(column).value)).toEqual([period, '上一级', '指名'])
  })

  it('asked for afterwards make the calendar out of date, and a first visit moved behind them is refused with the wait', async () => {
    const plan = await newTerm(office, COUNTY, 2027)
    await ok(put(plan, null))
    await planned(plan)
    const named = await someVillage(plan, '421003106')
    expect(await ok(put(plan, rule({ classes: [], units: [named] })))).toEqual({ isStale: true })
    expect((await shown(plan)).breaches.map(({ zh }) => zh).join('')).toContain('回头看')
    const view = await planned(plan)
    expect(view.isStale).toBe(false)
    const last = view.periods.at(-1)?.id
    const body = { version: view.version?.version, moves: [{ unit: named, period: last }], pin: true }
    const refusal = await refused(office.send('POST', `/term-plans/${plan}/calendar/moves`, body), 'unfit')
    expect(JSON.stringify(refusal['errors'])).toContain('回头看')
  })

  it('that have no team-days have no calendar, and the answer says so', async () => {
    const plan = await newTerm(office, COUNTY, 2027)
    await ok(put(plan, rule({ days: 0 })))
    const view = await planned(plan)
    expect(view.proposal?.state).toBe('no-plan')
    expect(view.proposal?.noPlan?.items.length).toBeGreaterThan(0)
  })
})

describe('a look-back moved by hand', () => {
  const LATEST = 8
  let plan: string
  let unit: string
  let order: readonly string[]
  const one = async (): Promise<Visit> => {
    const found = (await visitsOf(plan)).find((visit) => visit.unit === unit)
    if (found === undefined) throw new Error('no visit')
    return found
  }
  const send = async (path: string, period: string, more: object = {}) => {
    const { version } = await shown(plan)
    const body = { version: version?.version, moves: [{ unit, period, kind: 'look-back' }], pin: true, ...more }
    return office.send('POST', `/term-plans/${plan}/calendar/${path}`, body)
  }
  const later = (visit: Visit, periods: number): string => order[order.indexOf(visit.period) + periods] ?? ''

  beforeAll(async () => {
    plan = await newTerm(office, COUNTY, 2027)
    unit = await someVillage(plan, '421003105')
    await ok(put(plan, rule({ classes: [], units: [unit], within: LATEST, days: 6 })))
    // an urgent unit is seen in the first period, so that there is room behind it
    await ok(office.send('PUT', `/term-plans/${plan}/calendar/urgency`, { units: [unit], urgency: 50 }))
    order = (await planned(plan)).periods.map(({ id }) => id)
  })

  it('is checked at once, moved with a reason, pinned, kept when planned anew, and taken back', async () => {
    const before = await one()
    const to = later(before, LATEST)
    expect(await ok(send('moves/check', to))).toMatchObject({ breaches: [] })
    await ok(send('moves', to, { reason: '与县委督查同期' }))
    expect(await one()).toMatchObject({ period: before.period, lookBack: { period: to, isPinned: true } })
    const view = await shown(plan)
    expect(view.version).toMatchObject({ origin: 'by-hand', reason: '与县委督查同期' })
    expect(view.isStale).toBe(false)
    await planned(plan)
    expect((await one()).lookBack).toMatchObject({ period: to, isPinned: true })
    // the version that planned anew, then the move
    for (const _ of [1, 2])
      await ok(office.send('POST', `/term-plans/${plan}/calendar/undo`, { version: (await shown(plan)).version?.version }))
    expect((await one()).lookBack).toMatchObject({ period: before.lookBack?.period, isPinned: false })
  })

  it('is refused with the rule where it comes too early or too late, where nobody asked for it, and to a period that there is not', async () => {
    const visit = await one()
    const fact = async (period: string) => JSON.stringify((await refused(send('moves', period), 'unfit'))['errors'])
    expect(await fact(later(visit, 1))).toContain('的回头看应在巡察后4个时段，实为1个')
    expect(await fact(later(visit, LATEST + 1))).toContain('的回头看最迟在巡察后8个时段，实为9个')
    expect(await fact('2040-01~03')).toContain('没有时段2040-01~03')
    const other = (await visitsOf(plan)).find(({ lookBack }) => lookBack === null)?.unit
    const stranger = await refused(
      send('moves', later(visit, 5), { moves: [{ unit: other, period: later(visit, 5), kind: 'look-back' }] }),
      'unfit',
    )
    expect(JSON.stringify(stranger['errors'])).toContain('没有列入回头看')
  })

  it('leaves the urgency and the pin of its unit alone', async () => {
    await ok(office.send('PUT', `/term-plans/${plan}/calendar/urgency`, { units: [unit], urgency: 7 }))
    const visit = await one()
    await ok(send('moves', later(visit, 6)))
    expect(await one()).toMatchObject({ urgency: 7, pinned: null, lookBack: { isPinned: true } })
  })

  it('stands in the plan of its year beside the first visits of others, and leaves it when another year takes it', async () => {
    const visit = await one()
    await planned(plan)
    const view = await shown(plan)
    const years = view.years.map(({ year }) => year)
    await ok(office.send('POST', `/term-plans/${plan}/calendar/adoptions`, { version: view.version?.version, years }))
    for (const { units, lookBacks, planned: first, same, plannedLookBacks, sameLookBacks } of (await shown(plan)).years)
      expect([first, same, plannedLookBacks, sameLookBacks]).toEqual([units, units, lookBacks, lookBacks])
    const itemsOf = async (year: number) =>
      (await ok(office.get(`/term-plans/${plan}/years/${year}`)))['items'] as { unit: string; visits: string[] }[]
    const again = Number((await one()).lookBack?.period?.slice(0, 4))
    const first = Number((await one()).period.slice(0, 4))
    expect((await itemsOf(again)).find((item) => item.unit === unit)?.visits).toEqual(
      first === again ? ['first', 'look-back'] : ['look-back'],
    )
    // set by hand the plan of the year keeps what it says of visits
    const kept = (await itemsOf(again)).map(({ unit: id, visits }) => ({ unit: id, key: false, visits }))
    await ok(office.send('PUT', `/term-plans/${plan}/years/${again}`, { items: kept }))
    expect((await itemsOf(again)).map(({ visits }) => visits.join())).toEqual(kept.map(({ visits }) => visits.join()))
    const next = order.find(
      (period) => order.indexOf(period) >= order.indexOf(visit.period) + 4 && !period.startsWith(`${again}`),
    )
    if (next === undefined || order.indexOf(next) > order.indexOf(visit.period) + LATEST)
      throw new Error('no other year to move to')
    await ok(send('moves', next))
    const version = (await shown(plan)).version?.version
    await ok(office.send('POST', `/term-plans/${plan}/calendar/adoptions`, { version, years: [Number(next.slice(0, 4))] }))
    expect((await itemsOf(again)).find((item) => item.unit === unit)?.visits ?? []).toEqual(first === again ? ['first'] : [])
    expect((await itemsOf(Number(next.slice(0, 4)))).find((item) => item.unit === unit)?.visits).toContain('look-back')
  })
})

it('look-backs of nobody, or after the end of the term, are refused where they are set', async () => {
  const plan = await newTerm(office, COUNTY, 2027)
  const nobody = await refused(put(plan, rule({ classes: [] })), 'unfit')
  expect(nobody['errors']).toMatchObject([{ at: 'lookBack.classes' }])
  const hurried = await refused(put(plan, rule({ within: 3 })), 'unfit')
  expect(hurried['errors']).toMatchObject([{ at: 'lookBack.within', zh: expect.stringContaining('最迟不能是3个') }])
  const late = await refused(put(plan, rule({ after: 20 })), 'unfit')
  expect(late['errors']).toMatchObject([{ at: 'lookBack.after', zh: expect.stringContaining('20个时段') }])
})
