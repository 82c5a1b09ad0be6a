// The cheapest valid team, exactly: a branch and bound over people, cheapest first, that knows what completing a team costs at least.
// "Valid" is everything that can be said of one team alone; that a person serves only once is what the prices stand for.
import { leastCompletions, statesOf, type States } from './completions.ts'
import { hasBit, type Candidate, type Demand } from './demand.ts'

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

interface Search {
  readonly demand: Demand
  readonly candidates: readonly Candidate[]
  readonly states: States
  readonly least: Float64Array
  readonly mustSit: (place: number) => boolean
  /** How many slots of each kind are filled, and by whom: the kind and the person of each seat. */
  readonly filled: Int32Array
  readonly seated: Candidate[]
  readonly kinds: number[]
  readonly budget: Budget
  best: number
  isExact: boolean
}

/** Cells of the table of completions that count as one step. */
const CELLS = 256

/** `candidates` are sorted by cost. */
export function cheapestTeam(
  demand: Demand,
  candidates: readonly Candidate[],
  budget: Budget,
  states: States = statesOf(demand),
): CheapestTeam {
  const seatsOf = new Map<number, number>()
  for (const { isPinned, person } of candidates) if (isPinned) seatsOf.set(person, (seatsOf.get(person) ?? 0) + 1)
  if (seatsOf.size < demand.pinned) return { cost: Infinity, isExact: true }
  // Whoever is pinned and has one sort of seat open must take it; with two it is the last check that sees to it.
  const mustSit = (place: number): boolean => {
    const candidate = candidates[place]
    return candidate?.isPinned === true && seatsOf.get(candidate.person) === 1
  }
  const least = leastCompletions(states, candidates, mustSit)
  budget.left -= Math.ceil(least.length / CELLS)
  const search: Search = {
    demand,
    candidates,
    states,
    least,
    mustSit,
    budget,
    filled: new Int32Array(demand.kinds.length),
    seated: [],
    kinds: [],
    best: Infinity,
    isExact: true,
  }
  const root = least[states.start] ?? Infinity
  if (root < Infinity) fill(search, 0, states.start, 0)
  return { cost: search.isExact ? search.best : root, isExact: search.isExact }
}

/** Fills what is open with people from place `from` of the list. */
function fill(search: Search, from: number, state: number, cost: number): void {
  const { demand, candidates, states, least, filled } = search
  if (search.seated.length === demand.size) {
    if (isComplete(search, from)) search.best = Math.min(search.best, cost)
    return
  }
  for (let place = from; place < candidates.length; place++) {
    if (cost + (least[place * states.count + state] ?? Infinity) >= search.best) return
    if (search.budget.left <= 0) {
      search.isExact = false
      return
    }
    search.budget.left -= 1
    const candidate = candidates[place]
    if (candidate === undefined) return
    const steps = states.steps(candidate.abilities)
    const soFar = cost + candidate.cost
    for (let kind = 0; kind < filled.length; kind++) {
      const after = steps[kind * states.count + state] ?? -1
      if (after < 0 || (filled[kind] ?? 0) >= (demand.kinds[kind]?.count ?? 0)) continue
      if (soFar + (least[(place + 1) * states.count + after] ?? Infinity) >= search.best) continue
      if (!fits(search, candidate, kind)) continue
      filled[kind] = (filled[kind] ?? 0) + 1
      search.seated.push(candidate)
      search.kinds.push(kind)
      fill(search, place + 1, after, soFar)
      search.kinds.pop()
      search.seated.pop()
      filled[kind] = (filled[kind] ?? 0) - 1
    }
    if (search.mustSit(place)) return
  }
}

/** Everything that a whole team must have; nobody who must sit may come after it. */
function isComplete({ demand, seated, candidates, mustSit }: Search, from: number): boolean {
  for (let place = from; place < candidates.length; place++) if (mustSit(place)) return false
  return (
    seated.filter((each) => each.isSenior).length >= demand.minSenior &&
    seated.filter((each) => each.isPinned).length >= demand.pinned &&
    demand.needs.every((_, need) => seated.some(({ abilities }) => hasBit(abilities, demand.kinds.length + need)))
  )
}

/** Whether the candidate may join those who are seated, in a slot of this kind. */
function fits({ demand, seated, kinds }: Search, candidate: Candidate, kind: number): boolean {
  const [isLocal, isLeader] = [demand.kinds[kind]?.isLocal === true, demand.kinds[kind]?.isLeader === true]
  let sameHome = isLocal ? 0 : 1
  let newcomers = candidate.isNewcomer ? 1 : 0
  let { exposure } = candidate
  for (let i = 0; i < seated.length; i++) {
    const [other, at] = [seated[i], demand.kinds[kinds[i] ?? 0]]
    if (other === undefined || at === undefined) continue
    if (other.person === candidate.person || candidate.apart.has(other.person)) return false
    exposure += other.exposure
    if (other.isNewcomer) newcomers += 1
    if (candidate.home < 0 || other.home !== candidate.home) continue
    if (isLeader && at.isLeader && demand.distinctLeaders) return false
    if (!isLocal && !at.isLocal) sameHome += 1
  }
  if (exposure > demand.maxExposure || newcomers > demand.maxNewcomers) return false
  return candidate.home < 0 || sameHome <= demand.maxSameHome
}
