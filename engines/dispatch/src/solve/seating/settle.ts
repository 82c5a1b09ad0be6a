// From a valid seating to a good one: a cooling, and exchanges until no chain
// saves anything. And again from warm, for what one cooling leaves.
import { randomFrom, type Random } from '../anneal/random.ts'
import type { Meter } from '../meter.ts'
import type { Looks } from './anneal-sets.ts'
import { cool, lackIn, meanOf } from './cool.ts'
import { exchange } from './exchange.ts'
import { reachOf } from './reach.ts'
import { seatValidly, type Search, type Start } from './seat-validly.ts'
import { teamsOf, type Seating } from './seating.ts'
import { copySeats, costOf, overwriteSeats, type Seats } from './seats.ts'

export interface Settled {
  readonly seats: Seats
  readonly cost: number
  /** What each person is worth to those who would have to do without him; highest prices. */
  readonly prices: Float64Array
  readonly reach: Int32Array
}

/** Looks at a pair that take as long as one unit of effort. */
export const LOOKS_A_UNIT = 16
/** Proposals of one cooling for each seat. */
const PROPOSALS_A_SEAT = 500
/** Warm starts in a row that may help nothing. */
const PATIENCE = 12

/** A settled seating, or null where none was found that keeps every rule. */
export function settle(seating: Seating, start: Start, search: Search): Settled | null {
  const { meter, onBetter } = search
  const random = randomFrom(search.seed)
  const valid = seatValidly(seating, start, search, random)
  if (valid === null) return null
  const { seats, mean } = valid
  const teams = teamsOf(seating)
  const best = copySeats(seats)
  // where the better levels are above what they may come to, they are what is warm first, and journeys only then
  const weight = Math.floor((costOf(seating, seats) - start.floor) / seats.members.length)
  const near = reachOf(seating, 60, 8)
  for (const warmth of weight > 4 * mean ? [weight, mean] : [mean]) {
    if (meter.left() === 0) break
    cool(seating, near, seats, teams, random, meter, { mean: warmth, hot: warmth / 4, price: 10, seats: PROPOSALS_A_SEAT })
    if (!keepBetter(seating, best, seats)) overwriteSeats(seats, best)
  }
  const reach = reachOf(seating, 250, 8)
  const prices = exchanged(seating, reach, best, teams, meter)
  onBetter(best)
  return { seats: best, cost: costOf(seating, best), prices, reach }
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
  const teams = teamsOf(seating)
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
