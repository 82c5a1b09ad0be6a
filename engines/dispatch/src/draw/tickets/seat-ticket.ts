// A ticket of a large round: teams as sets of people, as the solver seats them, from the best plan's own seats and as warm as the noise.
// The noise of a pair is worked out from the seed and the pair whenever it is asked for, so no list of all pairs is kept. Integers only.
import type { Plan } from '../../plan.ts'
import { randomFrom } from '../../solve/anneal/random.ts'
import type { Instance } from '../../solve/compile/instance.ts'
import { listOptions } from '../../solve/layout/options.ts'
import { annealSets } from '../../solve/seating/anneal-sets.ts'
import { reachOf } from '../../solve/seating/reach.ts'
import { draftOf } from '../../solve/seating/read-seats.ts'
import { prepareSeating, type Seating } from '../../solve/seating/seating.ts'
import { copySeats, emptySeats, sit, type Seats } from '../../solve/seating/seats.ts'
import type { DrawTolerance } from '../draw.ts'
import { placesIn } from './ground.ts'
import type { Ticket, TicketOrder } from './ticket.ts'
import { writeTicket } from './write-ticket.ts'

export interface SeatedGround {
  readonly seating: Seating
  /** The best plan's people. */
  readonly seats: Seats
  readonly reach: Int32Array
  /** Whether nothing that weighs more than travel may be given up. */
  readonly isStrict: boolean
}

/** Where to look for somebody: the nearest homes with so many people, and at least so many homes. */
const PEOPLE_IN_REACH = 250
const HOMES_IN_REACH = 8
/** Proposals between two looks at the temperature. */
const PAUSE = 4096

/** Null where the round has rules that seating by sets does not know. */
export function prepareSeatedGround(instance: Instance, best: Plan, tolerance: DrawTolerance): SeatedGround | null {
  const places = placesIn(instance, listOptions(instance), best)
  const seating = prepareSeating(instance, places, best.objective.worstExposure + tolerance.worstExposure, null)
  if (seating === null) return null
  const seats = emptySeats(seating)
  for (const [t, { members }] of best.teams.entries()) {
    for (const [at, { person }] of members.entries()) {
      const i = instance.personIndex.get(person) ?? -1
      const role = i < 0 ? 0 : seating.roleAt(i, t)
      if (role === 0) return null
      sit(seats, (seats.start[t] ?? 0) + at, i, role)
    }
  }
  const isStrict = tolerance.totalExposure + tolerance.unverified === 0
  return { seating, seats, reach: reachOf(seating, PEOPLE_IN_REACH, HOMES_IN_REACH), isStrict }
}

/** A valid plan under noise, or null where annealing finds none. */
export function seatTicket(ground: SeatedGround, order: TicketOrder): Ticket | null {
  const { seating, reach } = ground
  const random = randomFrom(order.seed)
  const noisy = addNoise(ground, order, random)
  const seats = copySeats(ground.seats)
  rise(noisy, seats)
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const effort = order.proposals * seats.members.length
  const { units } = annealSets(noisy, reach, seats, teams, random, {
    hot: 1024 * (1 + order.amplitude),
    cold: 64,
    proposals: effort,
    forLacking: 1,
    price: 10 * (seating.journeys.longest + order.amplitude) + 2 * seating.dearest(),
    pause: PAUSE,
    onPause: () => false,
  })
  if (units > 0) return null
  const draft = draftOf(seating, seats)
  return draft === null ? null : writeTicket(seating.instance, draft, { seed: order.seed, effort })
}

/** Whoever may sit no more leaves his place, which the search then fills. */
function rise(seating: Seating, seats: Seats): void {
  for (let t = 0; t < seating.teams; t++) {
    for (let place = seats.start[t] ?? 0; place < (seats.start[t + 1] ?? 0); place++) {
      const i = seats.members[place] ?? -1
      if (i < 0 || seating.roleAt(i, t) !== 0) continue
      seats.placeOf[i] = -1
      sit(seats, place, -1, 0)
    }
  }
}

/** Noise and prices on journeys; what weighs more than travel stays above them, unless the terms allow some of it to be given up. */
function addNoise({ seating, isStrict }: SeatedGround, { amplitude, price }: TicketOrder, random: () => number): Seating {
  const [first, second] = [random() | 0, random() | 0]
  const noise = (i: number, t: number): number => {
    let h = Math.imul(i ^ first, 0x9e3779b1) ^ Math.imul(t ^ second, 0x85ebca77)
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
    h ^= h >>> 15
    return Math.floor(((h >>> 6) * (amplitude + 1)) / 67_108_864)
  }
  // the noise may reach past the longest journey, which is what the better levels are weighed by
  const weight = 1 + Math.floor(amplitude / seating.journeys.longest)
  const dear = (i: number, t: number): number | null => (price === null ? 0 : price(i, seating.places[t]?.targets ?? []))
  const travelAt = (i: number, t: number): number => seating.travelAt(i, t) + noise(i, t) + (dear(i, t) ?? 0)
  return {
    ...seating,
    travelAt,
    costAt(i, t) {
      const doubts = seating.costAt(i, t) - seating.travelAt(i, t)
      return travelAt(i, t) + (isStrict ? doubts * weight : Math.floor(doubts / 10))
    },
    roleAt: (i, t) => (dear(i, t) === null ? 0 : seating.roleAt(i, t)),
  }
}
