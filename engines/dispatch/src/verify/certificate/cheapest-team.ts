// The cheapest valid team, exactly: a branch and bound over slots, candidates cheapest first.
// "Valid" is everything that can be said of one team alone; that a person serves only once is what the prices stand for.
import type { Candidate, Demand } from './demand.ts'

/** How many steps the searches of one certificate may take together; counted, never timed. */
export interface Budget {
  left: number
}

interface CheapestTeam {
  /** Infinity where no valid team exists. */
  readonly cost: number
  /** False where the budget ran out: then `cost` is still a lower bound, but not the best one. */
  readonly isExact: boolean
}

export function cheapestTeam(demand: Demand, candidates: readonly Candidate[], budget: Budget): CheapestTeam {
  const lists = demand.kinds.map((_, kind) => candidates.filter((candidate) => hasBit(candidate.kinds, kind)))
  const order = demand.kinds.map((_, kind) => kind).sort((a, b) => (lists[a]?.length ?? 0) - (lists[b]?.length ?? 0))
  const kinds = order.map((kind) => ({ ...(demand.kinds[kind] ?? NO_KIND), list: lists[kind] ?? [] }))
  const later = kinds.map((_, at) => kinds.slice(at).reduce((sum, kind) => sum + cheapest(kind.list, kind.count), 0))
  const seniors = candidates.filter((candidate) => candidate.isSenior)
  const holders = demand.needs.map((_, need) => candidates.find((candidate) => hasBit(candidate.needs, need))?.cost ?? Infinity)
  const pinned = candidates.filter((candidate) => candidate.isPinned).length
  if (pinned < demand.pinned) return { cost: Infinity, isExact: true }

  const seated: { readonly candidate: Candidate; readonly isLocal: boolean; readonly isLeader: boolean }[] = []
  let best = Infinity
  let isExact = true

  /** What the empty seats must cost at least, for the sake of seniors and needs. */
  const leastRest = (seats: number): number => {
    const missingSeniors = demand.minSenior - seated.filter(({ candidate }) => candidate.isSenior).length
    if (missingSeniors > seats) return Infinity
    let least = cheapest(seniors, Math.max(0, missingSeniors)) + cheapest(candidates, seats - Math.max(0, missingSeniors))
    for (let need = 0; need < holders.length; need++) {
      if (seated.some(({ candidate }) => hasBit(candidate.needs, need))) continue
      if (seats === 0) return Infinity
      least = Math.max(least, (holders[need] ?? Infinity) + cheapest(candidates, seats - 1))
    }
    const missingPins = pinned - seated.filter(({ candidate }) => candidate.isPinned).length
    return missingPins > seats ? Infinity : least
  }
  const fits = (candidate: Candidate, isLocal: boolean, isLeader: boolean): boolean => {
    let sameHome = isLocal ? 0 : 1
    let newcomers = candidate.isNewcomer ? 1 : 0
    for (const other of seated) {
      if (other.candidate === candidate || candidate.apart.has(other.candidate.id)) return false
      const isSameHome = candidate.home !== null && other.candidate.home === candidate.home
      if (isSameHome && isLeader && other.isLeader && demand.distinctLeaders) return false
      if (isSameHome && !isLocal && !other.isLocal) sameHome += 1
      if (other.candidate.isNewcomer) newcomers += 1
    }
    return sameHome <= demand.maxSameHome && newcomers <= demand.maxNewcomers
  }
  const fill = (at: number, seats: number, from: number, cost: number): void => {
    const kind = kinds[at]
    if (kind === undefined) {
      if (leastRest(0) === 0) best = Math.min(best, cost)
      return
    }
    if (seats === 0) return fill(at + 1, kinds[at + 1]?.count ?? 0, 0, cost)
    const after = later[at + 1] ?? 0
    const seatsLater = kinds.slice(at + 1).reduce((sum, each) => sum + each.count, 0)
    for (let i = from; i + seats <= kind.list.length; i++) {
      if (cost + cheapest(kind.list, seats, i) + after >= best) return
      if (budget.left <= 0) {
        isExact = false
        return
      }
      budget.left -= 1
      const candidate = kind.list[i]
      if (candidate === undefined || !fits(candidate, kind.isLocal, kind.isLeader)) continue
      seated.push({ candidate, isLocal: kind.isLocal, isLeader: kind.isLeader })
      const soFar = cost + candidate.cost
      if (soFar + leastRest(seats - 1 + seatsLater) < best) fill(at, seats - 1, i + 1, soFar)
      seated.pop()
    }
  }
  const rootBound = Math.max(later[0] ?? 0, leastRest(kinds.reduce((sum, kind) => sum + kind.count, 0)))
  fill(0, kinds[0]?.count ?? 0, 0, 0)
  return isExact ? { cost: best, isExact } : { cost: rootBound, isExact }
}

const NO_KIND = { count: 0, isLocal: false, isLeader: false }

function hasBit(mask: bigint, bit: number): boolean {
  return ((mask >> BigInt(bit)) & 1n) === 1n
}

/** Sum of the `count` cheapest from place `from` of a list that is sorted by cost; Infinity where there are too few. */
function cheapest(list: readonly Candidate[], count: number, from = 0): number {
  if (list.length - from < count) return Infinity
  let sum = 0
  for (let i = from; i < from + count; i++) sum += list[i]?.cost ?? Infinity
  return sum
}
