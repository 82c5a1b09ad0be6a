// From nothing to a good valid seating: the nearest who fit, annealing until every rule is kept, a cooling, and exchanges until no chain
// saves anything. And again from warm, for what one cooling leaves.
import { randomFrom, type Random } from '../anneal/random.ts'
import type { Keep } from '../exact/stages.ts'
import type { Meter } from '../meter.ts'
import { annealSets, type Cooled, type Looks } from './anneal-sets.ts'
import { exchange } from './exchange.ts'
import { firstSeats } from './first-seats.ts'
import { reachOf } from './reach.ts'
import type { Seating } from './seating.ts'
import { copySeats, costOf, overwriteSeats, type Seats } from './seats.ts'
import { unitsIn } from './units.ts'

export interface Settled {
  readonly seats: Seats
  readonly cost: number
  /** What each person is worth to those who would have to do without him; highest prices. */
  readonly prices: Float64Array
  readonly reach: Int32Array
}

/** Proposals and looks that take as long as one unit of effort. */
const PROPOSALS_A_UNIT = 4
export const LOOKS_A_UNIT = 16
const PAUSE = 4096
/** Proposals of one cooling for each seat. */
const PROPOSALS_A_SEAT = 500
/** Coolings with ever dearer rules before a seating is given up. */
const TRIES = 6
/** Warm starts in a row that may help nothing. */
const PATIENCE = 12

/** A settled seating, or null where none was found that keeps every rule. `canBe` is asked where that does not come at once: false ends the search. `mustFind`: a spent effort does not end it before there is a plan. `onBetter` hears of every better one. */
export function settle(
  seating: Seating,
  seed: string,
  meter: Meter,
  keep: Keep | null,
  canBe: () => boolean,
  mustFind: boolean,
  onBetter: (seats: Seats) => void,
): Settled | null {
  // a run stopped at its first plan can be replayed by an effort of 1
  meter.spend(1)
  const random = randomFrom(seed)
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const reach = reachOf(seating, 250, 8)
  const seats = firstSeats(seating, keep?.teamOf ?? [], teams)
  const mean = Math.max(1, meanOf(seating, seats))
  const isValid = makeValid(seating, reach, seats, teams, random, meter, mean, canBe, mustFind, onBetter)
  if (!isValid) return null
  onBetter(seats)
  const best = copySeats(seats)
  // where the better levels cannot be 0, they are what is warm first, and journeys only then
  const weight = Math.floor(costOf(seating, seats) / seats.members.length)
  const near = reachOf(seating, 60, 8)
  for (const warmth of weight > 4 * mean ? [weight, mean] : [mean]) {
    if (meter.left() === 0) break
    cool(seating, near, seats, teams, random, meter, { mean: warmth, hot: warmth / 4, price: 10, seats: PROPOSALS_A_SEAT })
    if (!keepBetter(seating, best, seats)) overwriteSeats(seats, best)
  }
  const prices = exchanged(seating, reach, best, teams, meter)
  onBetter(best)
  return { seats: best, cost: costOf(seating, best), prices, reach }
}

function meanOf(seating: Seating, seats: Seats): number {
  let [sum, count] = [0, 0]
  for (let t = 0; t < seating.teams; t++) {
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) {
      const i = seats.members[p] ?? -1
      if (i < 0) continue
      sum += seating.travelAt(i, t)
      count++
    }
  }
  return count === 0 ? seating.journeys.longest : sum / count
}

function lackIn(seating: Seating, seats: Seats): number {
  const unitsOf = unitsIn(seating, seats)
  let units = 0
  for (let t = 0; t < seating.teams; t++) units += unitsOf(t, -1, -1, 0)
  return units
}

/** Changes `seats` until they keep every rule, cold and briefly; false where that is not enough. */
export function mend(seating: Seating, seats: Seats, random: Random, meter: Meter, looks: Looks): boolean {
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const mean = Math.max(1, meanOf(seating, seats))
  const plan = { mean, hot: mean / 16, price: 10, seats: 300, untilValid: true, forLacking: 3 }
  return lackIn(seating, seats) === 0 || cool(seating, looks, seats, teams, random, meter, plan).units === 0
}

