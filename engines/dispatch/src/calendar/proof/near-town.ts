// In which sets of periods one township can be opened, and how many of its visits can lie where, in a calendar whose figure lies no more than
// so much above what the prices prove: what a township pays above its cheapest, every other one would have to pay less.
import type { SeatPrices } from './cheapest-town.ts'
import type { Sorted } from './sorts.ts'

/** Sets looked at; of a township that needs more nothing is ruled out. */
const SETS = 200_000

export interface NearTown {
  readonly sets: readonly (readonly number[])[]
  /** By group, by pair for its first visits, by pair for its look-backs; each by period: visits that can lie there at most. */
  readonly groups: readonly Int32Array[]
  readonly firsts: readonly Int32Array[]
  readonly agains: readonly Int32Array[]
}

/** `least`: what the township pays at its cheapest; `slack`: how much more it may pay. Null where there are too many sets of periods. */
export function nearTown(
  { pool, sorts, townships }: Sorted,
  town: number,
  prices: SeatPrices,
  { least, slack }: { readonly least: number; readonly slack: number },
): NearTown | null {
  const { past, periods, spacing } = pool
  const { groups = [], pairs = [], shut = new Set<number>() } = townships[town] ?? {}
  const payOf = (sort: number, open: readonly number[]): Float64Array => {
    const pays = new Float64Array(periods).fill(Infinity)
    const urgency = sorts[sort]?.urgency ?? 0
    for (const k of open) pays[k] = (prices.seats[sort]?.[k] ?? 0) + (urgency === 0 ? 0 : urgency * (prices.climb[k] ?? 0))
    return pays
  }
  const singles = groups.map(({ sort, open }) => payOf(sort, open))
  const ways = pairs.map(({ sort, again, open, openAgain, after, within }) => {
    const [first, second] = [payOf(sort, open), payOf(again, openAgain)]
    return (k: number, s: number): number =>
      k + after <= s && s - k <= within ? (first[k] ?? Infinity) + (second[s] ?? Infinity) : Infinity
  })
  const none = (): Int32Array => new Int32Array(periods)
  const limits = { groups: groups.map(none), firsts: pairs.map(none), agains: pairs.map(none) }
  const sets: number[][] = []
  const chosen: number[] = []
  const judge = (): void => {
    const low = singles.map((own) => chosen.reduce((lowest, k) => Math.min(lowest, own[k] ?? Infinity), Infinity))
    const lowOfPair = ways.map((pay) => {
      let lowest = Infinity
      for (const k of chosen) for (const s of chosen) lowest = Math.min(lowest, pay(k, s))
      return lowest
    })
    let pays = chosen.length * prices.opening
    groups.forEach(({ visits }, n) => (pays += visits.length * (low[n] ?? Infinity)))
    pairs.forEach(({ visits }, n) => (pays += visits.length * (lowOfPair[n] ?? Infinity)))
    const spare = slack - (pays - least)
    if (!(spare >= 0)) return
    sets.push([...chosen])
    const raise = (own: Int32Array | undefined, k: number, more: number, count: number): void => {
      if (own === undefined || more > spare) return
      own[k] = Math.max(own[k] ?? 0, more <= 0 ? count : Math.min(count, Math.floor(spare / more)))
    }
    groups.forEach(({ visits }, n) => {
      for (const k of chosen) raise(limits.groups[n], k, (singles[n]?.[k] ?? Infinity) - (low[n] ?? 0), visits.length)
    })
    pairs.forEach(({ visits }, n) => {
      for (const k of chosen)
        for (const s of chosen) {
          const more = (ways[n]?.(k, s) ?? Infinity) - (lowOfPair[n] ?? 0)
          raise(limits.firsts[n], k, more, visits.length)
          raise(limits.agains[n], s, more, visits.length)
        }
    })
  }
  let looked = 0
  const look = (from: number): boolean => {
    if (++looked > SETS) return false
    judge()
    for (let k = from; k < periods; k++) {
      if (shut.has(k)) continue
      chosen.push(k)
      const isDone = look(k + spacing)
      chosen.pop()
      if (!isDone) return false
    }
    return true
  }
  return look(past) ? { sets, ...limits } : null
}
