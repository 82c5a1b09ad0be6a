import { describe, expect, it } from 'vitest'
import { buildCalendar } from './build-calendar.ts'
import { NO_WISH, type CalendarGround, type CalendarUnit } from './calendar-ground.ts'
import { againsOf } from './look-backs.ts'
import { DEFAULTS, type CalendarSettings } from './settings.ts'

const unitOf = (k: number): CalendarUnit => ({
  id: `u${k}`,
  name: `村${k}`,
  county: 421_003,
  place: 421_003_105_200 + k,
  level: 'village',
  class: k % 2 === 0 ? 'lagging' : 'ordinary',
})
const units = Array.from({ length: 40 }, (_, k) => unitOf(k))

function ground(
  rule: Partial<NonNullable<CalendarSettings['lookBack']>> | null,
  more: Partial<CalendarGround> = {},
): CalendarGround {
  const usual = {
    classes: ['lagging' as const],
    share: 20,
    units: [],
    after: 4,
    within: null,
    by: 'above' as const,
    days: null,
    workload: 3,
  }
  return {
    title: '规划',
    authority: { code: '421003', name: '荆州区' },
    firstYear: 2026,
    lastYear: 2027,
    today: '2026-01-01',
    settings: { ...DEFAULTS, lookBack: rule === null ? null : { ...usual, ...rule } },
    units,
    counties: new Map([['421003', '荆州区']]),
    blackouts: [],
    wishes: new Map(),
    inspections: new Map(),
    againInspections: new Map(),
    ...more,
  }
}
const seen = (day: string) => ({ round: 'r', title: '第一轮', day })

describe('units that are looked back at', () => {
  it('are the share of their classes, rounded up, and without the setting there are none', () => {
    const drawn = [...againsOf(ground({})).keys()]
    expect(drawn.length).toBe(4)
    expect(drawn.every((id) => Number(id.slice(1)) % 2 === 0)).toBe(true)
    expect(againsOf(ground({ share: 21 })).size).toBe(5)
    expect(againsOf(ground(null)).size).toBe(0)
    expect(buildCalendar(ground(null)).units.some((unit) => 'lookBack' in unit)).toBe(false)
  })

  it('are spread over townships by their units: each has its part of the share, rounded down or up', () => {
    const sizes = [3, 7, 10, 20, 1]
    const spread = sizes.flatMap((size, town) =>
      Array.from({ length: size }, (_, k) => ({ ...unitOf(100 * town + 2 * k), place: 421_003_105_000 + town * 1000 + k })),
    )
    const names = new Map(spread.map(({ id, place }) => [id, Math.floor(place / 1000) - 421_003_105]))
    for (const share of [5, 20, 25, 40, 77, 100]) {
      const drawn = [...againsOf(ground({ share }, { units: spread })).keys()]
      const all = Math.ceil((41 * share) / 100)
      expect(drawn.length).toBe(all)
      for (const [town, size] of sizes.entries()) {
        const own = drawn.filter((id) => names.get(id) === town).length
        expect(Math.abs(own - (all * size) / 41)).toBeLessThan(1)
      }
    }
  })

  it('stay the same when others come, and a pin of the office moves nobody into the draw', () => {
    const before = [...againsOf(ground({})).keys()]
    const more = Array.from({ length: 4 }, (_, k) => unitOf(41 + 2 * k))
    expect([...againsOf(ground({}, { units: [...units, ...more] })).keys()]).toEqual(before)
    const late = new Map(before.map((id) => [id, { ...NO_WISH, period: '2027-10~12' }]))
    expect([...againsOf(ground({}, { wishes: late })).keys()]).toEqual(before)
  })

  it('are not drawn where they were seen too late for a second visit; one that is named stays', () => {
    const late = new Map(units.map(({ id }) => [id, seen('2027-02-01')]))
    const over = ground({}, { inspections: late, today: '2027-05-01' })
    expect(againsOf(over).size).toBe(0)
    const named = ground({ units: ['u1'] }, { inspections: late, today: '2027-05-01' })
    expect([...againsOf(named)]).toMatchObject([['u1', { after: 4, inspected: null, isNamed: true, isLate: false }]])
  })

  it('are pinned to the look-back that has been, however soon it came', () => {
    const been = ground(
      { share: 1 },
      {
        today: '2026-12-01',
        inspections: new Map([['u1', seen('2026-02-01')]]),
        againInspections: new Map([['u1', { day: '2026-08-01' }]]),
      },
    )
    expect(againsOf(been).get('u1')).toMatchObject({ after: 2, inspected: '2026-07~09', isNamed: false })
    const unit = buildCalendar(been).units.find(({ id }) => id === 'u1')
    expect(unit).toMatchObject({ pinned: '2026-01~03', lookBack: { after: 2, pinned: '2026-07~09' } })
  })
})

