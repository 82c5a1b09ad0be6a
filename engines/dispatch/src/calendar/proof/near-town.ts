// In which sets of periods one township can be opened, and how many of its visits can lie where, in a calendar whose figure lies no more than
// so much above what the prices prove: what a township pays above its cheapest, every other one would have to pay less.
import { leastFrom, type SeatPrices } from './cheapest-town.ts'
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
  const firsts = pairs.map(({ sort, open }) => payOf(sort, open))
  const agains = pairs.map(({ again, openAgain }) => payOf(again, openAgain))
  const [count, twos] = [singles.length, pairs.length]
  const later = singles.map(leastFrom)
  const laterAgain = agains.map(leastFrom)
  const laterBoth = firsts.map((first, n) => {
    const after = pairs[n]?.after ?? 0
    return leastFrom(first.map((pay, k) => pay + (laterAgain[n]?.[Math.min(periods, k + after)] ?? Infinity)))
  })
  const none = (): Int32Array => new Int32Array(periods)
  const limits = { groups: groups.map(none), firsts: pairs.map(none), agains: pairs.map(none) }
  const sets: number[][] = []
  const chosen: number[] = []
  // by depth: what a visit of each group, of each pair, and a first visit of a pair pays at best in the periods chosen so far
  const width = count + 2 * twos
  const best = new Float64Array(width * (periods + 2)).fill(Infinity)
  const record = (at: number, spare: number): void => {
    sets.push([...chosen])
    const raise = (own: Int32Array | undefined, k: number, more: number, all: number): void => {
      if (own === undefined || more > spare || own[k] === all) return
      own[k] = Math.max(own[k] ?? 0, more <= 0 ? all : Math.min(all, Math.floor(spare / more)))
    }
    for (let n = 0; n < count; n++) {
      const [own, low, all] = [singles[n], best[at + n] ?? 0, groups[n]?.visits.length ?? 0]
      for (const k of chosen) raise(limits.groups[n], k, (own?.[k] ?? Infinity) - low, all)
    }
    for (let n = 0; n < twos; n++) {
      const [low, { visits = [], after = 0, within = 0 }] = [best[at + count + n] ?? 0, pairs[n] ?? {}]
      for (const k of chosen)
        for (const s of chosen) {
          if (s - k < after || s - k > within) continue
          const more = (firsts[n]?.[k] ?? Infinity) + (agains[n]?.[s] ?? Infinity) - low
          raise(limits.firsts[n], k, more, visits.length)
          raise(limits.agains[n], s, more, visits.length)
        }
    }
  }
  let looked = 0
  const look = (from: number): boolean => {
    if (++looked > SETS) return false
    const at = chosen.length * width
    let pays = chosen.length * prices.opening
    let hope = pays + prices.opening
    for (let n = 0; n < count; n++) {
      const [own, all] = [best[at + n] ?? Infinity, groups[n]?.visits.length ?? 0]
      pays += all * own
      hope += all * Math.min(own, later[n]?.[from] ?? Infinity)
    }
    for (let n = 0; n < twos; n++) {
      const [own, first] = [best[at + count + n] ?? Infinity, best[at + count + twos + n] ?? Infinity]
      const all = pairs[n]?.visits.length ?? 0
      pays += all * own
      hope += all * Math.min(own, first + (laterAgain[n]?.[from] ?? Infinity), laterBoth[n]?.[from] ?? Infinity)
    }
    if (pays - least <= slack) record(at, slack - (pays - least))
    // whatever else is opened cannot bring it near enough
    if (!(hope - least <= slack)) return true
    for (let k = from; k < periods; k++) {
      if (shut.has(k)) continue
      const next = at + width
      for (let n = 0; n < count; n++) best[next + n] = Math.min(best[at + n] ?? Infinity, singles[n]?.[k] ?? Infinity)
      for (let n = 0; n < twos; n++) {
        const { after = 0, within = 0 } = pairs[n] ?? {}
        let early = Infinity
        for (const s of chosen) if (k - s >= after && k - s <= within) early = Math.min(early, firsts[n]?.[s] ?? Infinity)
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
  return look(past) ? { sets, ...limits } : null
}
