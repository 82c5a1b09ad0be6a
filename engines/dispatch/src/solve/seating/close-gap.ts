// What exchanges leave open is closed by linear programming: duals for a sharper proof, pairs priced in until nobody outside is missed,
// then the few pairs that could still matter, in whole numbers, from the best seating known.
import type { Highs } from 'highs'
import type { Meter } from '../meter.ts'
import { emptyArcs, type ArcSet, type Arcs } from './arcs.ts'
import { proofOf, type Proof } from './certificate-bound.ts'
import type { PricedLevel, Prices } from './prices.ts'
import { firstSeats } from './first-seats.ts'
import { polish } from './polish.ts'
import { queueByPrice } from './price-queue.ts'
import { buildProgram, worthIn, type Hold, type Program } from './program.ts'
import { pricesOf, relax, type Relaxed } from './relax.ts'
import type { Seating } from './seating.ts'
import { emptySeats, sit, type Seats } from './seats.ts'

/** A level to be minimised while better levels stand where they are. */
export interface Aim {
  readonly of: PricedLevel
  readonly weigh: (person: number, team: number) => number
  readonly stands: { readonly exposure: number; readonly facts: number }
}

export interface Priced {
  readonly program: Program
  readonly relaxed: Relaxed
  readonly prices: Prices
  readonly proof: Proof
}

/** Prices in 1/64: fine enough to round a bound up to the next whole kilometre, coarse enough to be read. */
const SCALE = 64
const FIRST_ARCS = 48
/** Where people are many, with fewer pairs to begin with: time grows faster than their number. */
const FEWER_ARCS = 30
const MANY_PEOPLE = 4000
/** Whom annealing looks at, of those that the relaxation finds worth it. */
const LOOKED_AT = 30
const PER_HOME = 6
const ROUNDS = 4
/** The share of a person, or more, that makes a team his. */
const LARGER = 0.3
/** Entries of the program that one interior-point iteration goes through in the time of a proposal. */
const ENTRIES_A_UNIT = 12
const NODES_A_UNIT = 12

/** Prices from the relaxation. Null where the effort is spent or the method gave up. */
export function priceOut(highs: Highs, seating: Seating, aim: Aim, seats: Seats, meter: Meter): Priced | null {
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const set = emptyArcs(seating.teams)
  addSeated(seats, set, teams)
  addNearest(seating, set, teams)
  const holds = holdsOf(seating, aim)
  let best: Priced | null = null
  let arcs = set.list(teams)
  for (let round = 0; round < ROUNDS && meter.left() > 0; round++) {
    const program = buildProgram(seating, arcs, holds)
    const relaxed = relax(highs, program, aim.weigh)
    meter.spend(Math.ceil(((relaxed?.iterations ?? 1) * program.rows.length) / ENTRIES_A_UNIT))
    if (relaxed === null) return best
    const prices = toPrices(program, relaxed, holds)
    const budget = { left: 40_000_000 }
    const proof = proofOf(seating, prices, aim.of, aim.stands, budget)
    meter.spend(Math.ceil((40_000_000 - budget.left) / NODES_A_UNIT))
    if (best === null || proof.value > best.proof.value) best = { program, relaxed, prices, proof }
    meter.report('exact')
    const missed = addMissed(seating, program, relaxed, prices, aim.of, set)
    if (missed === 0 || proof.value >= SCALE * (relaxed.value - 0.5)) break
    arcs = set.list(teams)
  }
  return best
}

/** For each team the people who cost it least beyond what the relaxation pays for them, best first. */
export function listByWorth(seating: Seating, { program, relaxed, prices }: Priced, of: PricedLevel): readonly Int32Array[] {
  const queue = queueByPrice(seating, prices, of)
  return Array.from({ length: seating.teams }, (_, t) => {
    const worth = worthIn(program, relaxed.rowDual, t)
    const { candidates } = queue(t, 4 * LOOKED_AT)
    const reduced = Float64Array.from(
      candidates.person,
      (i, k) => (candidates.price[k] ?? 0) / prices.scale - worth(i, candidates.role[k] ?? 0),
    )
    const order = Int32Array.from(candidates.person.keys()).sort((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0) || a - b)
    return order.subarray(0, LOOKED_AT).map((k) => candidates.person[k] ?? 0)
  })
}

