import { readCalendarProblem } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from './build-calendar.ts'
import { divide } from './divide.ts'
import { NO_WISH, pinOf, spanOf, type CalendarGround } from './calendar-ground.ts'
import { periodsOf } from './periods.ts'
import { DEFAULTS } from './settings.ts'
import { undoableVersion } from './undo-calendar.ts'
import { expandBlackouts, longestRun, type Blackout } from './window-days.ts'
import { windowsOfRows } from './window-view.ts'

const blackout: Blackout = {
  id: 'a',
  place: '421003105',
  kind: 'farming',
  from: '2026-05-20',
  to: '2026-06-10',
  yearly: true,
  reason: '夏收',
  source: '农业农村局',
}
const unit = { id: 'u', name: '甲村', county: 421_003, place: 421_003_105_201, level: 'village', class: null } as const
const ground: CalendarGround = {
  title: '规划',
  authority: { code: '421003', name: '荆州区' },
  firstYear: 2026,
  lastYear: 2027,
  today: '2026-07-01',
  settings: { ...DEFAULTS, exceptions: [{ period: '2027-10~12', days: 0 }] },
  units: [unit, { ...unit, id: 'v', class: 'lagging' }],
  counties: new Map([['421003', '荆州区']]),
  blackouts: [blackout],
  wishes: new Map(),
  inspections: new Map(),
  againInspections: new Map(),
}

describe('periods', () => {
  it('follow each other without a gap and end with their month, the leap day too', () => {
    expect(periodsOf(2028, 2028, 1)[1]).toEqual({ id: '2028-02', start: '2028-02-01', end: '2028-02-29' })
    expect(periodsOf(2026, 2030, 3).length).toBe(20)
    expect(periodsOf(2026, 2026, 6)).toEqual([
      { id: '2026-01~06', start: '2026-01-01', end: '2026-06-30' },
      { id: '2026-07~12', start: '2026-07-01', end: '2026-12-31' },
    ])
  })
})

describe('windows', () => {
  it('of every year come in each year of the term, over New Year too, and the leap day falls on the 28th', () => {
    expect(expandBlackouts([blackout], 2026, 2028).map(({ from }) => from)).toEqual(['2026-05-20', '2027-05-20', '2028-05-20'])
    const winter = { ...blackout, from: '2027-12-20', to: '2028-01-10' }
    expect(expandBlackouts([winter], 2028, 2028).map(({ from, to }) => [from, to])).toEqual([
      ['2027-12-20', '2028-01-10'],
      ['2028-12-20', '2029-01-10'],
    ])
    const leap = { ...blackout, from: '2028-02-29', to: '2028-03-05' }
    expect(expandBlackouts([leap], 2026, 2026)[0]?.from).toBe('2026-02-28')
  })

  it('leave the longest run of days that none of them takes', () => {
    const june = { start: '2026-06-01', end: '2026-06-30' }
    expect(longestRun(june, [])).toEqual({ longest: 30, all: 30 })
    expect(longestRun(june, [{ from: '2026-05-01', to: '2026-06-10' }])).toEqual({ longest: 20, all: 30 })
    const two = [
      { from: '2026-06-12', to: '2026-06-14' },
      { from: '2026-06-05', to: '2026-06-12' },
    ]
    expect(longestRun(june, two).longest).toBe(16)
    expect(longestRun(june, [{ from: '2026-01-01', to: '2026-12-31' }]).longest).toBe(0)
  })

  it('close a row wholly where no stay is left, and only in part where one village inside it is closed', () => {
    const village = { ...blackout, place: '421003105201', yearly: false, from: '2026-10-01', to: '2026-12-31' }
    const windows = windowsOfRows({ ...ground, blackouts: [village] }, spanOf(ground).periods, ['421003105', '421003106'])
    expect(windows.map(({ place, period, isWhole }) => [place, period, isWhole])).toEqual([['421003105', '2026-10~12', false]])
    const whole = windowsOfRows({ ...ground, blackouts: [{ ...village, place: '4210' }] }, spanOf(ground).periods, ['421003105'])
    expect(whole[0]?.isWhole).toBe(true)
  })
})

