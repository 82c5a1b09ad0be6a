// What prices of seats prove. Townships and periods meet only in this: as many visits of each sort as the townships lay into a period
// must be among those that fill it. With a price on each such seat the two come apart: every township lies as cheaply as it can, every
// period is filled as dearly as it can, and no calendar has fewer openings, or waits less, than the first in sum less the second.
import { cheapestTown, type LaidTown, type SeatPrices } from './cheapest-town.ts'
import { fullestPeriod, type Filling } from './fullest-period.ts'
import type { LeftOver } from './left-over.ts'
import type { Sorted } from './sorts.ts'

export const MILLION = 1_000_000

/** Millionths, whole numbers. */
export interface TownPrices {
  /** For a unit of waiting, where openings are proven. */
  readonly wait: number
  /** By period: for a unit of the urgency that is left over after it at least. */
  readonly left: readonly number[]
  /** By sort and period. */
  readonly seats: readonly (readonly number[])[]
}

export interface TownProof {
  readonly figure: 'waiting' | 'openings'
  /** Of calendars that wait no more than this. */
  readonly waiting: number
}

export interface Parted {
  /** In millionths. */
  readonly bound: number
  readonly towns: readonly LaidTown[]
  readonly fillings: readonly (Filling & { readonly purse: number; readonly period: number })[]
}

/** Null where the prices prove nothing: too many sets of periods, or no filling at all. */
export function partTowns(
  sorted: Sorted,
  left: LeftOver,
  { wait, left: leftPrices, seats }: TownPrices,
  { figure, waiting }: TownProof,
): Parted | null {
  const { pool, townships } = sorted
  const { past, periods, purses } = pool
  const prices = seatPricesOf(sorted, { wait, left: leftPrices, seats }, figure)
  let bound = figure === 'openings' ? -wait * waiting : 0
  for (let k = past; k < periods; k++) bound += (leftPrices[k] ?? 0) * (left.least[k] ?? 0)
  const towns: LaidTown[] = []
  for (const town of townships.keys()) {
    const own = cheapestTown(sorted, town, prices)
    if (own === null) return null
    bound += own.pays
    towns.push(own)
  }
  const fillings: (Filling & { readonly purse: number; readonly period: number })[] = []
  for (const purse of purses.keys())
    for (let period = past; period < periods; period++) {
      const own = fullestPeriod(sorted, seats, { purse, period, urgency: urgencyAt(left, waiting, period, past) })
      if (own === null) return null
      bound -= own.worth
      fillings.push({ ...own, purse, period })
    }
  return { bound, towns, fillings }
}

/** What a township pays for its seats. */
export function seatPricesOf({ pool }: Sorted, { wait, left, seats }: TownPrices, figure: TownProof['figure']): SeatPrices {
  const isOpenings = figure === 'openings'
  return { seats, climb: climbOf(isOpenings ? wait : MILLION, left, pool), opening: isOpenings ? MILLION : 0 }
}

/** By period: what a visit there pays for each of its urgency, boundary by boundary that it waits. */
function climbOf(wait: number, left: readonly number[], { past, periods }: { past: number; periods: number }): number[] {
  const climb = Array.from({ length: periods }, () => 0)
  for (let k = past + 1; k < periods; k++) climb[k] = (climb[k - 1] ?? 0) + wait - (left[k - 1] ?? 0)
  return climb
}

/** Of the period's visits: between what was left over before the period and what is left after it, as far as the waiting at hand lets them vary. */
export function urgencyAt(
  { least, sum, total }: LeftOver,
  waiting: number,
  period: number,
  past: number,
): { readonly low: number; readonly high: number } {
  const spare = waiting - sum
  const after = least[period] ?? 0
  if (period === past) return { low: Math.max(0, total - after - spare), high: total - after }
  const before = least[period - 1] ?? 0
  return { low: Math.max(0, before - after - spare), high: Math.min(total, before + spare - after) }
}
