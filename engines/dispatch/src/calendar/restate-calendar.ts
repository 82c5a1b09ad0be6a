// A calendar that somebody changed by hand, with figures that are true again. Nothing is searched and nothing judged: that is for `verify`.
import { hashProblem } from '../hash-problem.ts'
import { setUp } from './board.ts'
import type { CalendarFigures, CalendarPlan, CalendarVisit } from './plan.ts'
import { poolsOf } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { certifyPool } from './proof/certify-pool.ts'

const LEVELS = ['waiting', 'openings', 'imbalance', 'changes'] as const

/**
 * The calendar with these visits instead: figures counted anew for the problem, bounds as far as the older prices still prove them.
 * Visits of units or periods that the problem does not know stay in the file and count nowhere. Format: `shengmian.calendar-plan/1`.
 */
export function restateCalendar(
  problem: CalendarProblem,
  older: CalendarPlan,
  visits: readonly CalendarVisit[] = older.visits,
): CalendarPlan {
  const periodAt = new Map(problem.periods.map(({ id }, k) => [id, k]))
  const at = new Map(visits.map(({ unit, kind, period }) => [`${kind} ${unit}`, periodAt.get(period) ?? -1]))
  const open = problem.periods.length - problem.past
  const objective = none()
  const certified = none()
  const years = new Map<number, { year: number; units: number; days: number }>()
  for (const { start } of problem.periods) {
    const year = Number(start.slice(0, 4))
    years.set(year, { year, units: 0, days: 0 })
  }
  const prices: CalendarPlan['prices'] = []
  for (const pool of poolsOf(problem, older.kept)) {
    const placed = Int32Array.from(pool.visits, ({ unit, kind }) => at.get(`${kind} ${unit.id}`) ?? -1)
    const milli = pool.purses.map(({ of }) => {
      const known = older.prices.find((price) => price.region === pool.region && price.of === of)?.milli ?? []
      // both end with the last period: what is past by now falls away
      return Array.from({ length: open }, (_, n) => known[known.length - open + n] ?? 0)
    })
    const { figures } = setUp(pool, placed)
    const bound = certifyPool(
      pool,
      milli.map((own) => [...Array.from({ length: problem.past }, () => 0), ...own]),
      older.proofs ?? [],
      figures.waiting,
    )
    for (const level of LEVELS) {
      objective[level] += figures[level]
      certified[level] += bound[level]
    }
    pool.purses.forEach(({ of }, purse) => prices.push({ region: pool.region, of, milli: milli[purse] ?? [] }))
    pool.visits.forEach(({ kind, workload }, v) => {
      const own = years.get(Number(problem.periods[placed[v] ?? -1]?.start.slice(0, 4)))
      if (own === undefined) return
      if (kind === 'first') own.units += 1
      own.days += workload
    })
  }
  return {
    ...older,
    problem: hashProblem(problem),
    visits: [...visits],
    objective,
    bound: certified,
    certified,
    prices,
    years: [...years.values()],
  }
}

function none(): CalendarFigures {
  return { waiting: 0, openings: 0, imbalance: 0, changes: 0 }
}
