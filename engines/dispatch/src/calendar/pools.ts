// The problem as numbers, cut into what depends on each other: one capacity and the regions it serves, its units' visits, its townships.
import { windowsOf, type Windows } from './open-periods.ts'
import type { CalendarVisit } from './plan.ts'
import type { CalendarProblem, CalendarUnit } from './problem.ts'

export interface Visit {
  readonly unit: CalendarUnit
  readonly kind: CalendarVisit['kind']
  readonly workload: number
  readonly urgency: number
  /** Periods it may lie in, ascending. Of a pinned visit: its pin alone. */
  readonly open: readonly number[]
  readonly town: number
  /** Which of the pool's capacities it draws on. */
  readonly purse: number
  /** The other visit of the unit, or −1. */
  readonly partner: number
  /** Periods that must lie between a first visit and its look-back. */
  readonly after: number
  /** Periods that may lie between them at most; ∞ = until the end. */
  readonly within: number
  /** Where the older calendar had it, or −1. */
  readonly kept: number
}

interface Purse {
  readonly of: CalendarVisit['kind']
  readonly capacity: readonly number[]
}

export interface Pool {
  readonly region: string
  readonly name: string
  readonly past: number
  readonly periods: number
  readonly spacing: number
  readonly visits: readonly Visit[]
  readonly purses: readonly Purse[]
  readonly towns: readonly string[]
}

/** Cuts a calendar into pools; a unit without any capacity region belongs to none and must have been refused before. */
export function poolsOf(problem: CalendarProblem, kept: readonly CalendarVisit[]): readonly Pool[] {
  const periodAt = new Map(problem.periods.map(({ id }, k) => [id, k]))
  const keptAt = new Map(kept.map(({ unit, kind, period }) => [`${kind} ${unit}`, periodAt.get(period) ?? -1]))
  const served = servedBy(problem)
  const byRegion = Map.groupBy(problem.units, (unit) => capacityOf(unit, served))
  const windows = windowsOf(problem)
  return problem.capacities.map(({ region, name, days, lookBackDays }) => {
    const townAt = new Map<string, number>()
    const purses: Purse[] = [{ of: 'first', capacity: days }]
    if (lookBackDays !== undefined) purses.push({ of: 'look-back', capacity: lookBackDays })
    const visits: Visit[] = []
    for (const unit of byRegion.get(region) ?? []) {
      const code = unit.region.slice(0, 9)
      const town = townAt.get(code) ?? townAt.size
      townAt.set(code, town)
      const open = openPeriods(problem, unit, windows, periodAt)
      const shared = { unit, town, after: unit.lookBack?.after ?? 0, within: unit.lookBack?.within ?? Infinity }
      const keptOf = (kind: CalendarVisit['kind']): number => keptAt.get(`${kind} ${unit.id}`) ?? -1
      const at = visits.length
      if (unit.lookBack === undefined || unit.lookBack === null) {
        const { workload, urgency } = unit
        visits.push({
          ...shared,
          kind: 'first',
          workload,
          urgency,
          open: open.first,
          purse: 0,
          partner: -1,
          kept: keptOf('first'),
        })
        continue
      }
      const { workload, urgency, lookBack } = unit
      const isLater = (k: number, s: number): boolean => k + shared.after <= s && s - k <= shared.within
      const first = open.first.filter((k) => open.again.some((s) => isLater(k, s)))
      const again = open.again.filter((s) => first.some((k) => isLater(k, s)))
      visits.push(
        { ...shared, kind: 'first', workload, urgency, open: first, purse: 0, partner: at + 1, kept: keptOf('first') },
        {
          ...shared,
          kind: 'look-back',
          workload: lookBack.workload,
          urgency: 0,
          open: again,
          purse: purses.length - 1,
          partner: at,
          kept: keptOf('look-back'),
        },
      )
    }
    const { past, spacing } = problem
    return { region, name, past, periods: problem.periods.length, spacing, visits, purses, towns: [...townAt.keys()] }
  })
}

/** By each region that teams serve, its own or one more: the region under which their capacity stands. */
export function servedBy({ capacities }: Pick<CalendarProblem, 'capacities'>): ReadonlyMap<string, string> {
  return new Map(capacities.flatMap(({ region, also = [] }) => [region, ...also].map((code) => [code, region] as const)))
}

/** Of the longest region that the unit lies in, whose capacity it draws on, or null. */
export function capacityOf({ region }: CalendarUnit, served: ReadonlyMap<string, string>): string | null {
  const longest = [9, 6, 4, 2].map((digits) => region.slice(0, digits)).find((code) => served.has(code))
  return longest === undefined ? null : (served.get(longest) ?? null)
}

function openPeriods(
  { periods, past }: CalendarProblem,
  unit: CalendarUnit,
  { over, isFree }: Windows,
  periodAt: ReadonlyMap<string, number>,
): { readonly first: readonly number[]; readonly again: readonly number[] } {
  const at = (id: string | null | undefined): number | null =>
    id === null || id === undefined ? null : (periodAt.get(id) ?? null)
  const closed = over(unit.region)
  const free = periods.flatMap((_, k) => (k >= past && isFree(unit, k, closed) ? [k] : []))
  // what is past has happened, whatever the windows say; a pin stands above the unit's own limits
  const pinnedTo = (pin: number | null, open: readonly number[]): readonly number[] =>
    pin === null ? open : pin < past || open.includes(pin) ? [pin] : []
  const [from, to] = [at(unit.notBefore) ?? 0, at(unit.due) ?? periods.length - 1]
  return {
    first: at(unit.pinned) === null ? free.filter((k) => k >= from && k <= to) : pinnedTo(at(unit.pinned), free),
    again: pinnedTo(at(unit.lookBack?.pinned), free),
  }
}
