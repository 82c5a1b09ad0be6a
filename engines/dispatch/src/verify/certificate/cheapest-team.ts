// The cheapest valid team, exactly: a branch and bound over slots, candidates cheapest first.
// "Valid" is everything that can be said of one team alone; that a person serves only once is what the prices stand for.
import type { Candidate, Demand, SlotKind } from './demand.ts'

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

interface Branch extends Pick<SlotKind, 'count' | 'isLocal' | 'isLeader'> {
  /** Who may fill these slots, cheapest first. */
  readonly list: readonly Candidate[]
  /** Of the slots after these: how many, and what they cost at least. */
  readonly seatsAfter: number
  readonly leastAfter: number
}

interface Seated extends Pick<SlotKind, 'isLocal' | 'isLeader'> {
  readonly candidate: Candidate
}

interface Search {
  readonly demand: Demand
  readonly branches: readonly Branch[]
  readonly everybody: readonly Candidate[]
  readonly seniors: readonly Candidate[]
  /** For each need the cheapest who meets it. */
  readonly holders: readonly number[]
  readonly seated: Seated[]
  readonly budget: Budget
  best: number
  isExact: boolean
}

/** `candidates` are sorted by cost. */
export function cheapestTeam(demand: Demand, candidates: readonly Candidate[], budget: Budget): CheapestTeam {
  const pinned = new Set(candidates.filter((candidate) => candidate.isPinned).map((candidate) => candidate.id))
  if (pinned.size < demand.pinned) return { cost: Infinity, isExact: true }
  const search: Search = {
    demand,
    branches: branchesOf(demand, candidates),
    everybody: candidates,
    seniors: candidates.filter((candidate) => candidate.isSenior),
    holders: demand.needs.map((_, need) => candidates.find((candidate) => hasBit(candidate.needs, need))?.cost ?? Infinity),
    seated: [],
    budget,
    best: Infinity,
    isExact: true,
  }
  const [first] = search.branches
  const least = Math.max(
    leastRest(search, demand.size),
    first === undefined ? 0 : cheapest(first.list, first.count) + first.leastAfter,
  )
  fill(search, 0, first?.count ?? 0, 0, 0)
  return { cost: search.isExact ? search.best : least, isExact: search.isExact }
}

/** The kinds of slots, those with the fewest candidates first. */
function branchesOf(demand: Demand, candidates: readonly Candidate[]): Branch[] {
  const branches: Branch[] = []
  const byChoice = demand.kinds
    .map(({ count, isLocal, isLeader }, kind) => ({
      count,
      isLocal,
      isLeader,
      list: candidates.filter((candidate) => hasBit(candidate.kinds, kind)),
    }))
    .sort((a, b) => b.list.length - a.list.length)
  let [seatsAfter, leastAfter] = [0, 0]
  for (const kind of byChoice) {
    branches.unshift({ ...kind, seatsAfter, leastAfter })
    seatsAfter += kind.count
    leastAfter += cheapest(kind.list, kind.count)
  }
  return branches
}

/** Fills the `seats` slots that are left of a branch with people from place `from` of its list, then the branches after it. */
function fill(search: Search, at: number, seats: number, from: number, cost: number): void {
  const branch = search.branches[at]
  if (branch === undefined) {
    if (leastRest(search, 0) === 0) search.best = Math.min(search.best, cost)
    return
  }
  if (seats === 0) return fill(search, at + 1, search.branches[at + 1]?.count ?? 0, 0, cost)
  for (let i = from; i + seats <= branch.list.length; i++) {
    if (cost + cheapest(branch.list, seats, i) + branch.leastAfter >= search.best) return
    if (search.budget.left <= 0) {
      search.isExact = false
      return
    }
    search.budget.left -= 1
    const candidate = branch.list[i]
    if (candidate === undefined || !fits(search, candidate, branch)) continue
    search.seated.push({ candidate, isLocal: branch.isLocal, isLeader: branch.isLeader })
    const soFar = cost + candidate.cost
    if (soFar + leastRest(search, seats - 1 + branch.seatsAfter) < search.best) fill(search, at, seats - 1, i + 1, soFar)
    search.seated.pop()
  }
}

/** What the empty seats must cost at least, for the sake of seniors and needs; Infinity where they cannot do it. */
function leastRest({ demand, seated, everybody, seniors, holders }: Search, seats: number): number {
  const count = (has: (candidate: Candidate) => boolean): number => seated.filter(({ candidate }) => has(candidate)).length
  const missingPins = demand.pinned - count((candidate) => candidate.isPinned)
  const missingSeniors = Math.max(0, demand.minSenior - count((candidate) => candidate.isSenior))
  if (missingPins > seats || missingSeniors > seats) return Infinity
  let least = cheapest(seniors, missingSeniors) + cheapest(everybody, seats - missingSeniors)
  holders.forEach((holder, need) => {
    if (count((candidate) => hasBit(candidate.needs, need)) > 0) return
    least = Math.max(least, seats === 0 ? Infinity : holder + cheapest(everybody, seats - 1))
  })
  return least
}

/** Whether the candidate may join those who are seated, in a seat of this kind. */
function fits({ demand, seated }: Search, candidate: Candidate, { isLocal, isLeader }: Branch): boolean {
  let sameHome = isLocal ? 0 : 1
  let newcomers = candidate.isNewcomer ? 1 : 0
  let { exposure } = candidate
  for (const other of seated) {
    if (other.candidate.id === candidate.id || candidate.apart.has(other.candidate.id)) return false
    const isSameHome = candidate.home !== null && other.candidate.home === candidate.home
    if (isSameHome && isLeader && other.isLeader && demand.distinctLeaders) return false
    if (isSameHome && !isLocal && !other.isLocal) sameHome += 1
    if (other.candidate.isNewcomer) newcomers += 1
    exposure += other.candidate.exposure
  }
  if (exposure > demand.maxExposure) return false
  return (sameHome <= demand.maxSameHome || candidate.home === null) && newcomers <= demand.maxNewcomers
}

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
