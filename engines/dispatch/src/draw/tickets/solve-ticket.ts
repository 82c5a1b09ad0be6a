// One ticket: the best plan's problem with noise on its costs, annealed for a fixed number of proposals. Nothing here can differ between
// machines: integers for costs, a table for the thresholds, no clock, no logarithm.
import { prepareField, type Field, type FixedLayout } from '../../solve/anneal/field.ts'
import { below, randomFrom } from '../../solve/anneal/random.ts'
import { anneal } from '../../solve/anneal/search.ts'
import { createMeter } from '../../solve/meter.ts'
import type { Ground } from './ground.ts'
import { shuffleSeats } from './shuffle-seats.ts'
import type { Ticket, TicketOrder } from './ticket.ts'
import { writeTicket } from './write-ticket.ts'
import { turnPlaces } from './turn-places.ts'

/** A valid plan under noise, or null where annealing finds none. */
export function solveTicket(ground: Ground, order: TicketOrder): Ticket | null {
  const { instance } = ground
  const random = randomFrom(order.seed)
  const places = order.turns ? turnPlaces(ground, random, order.amplitude) : ground.places
  const base = places === ground.places ? ground.field : prepareField(instance, places, () => 0)
  const start = places === ground.places ? shuffleSeats(ground, random) : ground.seats
  const field = addNoise(ground, places, base, order, random)
  const effort = order.proposals * field.seatTeam.length
  const isPinned = (person: number): boolean => instance.pinsOf.has(person)
  const { seats } = anneal(
    instance,
    field,
    random,
    createMeter(7 * effort + 32_768, undefined),
    effort,
    start,
    isPinned,
    () => undefined,
  )
  if (seats === null) return null
  const draft = places.map(({ option, targets }, t) => ({
    option,
    targets,
    members: [...seats.subarray(field.seatStart[t] ?? 0, field.seatStart[t + 1])].map((person, slot) => ({ person, slot })),
  }))
  return writeTicket(instance, draft, { seed: order.seed, effort })
}

/** Noise and prices on travel; what weighs more than travel is raised above them, unless the terms allow some of it to be given up. */
function addNoise(
  { instance, tolerance }: Ground,
  places: FixedLayout,
  base: Field,
  { amplitude, price }: TicketOrder,
  random: () => number,
): Field {
  const unit = base.unit + amplitude
  const isStrict = tolerance.totalExposure + tolerance.unverified === 0
  const weight = 10 * (1 + Math.floor(amplitude / base.unit))
  const cost = new Float64Array(base.cost.length)
  const open = base.open.slice()
  const candidates = places.map(({ option, targets }, t) => {
    const able: number[] = []
    for (const i of base.candidates[t] ?? []) {
      const at = t * base.people + i
      const dear = price === null ? 0 : price(i, targets)
      const noise = below(random, amplitude + 1)
      if (dear === null) {
        open[at] = 0
        continue
      }
      const travel = instance.map.travel(instance.problem.people[i]?.home ?? null, option.host)
      const doubts = (base.cost[at] ?? 0) - travel
      cost[at] = (isStrict ? doubts * weight : Math.floor(doubts / 10)) + travel + noise + dear
      able.push(i)
    }
    return Int32Array.from(able.sort((a, b) => (cost[t * base.people + a] ?? 0) - (cost[t * base.people + b] ?? 0) || a - b))
  })
  return { ...base, cost, open, candidates, unit }
}