/** Anneals until no rule is broken, each try with rules three times as dear; the first is short and cold. */
function makeValid(
  seating: Seating,
  reach: Int32Array,
  seats: Seats,
  teams: Int32Array,
  random: Random,
  meter: Meter,
  mean: number,
  canBe: () => boolean,
  mustFind: boolean,
  onBetter: (seats: Seats) => void,
): boolean {
  if (lackIn(seating, seats) === 0) return true
  let price = 10
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const hot = attempt === 0 ? mean / 16 : mean / 2
    const wide = attempt < 2 ? reach : reachOf(seating, 1000 << attempt, 16 << attempt)
    const forLacking = attempt === 0 ? 3 : 1
    const plan = { mean, hot, price, seats: 300, untilValid: true, forLacking }
    const { units } = cool(seating, wide, seats, teams, random, meter, plan)
    if (units === 0) {
      onBetter(seats)
      return true
    }
    if (meter.isStopped() || (!mustFind && meter.left() === 0) || (attempt === 0 && !canBe())) return false
    price *= 3
  }
  return false
}

interface Plan {
  readonly mean: number
  readonly hot: number
  /** In means. */
  readonly price: number
  readonly seats: number
  readonly untilValid?: boolean
  /** Of four proposals; 1 where nothing is said. */
  readonly forLacking?: number
}

function cool(seating: Seating, looks: Looks, seats: Seats, teams: Int32Array, random: Random, meter: Meter, plan: Plan): Cooled {
  return annealSets(seating, looks, seats, teams, random, {
    hot: Math.ceil(plan.hot * 1024),
    cold: Math.ceil(plan.mean * 5),
    proposals: plan.seats * seats.members.length,
    price: Math.ceil(plan.mean * plan.price) + 2 * seating.dearest(),
    forLacking: plan.forLacking ?? 1,
    pause: PAUSE,
    onPause(units) {
      meter.spend(PAUSE / PROPOSALS_A_UNIT)
      const isOver = meter.report('anneal') || meter.left() === 0
      return units === 0 && (plan.untilValid === true || isOver)
    },
  })
}

function keepBetter(seating: Seating, best: Seats, seats: Seats): boolean {
  if (lackIn(seating, seats) > 0 || costOf(seating, seats) > costOf(seating, best)) return false
  overwriteSeats(best, seats)
  return true
}

/** Exchanges until nothing is saved; answers the prices. */
export function exchanged(seating: Seating, reach: Int32Array, seats: Seats, teams: Int32Array, meter: Meter): Float64Array {
  let spent = 0
  const limit = Math.max(1, meter.left()) * LOOKS_A_UNIT
  const { prices, steps } = exchange(seating, reach, seats, teams, limit, (_, looks) => {
    meter.spend(Math.floor(looks / LOOKS_A_UNIT) - spent)
    spent = Math.floor(looks / LOOKS_A_UNIT)
    return meter.report('anneal') || meter.left() === 0
  })
  meter.spend(Math.floor(steps / LOOKS_A_UNIT) - spent)
  return prices
}

export interface Warmth {
  /** Share of the mean journey. */
  readonly hot: number
  /** Proposals for each seat. */
  readonly seats: number
  readonly rounds: number
}

/** Heats the seating and lets it settle, again and again while that helps, looking where `looks` says; answers the best. The first time `from` is heated instead, whatever it costs. */
export function settleAgain(
  seating: Seating,
  settled: Settled,
  random: Random,
  meter: Meter,
  looks: Looks,
  warmth: Warmth,
  onBetter: (seats: Seats) => void,
  from: Seats = settled.seats,
): Settled {
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const mean = Math.max(1, meanOf(seating, settled.seats))
  let best = settled
  for (let round = 0, idle = 0; round < warmth.rounds && idle < PATIENCE && meter.left() > 0; round++) {
    const seats = copySeats(round === 0 ? from : best.seats)
    cool(seating, looks, seats, teams, random, meter, { mean, hot: mean * warmth.hot, price: 10, seats: warmth.seats })
    idle++
    if (lackIn(seating, seats) > 0) continue
    const prices = exchanged(seating, best.reach, seats, teams, meter)
    const cost = costOf(seating, seats)
    if (cost > best.cost) continue
    if (cost < best.cost) {
      idle = 0
      onBetter(seats)
    }
    best = { seats, cost, prices, reach: best.reach }
  }
  return best
}
