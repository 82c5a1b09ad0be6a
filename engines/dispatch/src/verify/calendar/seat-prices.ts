// What prices of seats prove: no township pays less than at its cheapest, no period is worth more than at its fullest.
import type { CalendarProof } from '../../calendar/plan.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import type { Provable } from './provable.ts'
import { cheapestOpening } from './cheapest-opening.ts'
import { dearestFilling, type Seats } from './dearest-filling.ts'
import type { Left } from './urgency-left.ts'

const MILLION = 1_000_000

/** A bound on the figure of one region, of calendars that wait no more than `waits`; 0 where the prices prove nothing. */
export function provenBySeats(
  { periods, past, spacing }: CalendarProblem,
  { days, lookBackDays }: CalendarProblem['capacities'][number],
  visits: readonly Provable[],
  proof: CalendarProof,
  { left, waits }: { readonly left: Left; readonly waits: number },
): number {
  const count = periods.length
  const isOpenings = proof.figure === 'openings'
  const aligned = (list: readonly number[], k: number): number => list[list.length - count + k] ?? 0
  const ofDays = ({ kind }: Provable): 'first' | 'look-back' => (lookBackDays === undefined ? 'first' : kind)
  const sortOf = (visit: Provable): string => `${ofDays(visit)} ${visit.urgency} ${visit.workload}`
  const prices = new Map(proof.seats.map(({ of, urgency, workload, micro }) => [`${of} ${urgency} ${workload}`, micro]))
  const climb = periods.map(() => 0)
  for (let k = past + 1; k < count; k++)
    climb[k] = (climb[k - 1] ?? 0) + (isOpenings ? proof.wait : MILLION) - aligned(proof.left, k - 1)
  const coming = visits.filter(({ allowed }) => (allowed[0] ?? 0) >= past)
  const terms = {
    past,
    periods: count,
    spacing,
    opening: isOpenings ? MILLION : 0,
    pay: (visit: Provable, k: number) => aligned(prices.get(sortOf(visit)) ?? [], k) + visit.urgency * (climb[k] ?? 0),
  }
  let bound = isOpenings ? -proof.wait * waits : 0
  for (const own of Map.groupBy(visits, ({ unit }) => unit.region.slice(0, 9)).values()) bound += cheapestOpening(own, terms)
  for (let k = past; k < count; k++) bound += aligned(proof.left, k) * (left.after[k] ?? 0)
  for (const of of lookBackDays === undefined ? (['first'] as const) : (['first', 'look-back'] as const)) {
    const own = coming.filter((visit) => ofDays(visit) === of)
    for (let k = past; k < count; k++) {
      const alike = Map.groupBy(
        own.filter(({ allowed }) => allowed.includes(k)),
        sortOf,
      )
      const seats = [...alike].flatMap(([sort, list]): Seats[] => {
        const [one] = list
        if (one === undefined) return []
        return [{ count: list.length, workload: one.workload, urgency: one.urgency, price: aligned(prices.get(sort) ?? [], k) }]
      })
      const spare = waits - left.sum
      const before = k === past ? left.all : (left.after[k - 1] ?? 0)
      const most = before - (left.after[k] ?? 0)
      const urgency = { low: most - spare, high: k === past ? most : Math.min(left.all, most + spare) }
      bound -= dearestFilling(seats, (of === 'first' ? days : (lookBackDays ?? days))[k] ?? 0, of === 'first' ? urgency : null)
    }
  }
  return Number.isFinite(bound) ? Math.max(0, Math.ceil(bound / MILLION)) : 0
}