/** The seating that the relaxation comes close to: whoever it gives to one team for the larger part, and for the rest the nearest. May break rules. */
export function roundOff(seating: Seating, { program, relaxed }: Priced): Seats {
  const { arcs } = program
  const share = (k: number): number => relaxed.chosen[k] ?? 0
  const order = Int32Array.from(arcs.team.keys())
    .filter((k) => share(k) > LARGER)
    .sort((a, b) => share(b) - share(a) || a - b)
  const stay = Array.from(order, (k) => [arcs.person[k] ?? 0, arcs.team[k] ?? 0] as const)
  return firstSeats(
    seating,
    stay,
    Int32Array.from({ length: seating.teams }, (_, t) => t),
  )
}

/** The best whole choice among the pairs that could still matter; null where none is better than `seats`. */
export function chooseWhole(
  highs: Highs,
  seating: Seating,
  aim: Aim,
  { program, relaxed, prices, proof }: Priced,
  seats: Seats,
  value: number,
  meter: Meter,
  mostArcs: number,
): { readonly seats: Seats | null; readonly bound: number } {
  const slack = value - proof.value / SCALE
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const arcs = withinSlack(seating, program, relaxed, prices, aim.of, seats, teams, slack, mostArcs)
  const holds = holdsOf(seating, aim)
  const whole = buildProgram(seating, arcs.list, holds)
  const isSeated = new Set<number>()
  seats.members.forEach((i, p) => i >= 0 && isSeated.add(teamAt(seats, p) * seating.people + i))
  const start = Uint8Array.from(arcs.list.team, (t, k) => (isSeated.has(t * seating.people + (arcs.list.person[k] ?? 0)) ? 1 : 0))
  const perIteration = Math.max(1, Math.ceil(whole.rows.length / 75))
  const answer = polish(highs, whole, aim.weigh, {
    iterations: Math.ceil(meter.left() / perIteration),
    nodes: 2000,
    gap: 0,
    start,
    onCheckpoint: () => meter.report('exact'),
  })
  // cut short by a stop it counts as not begun: an effort of as much as was spent before ends there too
  if (meter.isStopped()) return { seats: null, bound: -Infinity }
  meter.spend(answer.work * perIteration)
  const isComplete = arcs.isComplete && answer.status === 'optimal'
  const bound = isComplete ? Math.ceil(answer.bound - 1e-6) : -Infinity
  if (answer.chosen === null || Math.round(answer.value) >= value) return { seats: null, bound }
  return { seats: readChosen(seating, arcs.list, answer.chosen), bound }
}

