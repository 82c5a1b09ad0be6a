// The visits of the file with everything that the problem says of them.
import type { CalendarPlan } from '../../calendar/plan.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import { broken, type CalendarBreach } from './breach.ts'
import type { Provable } from './provable.ts'
import { freeDays } from './free-days.ts'

export interface Placed extends Provable {
  readonly periodId: string
}

type Unit = CalendarProblem['units'][number]

/** Visits of known units in known periods, each once; the others as breaches. */
export function placeVisits(
  problem: CalendarProblem,
  plan: CalendarPlan,
): { readonly placed: readonly Placed[]; readonly breaches: readonly CalendarBreach[] } {
  const units = new Map(problem.units.map((unit) => [unit.id, unit]))
  const periods = new Map(problem.periods.map(({ id }, k) => [id, k]))
  const regions = problem.capacities
    .flatMap(({ region, also }) => [region, ...(also ?? [])].map((code) => ({ code, region })))
    .toSorted((a, b) => b.code.length - a.code.length)
  const free = freeOf(problem)
  const breaches: CalendarBreach[] = []
  const seen = new Set<string>()
  const placed = plan.visits.flatMap(({ unit: id, kind, period: periodId }): Placed[] => {
    const unit = units.get(id)
    const period = periods.get(periodId)
    const lookBack = unit?.lookBack ?? null
    if (unit === undefined || period === undefined || (kind === 'look-back' && lookBack === null)) {
      breaches.push(broken('stranger', `${id} ${periodId}`, '问题中没有这次巡察', 'the problem knows no such visit'))
      return []
    }
    if (seen.has(`${kind} ${id}`)) {
      breaches.push(broken('twice', `${id} ${periodId}`, `${unit.name}排了两次`, `${unit.name} is planned twice`))
      return []
    }
    seen.add(`${kind} ${id}`)
    const region = regions.find(({ code }) => unit.region.startsWith(code))?.region ?? ''
    const isFirst = kind === 'first'
    return [
      {
        unit,
        kind,
        region,
        period,
        periodId,
        workload: isFirst ? unit.workload : (lookBack?.workload ?? 0),
        urgency: isFirst ? unit.urgency : 0,
        allowed: isFirst ? firstPeriods(problem, unit, free) : againPeriods(problem, unit, free),
      },
    ]
  })
  return { placed, breaches }
}

type Free = (unit: Unit) => readonly number[]

/** Periods not past that leave the unit its stay; units of one place and stay share the answer. */
function freeOf(problem: CalendarProblem): Free {
  const known = new Map<string, readonly number[]>()
  return (unit) => {
    const closing = problem.blackouts.flatMap(({ region }, k) => (unit.region.startsWith(region) ? [k] : []))
    const key = `${unit.stay ?? 'all'} ${closing.join()}`
    const found = known.get(key)
    if (found !== undefined) return found
    const free = problem.periods.flatMap((period, k) => {
      const { longest, all } = freeDays(problem, unit, period)
      return k >= problem.past && longest >= (unit.stay ?? all) ? [k] : []
    })
    known.set(key, free)
    return free
  }
}

function at({ periods }: CalendarProblem, id: string | null | undefined): number | null {
  const k = periods.findIndex((period) => period.id === id)
  return k < 0 ? null : k
}

function unordered(problem: CalendarProblem, unit: Unit, free: Free): readonly number[] {
  const pin = at(problem, unit.pinned)
  if (pin !== null) return [pin]
  const [from, to] = [at(problem, unit.notBefore) ?? 0, at(problem, unit.due) ?? Infinity]
  return free(unit).filter((k) => k >= from && k <= to)
}

function unorderedAgain(problem: CalendarProblem, unit: Unit, free: Free): readonly number[] {
  const pin = at(problem, unit.lookBack?.pinned)
  return pin === null ? free(unit) : [pin]
}

function firstPeriods(problem: CalendarProblem, unit: Unit, free: Free): readonly number[] {
  const periods = unordered(problem, unit, free)
  const { lookBack } = unit
  if (lookBack === undefined || lookBack === null) return periods
  const seconds = unorderedAgain(problem, unit, free)
  return periods.filter((k) => seconds.some((s) => isInTime(lookBack, s - k)))
}

function againPeriods(problem: CalendarProblem, unit: Unit, free: Free): readonly number[] {
  const firsts = firstPeriods(problem, unit, free)
  return unorderedAgain(problem, unit, free).filter((s) => firsts.some((k) => isInTime(unit.lookBack, s - k)))
}

function isInTime(lookBack: Unit['lookBack'], later: number): boolean {
  return later >= (lookBack?.after ?? 0) && later <= (lookBack?.within ?? Infinity)
}
