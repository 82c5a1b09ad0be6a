// The cheapest valid team, exactly: a branch and bound over slots, candidates cheapest first.
// "Valid" is everything that can be said of one team alone; that a person serves only once is what the prices stand for.
import { hasBit, type Candidate, type Demand, type SlotKind } from './demand.ts'

/** How many steps the searches of one certificate may take together; counted, never timed. */
export interface Budget {
  left: number
}

export interface CheapestTeam {
  /** Infinity where no valid team exists. */
  readonly cost: number
  /** False where the budget ran out: then `cost` is still a lower bound, but not the best one. */
  readonly isExact: boolean
}

interface Branch extends Pick<SlotKind, 'count' | 'isLocal' | 'isLeader'> {
  /** Who may fill these slots, cheapest first. */
  readonly list: readonly Candidate[]
  /** What the slots after these cost at least, and how many they are. */
  readonly leastAfter: number
  readonly seatsAfter: number
}

interface Search {
  readonly demand: Demand
  readonly branches: readonly Branch[]
  /** What so many of all people, and so many seniors, cost at least. */
  readonly leastOf: readonly number[]
  readonly leastSeniors: readonly number[]
  /** For each need the cost of the cheapest who meets it, and how many of those seated do. */
  readonly holders: readonly number[]
  readonly held: Int32Array
  readonly seated: Candidate[]
  readonly seats: Branch[]
  readonly budget: Budget
  seniors: number
  newcomers: number
  pinned: number
  exposure: number
  best: number
  isExact: boolean
}

/** `candidates` are sorted by cost. */
export function cheapestTeam(demand: Demand, candidates: readonly Candidate[], budget: Budget): CheapestTeam {
  const pinned = new Set(candidates.filter((candidate) => candidate.isPinned).map((candidate) => candidate.person))
  if (pinned.size < demand.pinned) return { cost: Infinity, isExact: true }
  const seniors = candidates.filter((candidate) => candidate.isSenior)
  const counts = Array.from({ length: demand.size + 1 }, (_, count) => count)
  const search: Search = {
    demand,
    branches: branchesOf(demand, candidates),
    leastOf: counts.map((count) => cheapest(candidates, count)),
    leastSeniors: counts.map((count) => cheapest(seniors, count)),
    holders: demand.needs.map(
      (_, need) => candidates.find(({ abilities }) => hasBit(abilities, demand.kinds.length + need))?.cost ?? Infinity,
    ),
    held: new Int32Array(demand.needs.length),
    seated: [],
    seats: [],
    budget,
    seniors: 0,
    newcomers: 0,
    pinned: 0,
    exposure: 0,
    best: Infinity,
    isExact: true,
  }
  const [first] = search.branches
  const least = Math.max(
    leastRest(search, demand.size),
    first === undefined ? 0 : cheapest(first.list, first.count) + first.leastAfter,
  )
  if (least < Infinity) fill(search, 0, first?.count ?? 0, 0, 0)
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
      list: candidates.filter(({ abilities }) => hasBit(abilities, kind)),
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
    seat(search, candidate, branch)
    const soFar = cost + candidate.cost
    if (soFar + leastRest(search, seats - 1 + branch.seatsAfter) < search.best) fill(search, at, seats - 1, i + 1, soFar)
    unseat(search, candidate)
  }
}

function seat(search: Search, candidate: Candidate, branch: Branch): void {
  search.seated.push(candidate)
  search.seats.push(branch)
  count(search, candidate, 1)
}

function unseat(search: Search, candidate: Candidate): void {
  search.seated.pop()
  search.seats.pop()
  count(search, candidate, -1)
}

function count(search: Search, { isSenior, isNewcomer, isPinned, exposure, abilities }: Candidate, by: 1 | -1): void {
  if (isSenior) search.seniors += by
  if (isNewcomer) search.newcomers += by
  if (isPinned) search.pinned += by
  search.exposure += by * exposure
  const { held, demand } = search
  for (let need = 0; need < held.length; need++)
    if (hasBit(abilities, demand.kinds.length + need)) held[need] = (held[need] ?? 0) + by
}

/** What the empty seats must cost at least, for the sake of seniors and needs; Infinity where they cannot do it. */
function leastRest({ demand, seniors, pinned, leastOf, leastSeniors, holders, held }: Search, seats: number): number {
  const missing = Math.max(0, demand.minSenior - seniors)
  if (demand.pinned - pinned > seats || missing > seats) return Infinity
  let least = (leastSeniors[missing] ?? Infinity) + (leastOf[seats - missing] ?? Infinity)
  for (let need = 0; need < held.length; need++) {
    if ((held[need] ?? 0) > 0) continue
    if (seats === 0) return Infinity
    least = Math.max(least, (holders[need] ?? Infinity) + (leastOf[seats - 1] ?? Infinity))
  }
  return least
}

/** Whether the candidate may join those who are seated, in a seat of this kind. */
function fits(search: Search, candidate: Candidate, { isLocal, isLeader }: Branch): boolean {
  const { demand, seated, seats } = search
  if (search.exposure + candidate.exposure > demand.maxExposure) return false
  if (search.newcomers + (candidate.isNewcomer ? 1 : 0) > demand.maxNewcomers) return false
  let sameHome = isLocal ? 0 : 1
  for (let i = 0; i < seated.length; i++) {
    const [other, seat] = [seated[i], seats[i]]
    if (other === undefined || seat === undefined) continue
    if (other.person === candidate.person || candidate.apart.has(other.person)) return false
    if (candidate.home < 0 || other.home !== candidate.home) continue
    if (isLeader && seat.isLeader && demand.distinctLeaders) return false
    if (!isLocal && !seat.isLocal) sameHome += 1
  }
  return candidate.home < 0 || sameHome <= demand.maxSameHome
}

/** Sum of the `count` cheapest from place `from` of a list that is sorted by cost; Infinity where there are too few. */
function cheapest(list: readonly Candidate[], count: number, from = 0): number {
  if (list.length - from < count) return Infinity
  let sum = 0
  for (let i = from; i < from + count; i++) sum += list[i]?.cost ?? Infinity
  return sum
}