function teamAt(seats: Seats, place: number): number {
  let [low, high] = [0, seats.start.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((seats.start[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function readChosen(seating: Seating, arcs: Arcs, chosen: Uint8Array): Seats {
  const seats = emptySeats(seating)
  const filled = new Int32Array(seating.teams)
  chosen.forEach((isChosen, k) => {
    if (isChosen === 0) return
    const [t, i] = [arcs.team[k] ?? 0, arcs.person[k] ?? 0]
    sit(seats, (seats.start[t] ?? 0) + (filled[t] ?? 0), i, seating.roleAt(i, t))
    filled[t] = (filled[t] ?? 0) + 1
  })
  return seats
}

function holdsOf(seating: Seating, { of, stands }: Aim): readonly Hold[] {
  const holds: Hold[] = []
  if (of === 'totalExposure') return holds
  if (seating.cap > 0) holds.push({ weight: seating.exposureAt, most: stands.exposure })
  if (of === 'travel') {
    const facts = (i: number, t: number): number => seating.roles[seating.roleAt(i, t)]?.facts ?? 0
    holds.push({ weight: facts, most: stands.facts })
  }
  return holds
}

function toPrices(program: Program, relaxed: Relaxed, holds: readonly Hold[]): Prices {
  const first = program.rowLower.length - holds.length
  const priceOf = (at: number): number => Math.max(0, Math.round(-SCALE * (relaxed.rowDual[first + at] ?? 0)))
  const isExposed = holds.length > 0 && program.seating.cap > 0
  const factRow = isExposed ? 1 : 0
  return {
    scale: SCALE,
    people: pricesOf(program, relaxed, SCALE),
    perExposure: isExposed ? priceOf(0) : 0,
    perFact: holds.length > factRow ? priceOf(factRow) : 0,
  }
}

function addSeated(seats: Seats, set: ArcSet, teams: Int32Array): void {
  for (const t of teams) {
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) {
      const i = seats.members[p] ?? -1
      if (i >= 0) set.add(t, i)
    }
  }
}

/** Some of the nearest homes' people for each team, each team beginning elsewhere in a home, so that everybody is asked for by somebody. */
function addNearest(seating: Seating, set: ArcSet, teams: Int32Array): void {
  const { journeys, roleAt } = seating
  for (const t of teams) {
    let left = seating.people > MANY_PEOPLE ? FEWER_ARCS : FIRST_ARCS
    for (const home of journeys.nearest[journeys.hostOf[t] ?? 0] ?? []) {
      const people = journeys.peopleOf[home] ?? new Int32Array()
      let taken = 0
      for (let k = 0; k < people.length && taken < PER_HOME && left > 0; k++) {
        const i = people[(t * 7 + k) % people.length] ?? 0
        if (roleAt(i, t) === 0) continue
        set.add(t, i)
        taken++
        left--
      }
      if (left <= 0) break
    }
  }
}

/** Adds whoever a team would pay more for than he costs; answers how many. */
function addMissed(seating: Seating, program: Program, relaxed: Relaxed, prices: Prices, of: PricedLevel, set: ArcSet): number {
  const queue = queueByPrice(seating, prices, of)
  const before = set.size()
  for (let t = 0; t < seating.teams; t++) {
    const worth = worthIn(program, relaxed.rowDual, t)
    const { candidates } = queue(t, 2 * FIRST_ARCS)
    let left = 24
    for (let k = 0; k < candidates.count && left > 0; k++) {
      const [i, role] = [candidates.person[k] ?? 0, candidates.role[k] ?? 0]
      if ((candidates.price[k] ?? 0) / SCALE - worth(i, role) > 1e-4) continue
      set.add(t, i)
      left--
    }
  }
  return set.size() - before
}

function withinSlack(
  seating: Seating,
  program: Program,
  relaxed: Relaxed,
  prices: Prices,
  of: PricedLevel,
  seats: Seats,
  teams: Int32Array,
  slack: number,
  most: number,
): { readonly list: Arcs; readonly isComplete: boolean } {
  const queue = queueByPrice(seating, prices, of)
  const found: { t: number; i: number; reduced: number }[] = []
  for (const t of teams) {
    const worth = worthIn(program, relaxed.rowDual, t)
    const { candidates } = queue(t, 8 * FIRST_ARCS)
    for (let k = 0; k < candidates.count; k++) {
      const [i, role] = [candidates.person[k] ?? 0, candidates.role[k] ?? 0]
      const reduced = (candidates.price[k] ?? 0) / SCALE - worth(i, role)
      if (reduced <= slack + 1e-4) found.push({ t, i, reduced })
    }
  }
  const isComplete = found.length <= most
  if (!isComplete) found.sort((a, b) => a.reduced - b.reduced || a.t - b.t || a.i - b.i).splice(most)
  const set = emptyArcs(seating.teams)
  addSeated(seats, set, teams)
  for (const { t, i } of found) set.add(t, i)
  return { list: set.list(teams), isComplete }
}
