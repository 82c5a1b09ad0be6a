// One annealing as the search asks for it: temperatures and prices in terms of the mean journey, effort spent and reported on the way.
import type { Random } from '../anneal/random.ts'
import type { Meter } from '../meter.ts'
import { annealSets, type Cooled, type Looks } from './anneal-sets.ts'
import type { Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { unitsIn } from './units.ts'

/** Proposals that take as long as one unit of effort. */
const PROPOSALS_A_UNIT = 4
const PAUSE = 4096

export interface CoolingPlan {
  readonly mean: number
  readonly hot: number
  /** In means. */
  readonly price: number
  readonly seats: number
  readonly untilValid?: boolean
  /** Of four proposals; 1 where nothing is said. */
  readonly forLacking?: number
  /** Asked once, after an eighth of the proposals: true ends the search. */
  readonly onEighth?: () => boolean
}

export function cool(
  seating: Seating,
  looks: Looks,
  seats: Seats,
  teams: Int32Array,
  random: Random,
  meter: Meter,
  plan: CoolingPlan,
): Cooled {
  const proposals = plan.seats * seats.members.length
  let pauses = 0
  return annealSets(seating, looks, seats, teams, random, {
    hot: Math.ceil(plan.hot * 1024),
    cold: Math.ceil(plan.mean * 5),
    proposals,
    price: Math.ceil(plan.mean * plan.price) + 2 * seating.dearest(),
    forLacking: plan.forLacking ?? 1,
    pause: PAUSE,
    onPause(units) {
      meter.spend(PAUSE / PROPOSALS_A_UNIT)
      const isOver = meter.report('anneal') || meter.left() === 0
      if (++pauses === Math.ceil(proposals / PAUSE / 8) && units > 0 && plan.onEighth?.() === true) return true
      return units === 0 && (plan.untilValid === true || isOver)
    },
  })
}

export function meanOf(seating: Seating, seats: Seats): number {
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

export function lackIn(seating: Seating, seats: Seats): number {
  const unitsOf = unitsIn(seating, seats)
  let units = 0
  for (let t = 0; t < seating.teams; t++) units += unitsOf(t, -1, -1, 0)
  return units
}
