// The cheapest valid team at given prices, exactly: candidates in the order of their price, a branch is cut where the cheapest way to
// complete it, with the counts that are still short, is no better than what is known.
import type { Seating } from './seating.ts'

/** Who may be priced into a team: as many as the caller lists, in any order. */
export interface Candidates {
  readonly count: number
  readonly person: Int32Array
  readonly role: Int32Array
  readonly price: Float64Array
}

export interface Budget {
  /** Branches that may still be looked at; counted, never timed. */
  left: number
}

export interface CheapestTeam {
  readonly price: number
  readonly isExact: boolean
  /** Who it is; empty where there is none. */
  readonly members: readonly number[]
}

const MOST_SIZE = 64

/** Integer price of the cheapest team out of the candidates, Infinity where there is none; `isExact` false where the budget ran out: then a lower bound. */
export function cheapestTeam(seating: Seating, t: number, candidates: Candidates, budget: Budget): CheapestTeam {
  const shape = seating.shapes[seating.shapeOf[t] ?? 0]
  if (shape === undefined) return { price: 0, isExact: true, members: [] }
  const { fields, packing, size } = shape
  const { homeOf } = seating.instance
  const { roles, homeCap, cap } = seating
  const width = (1 << packing.width) - 1
  const maskOf = (role: number): number => {
    const lanes = roles[role]?.lanes ?? []
    let bits = 0
    for (let f = 0; f < fields.length; f++) {
      if ((((lanes[Math.floor(f / packing.perLane)] ?? 0) >>> (packing.width * (f % packing.perLane))) & width) !== 0)
        bits |= 1 << f
    }
    return bits
  }
  const watches = cap > 0 && cap < Infinity
  const order = Array.from({ length: candidates.count }, (_, k) => k).sort(
    (a, b) => (candidates.price[a] ?? 0) - (candidates.price[b] ?? 0) || a - b,
  )
  // who cannot be in a cheapest team is left out
  const price: number[] = []
  const bits: number[] = []
  const home: number[] = []
  const exposure: number[] = []
  const people: number[] = []
  const everybody: number[] = []
  const isListed = new Set(candidates.person)
  /** Whether he must be kept apart from somebody who may be chosen too. */
  const isTroubled = (i: number): boolean => seating.instance.apartFrom[i]?.some((j) => isListed.has(j)) ?? false
  const hasLocals = order.some((k) => roles[candidates.role[k] ?? 0]?.isLocal === true)
  for (const k of order) {
    const role = roles[candidates.role[k] ?? 0]
    const i = candidates.person[k] ?? 0
    const own = maskOf(candidates.role[k] ?? 0)
    const at = role?.isLocal === true ? -1 : (homeOf[i] ?? -1)
    const exposed = watches && role?.isExposed === true ? seating.exposureAt(i, t) : 0
    if (isDominated(own, at, exposed)) continue
    price.push(candidates.price[k] ?? 0)
    bits.push(own)
    home.push(at)
    exposure.push(exposed)
    people.push(isTroubled(i) ? i : -1)
    everybody.push(i)
  }
  const n = price.length
  const prefix = new Float64Array(n + 1)
  for (let k = 0; k < n; k++) prefix[k + 1] = (prefix[k] ?? 0) + (price[k] ?? 0)
  // for each count its holders: where the first from a position stands, and what they cost together
  const holders = fields.map((_, f) => {
    const sums = [0]
    const from = new Int32Array(n + 1)
    for (let k = 0; k < n; k++) {
      from[k] = sums.length - 1
      if (((bits[k] ?? 0) & (1 << f)) !== 0) sums.push((sums[sums.length - 1] ?? 0) + (price[k] ?? 0))
    }
    from[n] = sums.length - 1
    return { from, sums }
  })
  let best = Infinity
  let members: readonly number[] = []
  let isExact = true
  const chosen = new Int32Array(MOST_SIZE)
  const missing = fields.map(({ least }) => least)

  const completion = (from: number, places: number): number => {
    let least = (prefix[Math.min(n, from + places)] ?? 0) - (prefix[from] ?? 0)
    if (from + places > n) return Infinity
    for (let f = 0; f < missing.length; f++) {
      const short = missing[f] ?? 0
      if (short <= 0) continue
      if (short > places) return Infinity
      const own = holders[f]
      const first = own?.from[from] ?? 0
      const last = first + short
      if (own === undefined || last >= own.sums.length) return Infinity
      const rest = (prefix[from + places - short] ?? 0) - (prefix[from] ?? 0)
      const sum = (own.sums[last] ?? 0) - (own.sums[first] ?? 0) + rest
      if (sum > least) least = sum
    }
    return least
  }
  const fill = (from: number, depth: number, cost: number, exposed: number): void => {
    if (depth === size) {
      if (cost < best) {
        best = cost
        members = Array.from(chosen.subarray(0, size), (k) => everybody[k] ?? -1)
      }
      return
    }
    const places = size - depth
    for (let k = from; k + places <= n; k++) {
      if (cost + (prefix[k + places] ?? 0) - (prefix[k] ?? 0) >= best) return
      if (cost + completion(k, places) >= best) return
      if (budget.left <= 0) {
        isExact = false
        return
      }
      budget.left--
      if (watches && exposed + (exposure[k] ?? 0) > cap) continue
      const at = home[k] ?? -1
      if (at >= 0) {
        let alike = 0
        for (let d = 0; d < depth; d++) if (home[chosen[d] ?? 0] === at) alike++
        if (alike >= homeCap) continue
      }
      const troubled = people[k] ?? -1
      if (troubled >= 0 && isApart(troubled, depth)) continue
      chosen[depth] = k
      const own = bits[k] ?? 0
      for (let f = 0; f < missing.length; f++) if ((own & (1 << f)) !== 0) missing[f] = (missing[f] ?? 0) - 1
      const next = cost + (price[k] ?? 0)
      if (next + completion(k + 1, places - 1) < best) fill(k + 1, depth + 1, next, exposed + (exposure[k] ?? 0))
      for (let f = 0; f < missing.length; f++) if ((own & (1 << f)) !== 0) missing[f] = (missing[f] ?? 0) + 1
    }
  }
  const isApart = (i: number, depth: number): boolean => {
    const others = seating.instance.apartFrom[i] ?? []
    for (let d = 0; d < depth; d++) {
      const other = people[chosen[d] ?? 0] ?? -1
      if (other >= 0 && others.includes(other)) return true
    }
    return false
  }
  const floor = completion(0, size)
  fill(0, 0, 0, 0)
  return isExact ? { price: best, isExact, members } : { price: Math.min(best, floor), isExact, members }

  /** Whether `size` cheaper people, of each home as many as a team may hold, can do all that he can, and are kept apart from nobody. */
  function isDominated(own: number, at: number, exposed: number): boolean {
    let [counted, ofHisHome] = [0, 0]
    const ofHome = new Map<number, number>()
    for (let k = 0; k < bits.length; k++) {
      if (((bits[k] ?? 0) & own) !== own || (exposure[k] ?? 0) > exposed || (people[k] ?? -1) >= 0) continue
      const other = home[k] ?? -1
      if (other >= 0 && other === at) ofHisHome++
      const before = other < 0 ? 0 : (ofHome.get(other) ?? 0)
      if (other >= 0) ofHome.set(other, before + 1)
      if (before < homeCap) counted++
      if (counted >= size || (!hasLocals && ofHisHome >= homeCap)) return true
    }
    return false
  }
}
