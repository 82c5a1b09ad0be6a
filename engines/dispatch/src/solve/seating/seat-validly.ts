// From nothing to a seating that keeps every rule: the nearest who fit, then annealing, with rules ever dearer.
import type { Random } from '../anneal/random.ts'
import type { Meter } from '../meter.ts'
import type { Looks } from './anneal-sets.ts'
import { cool, lackIn, meanOf, type CoolingPlan } from './cool.ts'
import { firstSeats } from './first-seats.ts'
import { reachOf } from './reach.ts'
import { teamsOf, type Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { unitsIn } from './units.ts'

/** Coolings with ever dearer rules before a seating is given up. */
const TRIES = 6

/** What a seating is begun from. */
export interface Start {
  /** Whoever sits already, as pairs of person and team. */
  readonly stay: Iterable<readonly [number, number]>
  /** What no seating can cost less than by its better levels; 0 where nothing is known. */
  readonly floor: number
}

export const FROM_NOTHING: Start = { stay: [], floor: 0 }

/** What a search is given beside the seating. */
export interface Search {
  readonly seed: string
  readonly meter: Meter
  /** Asked where a valid seating does not come at once, about the teams that lack something: false ends the search. */
  readonly canBe: (lacking: Int32Array) => boolean
  /** A spent effort does not end the search before there is a plan. */
  readonly mustFind: boolean
  /** Hears of every better seating. */
  readonly onBetter: (seats: Seats) => void
}

export interface Valid {
  readonly seats: Seats
  /** Kilometres of a journey, as the first seating had them. */
  readonly mean: number
}

/** A seating that keeps every rule, or null where none was found. */
export function seatValidly(seating: Seating, { stay }: Start, search: Search, random: Random): Valid | null {
  // a run stopped at its first plan can be replayed by an effort of 1
  search.meter.spend(1)
  const teams = teamsOf(seating)
  const seats = firstSeats(seating, stay, teams)
  const mean = Math.max(1, meanOf(seating, seats))
  if (!makeValid(seating, reachOf(seating, 250, 8), seats, teams, random, mean, search)) return null
  search.onBetter(seats)
  return { seats, mean }
}

/** Changes `seats` until they keep every rule, cold and briefly; false where that is not enough. */
export function mend(seating: Seating, seats: Seats, random: Random, meter: Meter, looks: Looks): boolean {
  const teams = teamsOf(seating)
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
  mean: number,
  { meter, canBe, mustFind }: Search,
): boolean {
  if (lackIn(seating, seats) === 0) return true
  let price = 10
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const hot = attempt === 0 ? mean / 16 : mean / 2
    const wide = attempt < 2 ? reach : reachOf(seating, 1000 << attempt, 16 << attempt)
    const forLacking = attempt === 0 ? 3 : 1
    let isHopeless = false
    const plan: CoolingPlan = {
      mean,
      hot,
      price,
      seats: 300,
      untilValid: true,
      forLacking,
      ...(attempt === 0 ? { onEighth: () => (isHopeless = !canBe(lackingIn(seating, seats))) } : {}),
    }
    const { units } = cool(seating, wide, seats, teams, random, meter, plan)
    if (units === 0) return true
    if (isHopeless || meter.isStopped() || (!mustFind && meter.left() === 0)) return false
    price *= 3
  }
  return false
}

function lackingIn(seating: Seating, seats: Seats): Int32Array {
  const unitsOf = unitsIn(seating, seats)
  return teamsOf(seating).filter((t) => unitsOf(t, -1, -1, 0) > 0)
}
