// A calendar cut by capacity region and joined again. Regions share nothing, and each draws its lots from the seed and its own code, so
// whoever plans the parts, in any order and in as many threads as there are, joins them to the very plan that one thread would write.
import { hashProblem } from '../hash-problem.ts'
import { joinClashes } from './clash.ts'
import type { CalendarAnswer } from './plan-calendar.ts'
import type { CalendarPlan, CalendarVisit } from './plan.ts'
import { capacityOf, servedBy } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { sumFigures } from './write-calendar.ts'

export interface CalendarPart {
  /** With one capacity and the units that draw on it. */
  readonly problem: CalendarProblem
  readonly kept: readonly CalendarVisit[]
}

/** One part a capacity, whether it serves one region or several, in the order of `capacities`; to be planned with the whole problem's rounds of search. */
export function cutCalendar(problem: CalendarProblem, kept: readonly CalendarVisit[] = []): readonly CalendarPart[] {
  const served = servedBy(problem)
  const unitsOf = Map.groupBy(problem.units, (unit) => capacityOf(unit, served))
  const keptOf = Map.groupBy(kept, ({ unit }) => unit)
  return problem.capacities.map((capacity) => {
    const units = unitsOf.get(capacity.region) ?? []
    return {
      problem: { ...problem, capacities: [capacity], units },
      kept: units.flatMap(({ id }) => keptOf.get(id) ?? []),
    }
  })
}

/**
 * The answer to the whole problem from the answers to its parts, in their order: a plan where every part has one, else the clashes of all;
 * units shut out of every period come alone, since no team-days would help them. Throws nothing; costs no search.
 */
export function joinCalendars(
  problem: CalendarProblem,
  seed: string,
  kept: readonly CalendarVisit[],
  answers: readonly CalendarAnswer[],
): CalendarAnswer {
  const clashes = answers.flatMap((answer) => (answer.kind === 'no-plan' ? [answer.clash] : []))
  if (clashes.length > 0) {
    const shut = clashes.filter(({ items }) => items.some(({ rule }) => rule === 'window' || rule === 'pin'))
    return { kind: 'no-plan', clash: joinClashes(shut.length > 0 ? shut : clashes) }
  }
  const plans = answers.flatMap((answer) => (answer.kind === 'plan' ? [answer.plan] : []))
  return {
    kind: 'plan',
    plan: {
      format: 'shengmian.calendar-plan/1',
      problem: hashProblem(problem),
      seed,
      engine: plans[0]?.engine ?? '',
      visits: plans.flatMap(({ visits }) => visits),
      kept: [...kept],
      objective: sumFigures(plans.map(({ objective }) => objective)),
      bound: sumFigures(plans.map(({ bound }) => bound)),
      certified: sumFigures(plans.map(({ certified }) => certified)),
      prices: plans.flatMap(({ prices }) => prices),
      proofs: plans.flatMap(({ proofs }) => proofs ?? []),
      years: sumYears(plans),
    },
  }
}

function sumYears(plans: readonly CalendarPlan[]): CalendarPlan['years'] {
  return (plans[0]?.years ?? []).map(({ year }) => {
    const own = plans.flatMap(({ years }) => years.filter((one) => one.year === year))
    return {
      year,
      units: own.reduce((sum, { units }) => sum + units, 0),
      days: own.reduce((sum, { days }) => sum + days, 0),
    }
  })
}
