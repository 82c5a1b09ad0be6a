// A term's calendar: five years of quarters, the second of each shut by the harvest, elections barred, three classes of urgency, days
// in the three other quarters for 115 % of the need.
import { planCalendar, type CalendarProblem } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import type { Measure } from '../figure.ts'

const SEED = 'ca1e'.repeat(16)
const YEARS = [2026, 2027, 2028, 2029, 2030]

export const measureCalendar: Measure = async ({ quick }) => [
  ...(await measureOne(drawCalendar(1, 588), 10)),
  ...(await measureOne(quick ? drawCalendar(5, 300) : drawCalendar(100, 300), 120)),
]

async function measureOne(problem: CalendarProblem, limit: number): ReturnType<Measure> {
  const began = performance.now()
  const answer = await planCalendar(problem, SEED)
  const seconds = (performance.now() - began) / 1000
  if (answer.kind !== 'plan') throw new Error(answer.clash.items.map(({ en }) => en).join('\n'))
  const { objective, bound } = answer.plan
  const { breaches, coverage } = verifyCalendar(problem, answer.plan)
  const name = `${problem.units.length} villages × ${problem.periods.length} periods`
  const how = `${problem.capacities.length} counties, one thread; units without a visit: ${coverage.due - coverage.covered}`
  const gap = (level: 'waiting' | 'openings'): number => (objective[level] / Math.max(1, bound[level]) - 1) * 100
  return [
    { figure: `${name}: seconds`, value: seconds, unit: 's', target: `≤ ${limit}`, holds: seconds <= limit, how },
    ...(['waiting', 'openings'] as const).map((level) => ({
      figure: `${name}: ${level} above its proven bound`,
      value: gap(level),
      unit: '%',
      target: '≤ 0.5',
      holds: gap(level) <= 0.5,
      how: `${objective[level]} against ${bound[level]}${level === 'openings' ? ', given that waiting stays least' : ''}; ${how}`,
    })),
    {
      figure: `${name}: rules broken, by verify`,
      value: breaches.length,
      unit: 'breaches',
      target: '= 0',
      holds: breaches.length === 0 && coverage.covered === coverage.due,
      how: `coverage ${coverage.covered} of ${coverage.due}`,
    },
  ]
}

/** Townships of 12 villages; each needs 4 to 6 team-days and a month without a window. xorshift32, seed 20261127. */
function drawCalendar(counties: number, each: number): CalendarProblem {
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
