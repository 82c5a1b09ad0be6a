// The plan file from the regions: visits, sums of figures, prices, and the quota of each year.
import { hashProblem } from '../hash-problem.ts'
import type { CalendarFigures, CalendarPlan, CalendarVisit } from './plan.ts'
import type { CalendarProblem } from './problem.ts'
import type { Solved } from './solve-pool.ts'

const ENGINE = 'calendar/5'
const LEVELS = ['waiting', 'openings', 'imbalance', 'changes'] as const

export function writeCalendar(
  problem: CalendarProblem,
  seed: string,
  kept: readonly CalendarVisit[],
  solved: readonly Solved[],
): CalendarPlan {
  const idOf = (k: number): string => problem.periods[k]?.id ?? ''
  const visits = solved.flatMap(({ pool, at }) =>
    pool.visits.map(({ unit, kind }, v): CalendarVisit => ({ unit: unit.id, kind, period: idOf(at[v] ?? -1) })),
  )
  return {
    format: 'shengmian.calendar-plan/1',
    problem: hashProblem(problem),
    seed,
    engine: ENGINE,
    visits,
    kept: [...kept],
    objective: sumFigures(solved.map(({ objective }) => objective)),
    bound: sumFigures(solved.map(({ bound }) => bound)),
    certified: sumFigures(solved.map(({ certified }) => certified)),
    prices: solved.flatMap(({ pool: { region, purses, past }, prices }) =>
      purses.map(({ of }, purse) => ({ region, of, milli: (prices[purse] ?? []).slice(past) })),
    ),
    proofs: solved.flatMap(({ proofs }) => proofs),
    years: yearsOf(problem, solved),
  }
}

export function sumFigures(list: readonly CalendarFigures[]): CalendarFigures {
  const sum = { waiting: 0, openings: 0, imbalance: 0, changes: 0 }
  for (const figures of list) for (const level of LEVELS) sum[level] += figures[level]
  return sum
}

/** The quota of each year in which something is planned or was done: units visited for the first time, and team-days of all visits. */
function yearsOf(problem: CalendarProblem, solved: readonly Solved[]): CalendarPlan['years'] {
  const years = new Map<number, { year: number; units: number; days: number }>()
  for (const { start } of problem.periods) {
    const year = Number(start.slice(0, 4))
    years.set(year, { year, units: 0, days: 0 })
  }
  for (const { pool, at } of solved)
    pool.visits.forEach(({ kind, workload }, v) => {
      const own = years.get(Number(problem.periods[at[v] ?? -1]?.start.slice(0, 4)))
      if (own === undefined) return
      if (kind === 'first') own.units += 1
      own.days += workload
    })
  return [...years.values()]
}
