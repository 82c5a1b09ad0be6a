// What exchanges leave open is closed by linear programming: duals for a sharper proof, pairs priced in until nobody outside is missed,
// then the few pairs that could still matter, in whole numbers, from the best seating known.
import type { Highs } from 'highs'
import type { Meter } from '../meter.ts'
import { emptyArcs, type Arcs } from './arcs.ts'
import { proofOf } from './certificate-bound.ts'
import { firstSeats } from './first-seats.ts'
import { addMissed, addNearest, addSeated, type Pairs } from './pairs.ts'
import { ENTRIES_AN_ITERATION, polish } from './polish.ts'
import { queueByPrice } from './price-queue.ts'
import type { Aim, Priced } from './priced.ts'
import type { PricedLevel, Prices } from './prices.ts'
import { buildProgram, worthIn, type Hold, type Program } from './program.ts'
import { pricesOf, relax, type Relaxed } from './relax.ts'
import type { Seating } from './seating.ts'
import { emptySeats, sit, type Seats } from './seats.ts'

/** Prices in 1/64: fine enough to round a bound up to the next whole kilometre, coarse enough to be read. */
const SCALE = 64
/** Whom annealing looks at, of those that the relaxation finds worth it. */
const LOOKED_AT = 30
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
    if (best === null || proof.value >= best.proof.value) best = { program, relaxed, prices, proof }
    meter.report('exact')
    const missed = addMissed(seating, { program, relaxed, prices }, aim.of, set)
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
      (i, k) => (candidates.price[k] ?? 0) / prices.scale - worth.of(i, candidates.role[k] ?? 0),
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
  arcs: Pairs,
  seats: Seats,
  value: number,
  meter: Meter,
): { readonly seats: Seats | null; readonly bound: number } {
  const holds = holdsOf(seating, aim)
  const whole = buildProgram(seating, arcs.list, holds)
  const isSeated = new Set<number>()
  seats.members.forEach((i, p) => i >= 0 && isSeated.add(teamAt(seats, p) * seating.people + i))
  const start = Uint8Array.from(arcs.list.team, (t, k) => (isSeated.has(t * seating.people + (arcs.list.person[k] ?? 0)) ? 1 : 0))
  const perIteration = Math.max(1, Math.ceil(whole.rows.length / ENTRIES_AN_ITERATION))
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