describe('the problem of a calendar', () => {
  it('has the periods that are over as past, the need spread evenly with 15 % more, in whole visits, and other days where the office says so', () => {
    const { past, capacities, units } = buildCalendar(ground)
    expect(past).toBe(2)
    // 8 team-days over 6 open periods, and none of them shorter than a visit
    expect(capacities).toEqual([{ region: '421003', name: '荆州区', days: [4, 4, 4, 4, 4, 4, 4, 0] }])
    expect(units.map(({ urgency, region }) => [urgency, region])).toEqual([
      [0, '421003105201'],
      [2, '421003105201'],
    ])
  })

  it('gives each county of a city its own team-days, by its share of the need and without losing one', () => {
    const city = {
      ...ground,
      authority: { code: '4210', name: '荆州市' },
      settings: { ...DEFAULTS, share: 'county', days: 10 } as const,
      units: [unit, { ...unit, id: 'v' }, { ...unit, id: 'w', county: 421_022, place: 421_022_101_201 }],
    }
    const { capacities } = buildCalendar(city)
    expect(capacities.map(({ region, name, days }) => [region, name, days[7]])).toEqual([
      ['421003', '荆州区', 7],
      ['421022', '421022', 3],
    ])
    expect(divide(7, [1, 1, 1])).toEqual([3, 2, 2])
    expect(divide(5, [0, 0])).toEqual([5, 0])
    expect(buildCalendar({ ...city, settings: { ...city.settings, days: null } }).capacities.map(({ days }) => days[7])).toEqual([
      4, 4,
    ])
    // a county has nobody to share with
    expect(buildCalendar({ ...city, authority: ground.authority }).capacities.length).toBe(1)
  })

  it('makes one supply of counties that share their teams: by their need, or with days of their own that the others do not divide', () => {
    const shared = (days: number | null, all: number | null = 10): CalendarGround => ({
      ...ground,
      authority: { code: '4210', name: '荆州市' },
      settings: {
        ...DEFAULTS,
        share: 'county',
        days: all,
        groups: [{ name: '江南两县', counties: ['421023', '421003'], days }],
      },
      units: [
        unit,
        { ...unit, id: 'v' },
        { ...unit, id: 'w', county: 421_022, place: 421_022_101_201 },
        { ...unit, id: 'x', county: 421_023, place: 421_023_101_201 },
      ],
    })
    const seen = (of: CalendarGround) =>
      buildCalendar(of).capacities.map(({ region, also, name, days }) => [region, also?.join() ?? '', name, days[7]])
    expect(seen(shared(null))).toEqual([
      ['421003', '421023', '江南两县', 8],
      ['421022', '', '421022', 2],
    ])
    expect(seen(shared(5)).map(([, , , days]) => days)).toEqual([5, 10])
    expect(seen(shared(null, null)).map(([, , , days]) => days)).toEqual([4, 4])
    expect(readCalendarProblem(buildCalendar(shared(5))).kind).toBe('read')
  })

  it('pins what was inspected where it was, above any wish, and lets a pin to a period that is over or gone fall', () => {
    const inspected = { ...ground, inspections: new Map([['u', { round: 'r', title: '轮次', day: '2026-04-06' }]]) }
    const wish = (period: string) => ({ ...ground, wishes: new Map([['u', { ...NO_WISH, period }]]) })
    const span = spanOf(ground)
    expect(pinOf({ ...inspected, wishes: wish('2027-01~03').wishes }, 'u', span)).toEqual({
      period: '2026-04~06',
      why: 'inspected',
    })
    expect(pinOf(wish('2027-01~03'), 'u', span)).toEqual({ period: '2027-01~03', why: 'office' })
    expect(pinOf(wish('2026-01~03'), 'u', span)).toBeNull()
    expect(pinOf(wish('2027-01'), 'u', span)).toBeNull()
  })
})

it('versions are taken back one by one, an undone one never twice, and the first stays', () => {
  const mark = (version: number, origin: string, undoes: number | null = null) => ({ version, origin, undoes })
  expect(undoableVersion([mark(1, 'computed')])).toBeNull()
  expect(undoableVersion([mark(3, 'by-hand'), mark(2, 'by-hand'), mark(1, 'computed')])).toBe(3)
  const once = [mark(4, 'undo', 3), mark(3, 'by-hand'), mark(2, 'by-hand'), mark(1, 'computed')]
  expect(undoableVersion(once)).toBe(2)
  expect(undoableVersion([mark(5, 'undo', 2), ...once])).toBeNull()
  expect(undoableVersion([mark(5, 'by-hand'), ...once])).toBe(5)
})
