// Calendars of invented villages for measuring: the same on every machine.
import type { CalendarProblem } from '@shengmian/dispatch'

const YEARS = [2026, 2027, 2028, 2029, 2030]

/**
 * The same half a year later: of every seventh township two villages were visited in the first period; one village in seventeen is due by
 * the end of the third year, one in ten is looked back at a year later, by elevated teams with a twelfth of the days.
 */
export function withEverything(problem: CalendarProblem, spacing: number): CalendarProblem {
  const [first, due] = [problem.periods[0]?.id ?? null, problem.periods[11]?.id ?? null]
  return {
    ...problem,
    past: 2,
    spacing,
    units: problem.units.map((unit, k) => ({
      ...unit,
      ...(k % 12 < 2 && Math.floor(k / 12) % 7 === 0 ? { pinned: first } : {}),
      ...(k % 17 === 5 ? { due } : {}),
      ...(k % 10 === 3 ? { lookBack: { after: 4, workload: 2 } } : {}),
    })),
    capacities: problem.capacities.map((one) => ({ ...one, lookBackDays: one.days.map((days) => Math.ceil(days / 12)) })),
  }
}

/** Townships of 12 villages; each needs 4 to 6 team-days and a month without a window. xorshift32, seed 20261127. */
export function drawCalendar(counties: number, each: number): CalendarProblem {
  let state = 20261127
  const below = (count: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
  const ends = ['03-31', '06-30', '09-30', '12-31']
  const periods = YEARS.flatMap((year) =>
    ends.map((end, k) => ({
      id: `${year}-${k + 1}`,
      start: `${year}-${String(3 * k + 1).padStart(2, '0')}-01`,
      end: `${year}-${end}`,
    })),
  )
  const codes = Array.from({ length: counties }, (_, k) => String(421_000 + k))
  const units = codes.flatMap((county) =>
    Array.from({ length: each }, (_, k): CalendarProblem['units'][number] => {
      const lot = below(10)
      return {
        id: `${county}-${k + 1}`,
        name: `村${k + 1}`,
        region: `${county}${100 + Math.floor(k / 12)}${200 + (k % 12)}`,
        workload: 4 + below(3),
        stay: 30,
        urgency: lot === 0 ? 3 : lot < 3 ? 1 : 0,
      }
    }),
  )
  const capacities = codes.map((region) => {
    const work = units.reduce((sum, unit) => sum + (unit.region.startsWith(region) ? unit.workload : 0), 0)
    return { region, name: `县${region}`, days: periods.map(() => Math.ceil((work / YEARS.length / 3) * 1.15)) }
  })
  const harvests = YEARS.map((year) => ({
    region: '42',
    from: `${year}-04-20`,
    to: `${year}-06-10`,
    reason: '农忙',
    source: 'bench',
  }))
  // one township in four elects at the beginning of one of the years
  const elections = [...new Set(units.map(({ region }) => region.slice(0, 9)))].flatMap((region) => {
    if (below(4) !== 0) return []
    const year = YEARS[below(YEARS.length)] ?? 2026
    return [{ region, from: `${year}-01-15`, to: `${year}-03-10`, reason: '换届', source: 'bench' }]
  })
  return {
    format: 'shengmian.calendar-problem/1',
    name: `${units.length} villages`,
    periods,
    past: 0,
    capacities,
    units,
    blackouts: [...harvests, ...elections],
    spacing: 1,
  }
}
