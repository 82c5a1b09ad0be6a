// Calendars of invented villages: five years of quarters, elections in spring, the harvest in autumn, three classes of urgency.
import { below, type Random } from '../../solve/anneal/random.ts'
import { randomOf } from '../../solve/testing/sample-problem.ts'
import type { CalendarProblem, CalendarUnit } from '../problem.ts'

export function calendar(more: Partial<CalendarProblem> & Pick<CalendarProblem, 'units'>): CalendarProblem {
  return {
    format: 'shengmian.calendar-problem/1',
    name: 'sample',
    periods: quarters(2026, 5),
    past: 0,
    capacities: [{ region: '421087', name: '某市', days: Array.from({ length: 20 }, () => 1000) }],
    blackouts: [],
    spacing: 1,
    ...more,
  }
}

function quarters(year: number, years: number): CalendarProblem['periods'] {
  return Array.from({ length: years }, (_, n) => year + n).flatMap((y) => [
    { id: `${y}-1`, start: `${y}-01-01`, end: `${y}-03-31` },
    { id: `${y}-2`, start: `${y}-04-01`, end: `${y}-06-30` },
    { id: `${y}-3`, start: `${y}-07-01`, end: `${y}-09-30` },
    { id: `${y}-4`, start: `${y}-10-01`, end: `${y}-12-31` },
  ])
}

export function months(year: number): CalendarProblem['periods'] {
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return last.map((day, k) => {
    const month = `${year}-${String(k + 1).padStart(2, '0')}`
    return { id: month, start: `${month}-01`, end: `${month}-${day}` }
  })
}

/** `count` villages in townships of about `size`, of one county. */
export function villages(count: number, size: number, random: Random = randomOf(1), county = '421087'): CalendarUnit[] {
  return Array.from({ length: count }, (_, k) => {
    const town = Math.floor(k / size)
    const number = String((k % size) + 200)
    const lot = below(random, 10)
    return {
      id: `${county}-${k + 1}`,
      name: `村${k + 1}`,
      region: `${county}${String(town + 100)}${number}`,
      workload: 4 + below(random, 3),
      stay: 30,
      urgency: lot === 0 ? 3 : lot < 3 ? 1 : 0,
    }
  })
}

/** Small calendars with every rule now and then in force. */
export function randomCalendar(number: number): CalendarProblem {
  const random = randomOf(number)
  const chance = (of: number): boolean => below(random, of) === 0
  const periods = quarters(2026, 1 + below(random, 2))
  const idOf = (k: number): string => periods[k % periods.length]?.id ?? ''
  const past = chance(3) ? 1 : 0
  const units = villages(3 + below(random, 12), 3, random).map((unit): CalendarUnit => ({
    ...unit,
    ...(chance(4) ? { stay: 95 - below(random, 20) } : {}),
    ...(chance(6) ? { pinned: idOf(below(random, 8)) } : {}),
    ...(chance(6) ? { notBefore: idOf(below(random, 3)) } : {}),
    ...(chance(6) ? { due: idOf(1 + below(random, 7)) } : {}),
    ...(chance(5) ? { lookBack: { after: 1 + below(random, 3), workload: 2 } } : {}),
  }))
  const hurry = randomOf(number + 500_000)
  for (const unit of units)
    if (unit.lookBack && below(hurry, 3) === 0) unit.lookBack.within = unit.lookBack.after + below(hurry, 2)
  // a pin into what is past is for what was done; of the others the planner decides
  const days = periods.map(() => 8 + below(random, 20))
  return calendar({
    periods,
    past,
    units,
    capacities: [
      { region: '421087', name: '某市', days, ...(chance(3) ? { lookBackDays: periods.map(() => 2 + below(random, 6)) } : {}) },
    ],
    spacing: chance(4) ? 2 : 1,
    blackouts: Array.from({ length: below(random, 4) }, (_, k) => {
      const start = 1 + below(random, 12)
      const month = String(start).padStart(2, '0')
      return {
        region: ['42', '421087', '421087100', '421087101'][k] ?? '42',
        from: `2026-${month}-01`,
        to: `2026-${month}-${10 + below(random, 18)}`,
        reason: k % 2 === 0 ? '换届' : '秋收',
        source: `文件${k + 1}`,
      }
    }),
  })
}
