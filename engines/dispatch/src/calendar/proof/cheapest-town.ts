// The cheapest way to lay one township's visits when every period has its price: every set of periods in which it could be opened is
// looked at, except where what is still to come cannot make up for another opening.
import type { Pool } from '../pools.ts'
import type { Group, Pair, Sorted } from './sorts.ts'

/** Sets looked at; a township that needs more is not proven anything of. */
const SETS = 200_000

/** Whole numbers, in millionths of an opening (or of a period of waiting, where that is what is proven). */
export interface SeatPrices {
  /** By sort and period. */
  readonly seats: readonly (readonly number[])[]
  /** By period: what a visit pays for each of its urgency. */
  readonly climb: readonly number[]
  readonly opening: number
}

export interface LaidTown {
  readonly pays: number
  /** Visits by sort × periods + period. */
  readonly seats: ReadonlyMap<number, number>
  readonly opened: number
}

/** Null where there are too many sets of periods to look at. */
export function cheapestTown({ pool, sorts, townships }: Sorted, town: number, prices: SeatPrices): LaidTown | null {
  const { past, periods, spacing } = pool
  const { groups = [], pairs = [], shut = new Set<number>() } = townships[town] ?? {}
  const payOf = (sort: number, count: number, open: readonly number[]): Float64Array => {
    const pays = new Float64Array(periods).fill(Infinity)
    const urgency = sorts[sort]?.urgency ?? 0
    for (const k of open)
      pays[k] = count * ((prices.seats[sort]?.[k] ?? 0) + (urgency === 0 ? 0 : urgency * (prices.climb[k] ?? 0)))
    return pays
  }
  const singles = groups.map(({ sort, visits, open }) => payOf(sort, visits.length, open))
  const firsts = pairs.map(({ sort, visits, open }) => payOf(sort, visits.length, open))
  const agains = pairs.map(({ again, visits, openAgain }) => payOf(again, visits.length, openAgain))
  const [count, twos] = [singles.length, pairs.length]
  const later = singles.map(leastFrom)
  const laterAgain = agains.map(leastFrom)
  const laterBoth = firsts.map((first, n) => {
    const after = pairs[n]?.after ?? 0
    return leastFrom(first.map((pay, k) => pay + (laterAgain[n]?.[Math.min(periods, k + after)] ?? Infinity)))
  })
  const depths = periods + 1
  // by depth: what each group, each pair and each first visit of a pair pays at best in the periods chosen so far
  const best = new Float64Array((count + 2 * twos) * (depths + 1)).fill(Infinity)
  const width = count + 2 * twos
  const chosen: number[] = []
  let least = Infinity
  let choice: readonly number[] = []
  let sets = 0
  const look = (from: number): boolean => {
    if (++sets > SETS) return false
    const at = chosen.length * width
    let pays = chosen.length * prices.opening
    let hope = pays + prices.opening
    for (let n = 0; n < count; n++) {
      const own = best[at + n] ?? Infinity
      pays += own
      hope += Math.min(own, later[n]?.[from] ?? Infinity)
    }
    for (let n = 0; n < twos; n++) {
      const own = best[at + count + n] ?? Infinity
      const first = best[at + count + twos + n] ?? Infinity
      pays += own
      hope += Math.min(own, first + (laterAgain[n]?.[from] ?? Infinity), laterBoth[n]?.[from] ?? Infinity)
    }
    if (pays < least) {
      least = pays
      choice = [...chosen]
    }
    if (hope >= least) return true
    for (let k = from; k < periods; k++) {
      if (shut.has(k)) continue
      const next = at + width
      for (let n = 0; n < count; n++) best[next + n] = Math.min(best[at + n] ?? Infinity, singles[n]?.[k] ?? Infinity)
      for (let n = 0; n < twos; n++) {
        let early = Infinity
        for (const s of chosen) if (s + (pairs[n]?.after ?? 0) <= k) early = Math.min(early, firsts[n]?.[s] ?? Infinity)
        best[next + count + n] = Math.min(best[at + count + n] ?? Infinity, early + (agains[n]?.[k] ?? Infinity))
        best[next + count + twos + n] = Math.min(best[at + count + twos + n] ?? Infinity, firsts[n]?.[k] ?? Infinity)
      }
      chosen.push(k)
      const isDone = look(k + spacing)
      chosen.pop()
      if (!isDone) return false
    }
    return true
  }
  // a township whose visits are all over opens nothing
  if (width > 0) {
    if (!look(past) || least === Infinity) return null
  } else least = 0
  return { pays: least, ...layOut(pool, { groups, singles, pairs, firsts, agains }, choice) }
}

/** By period: the least from there on. */
export function leastFrom(pays: Float64Array): Float64Array {
  const least = new Float64Array(pays.length).fill(Infinity)
  for (let k = pays.length - 1; k >= 0; k--) least[k] = Math.min(least[k + 1] ?? Infinity, pays[k] ?? Infinity)
  return least
}

interface Pays {
  readonly groups: readonly Group[]
  readonly singles: readonly Float64Array[]
  readonly pairs: readonly Pair[]
  readonly firsts: readonly Float64Array[]
  readonly agains: readonly Float64Array[]
}

function layOut({ periods }: Pool, { groups, singles, pairs, firsts, agains }: Pays, chosen: readonly number[]) {
  const seats = new Map<number, number>()
  const used = new Set<number>()
  const seat = (sort: number, k: number, count: number): void => {
    seats.set(sort * periods + k, (seats.get(sort * periods + k) ?? 0) + count)
    used.add(k)
  }
  groups.forEach(({ sort, visits }, n) => {
    const own = singles[n]
    seat(
      sort,
      chosen.reduce((low, k) => ((own?.[k] ?? 0) < (own?.[low] ?? Infinity) ? k : low), -1),
      visits.length,
    )
  })
  pairs.forEach(({ sort, again, visits, after }, n) => {
    let [least, first, second] = [Infinity, 0, 0]
    for (const k of chosen)
      for (const s of chosen) {
        const pays = k + after <= s ? (firsts[n]?.[k] ?? Infinity) + (agains[n]?.[s] ?? Infinity) : Infinity
        if (pays < least) [least, first, second] = [pays, k, s]
      }
    seat(sort, first, visits.length)
    seat(again, second, visits.length)
  })
  return { seats, opened: used.size }
}