describe('the latest period of a look-back', () => {
  const seenEarly = new Map(units.map(({ id }) => [id, seen('2026-02-01')]))
  it('is as set while it is to come, and counts anew from the period under way once it is over', () => {
    const rule = { after: 2, within: 3, share: 10 }
    const [soon] = againsOf(ground(rule, { inspections: seenEarly, today: '2026-12-01' })).values()
    expect(soon).toMatchObject({ within: 3, isLate: false })
    const over = ground(rule, { inspections: seenEarly, today: '2027-05-01' })
    // seen in period 0, now in 5: 5, 6 and 7 are left
    expect([...againsOf(over).values()].map(({ within, isLate }) => [within, isLate])).toEqual([
      [7, true],
      [7, true],
    ])
    expect(buildCalendar(over).units.flatMap(({ lookBack }) => (lookBack ? [lookBack] : []))[0]).toMatchObject({
      after: 2,
      within: 7,
    })
    expect(buildCalendar(ground({})).units.some(({ lookBack }) => lookBack !== undefined && 'within' in (lookBack ?? {}))).toBe(
      false,
    )
  })

  it('does not speak of one that has been later', () => {
    const been = ground(
      { after: 1, within: 1, share: 1 },
      {
        today: '2027-01-02',
        inspections: new Map([['u1', seen('2026-02-01')]]),
        againInspections: new Map([['u1', { day: '2026-08-01' }]]),
      },
    )
    expect(againsOf(been).get('u1')).toMatchObject({ within: 2, inspected: '2026-07~09', isLate: false })
  })
})

describe('a look-back that the office pins', () => {
  const pinned = (again: string, more: Partial<CalendarGround> = {}): CalendarGround =>
    ground({ units: ['u1'] }, { wishes: new Map([['u1', { ...NO_WISH, again }]]), today: '2026-08-01', ...more })
  it('is pinned in the problem, until its period is over or it has been', () => {
    const pinOf = (of: CalendarGround) => buildCalendar(of).units.find(({ id }) => id === 'u1')?.lookBack?.pinned
    expect(pinOf(pinned('2027-07~09'))).toBe('2027-07~09')
    expect(pinOf(pinned('2026-04~06'))).toBeNull()
    expect(pinOf(pinned('2027-07'))).toBeNull()
    const been = {
      inspections: new Map([['u1', seen('2026-02-01')]]),
      againInspections: new Map([['u1', { day: '2026-05-01' }]]),
    }
    expect(pinOf(pinned('2027-07~09', been))).toBe('2026-04~06')
  })
})

describe('team-days of look-backs', () => {
  it('of the level above stand apart and fit the need into the periods that are left, or are as given', () => {
    const [pool] = buildCalendar(ground({})).capacities
    // 4 look-backs of 3 days in 4 periods and 15 % more: two whole visits a period
    expect(pool?.lookBackDays).toEqual(Array.from({ length: 8 }, () => 6))
    expect(pool?.days).toEqual(buildCalendar(ground(null)).capacities[0]?.days)
    expect(buildCalendar(ground({ days: 9 })).capacities[0]?.lookBackDays?.[0]).toBe(9)
  })

  it('of the office are part of its need', () => {
    const [pool] = buildCalendar(ground({ by: 'own' })).capacities
    expect(pool?.lookBackDays).toBeUndefined()
    expect(pool?.days[0]).toBe(4 * Math.ceil((((40 * 4 + 4 * 3) / 8) * 1.15) / 4))
  })
})
