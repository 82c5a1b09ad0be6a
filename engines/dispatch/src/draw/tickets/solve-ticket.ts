// One ticket: the best plan's problem with noise on its costs, annealed for a fixed number of proposals. Nothing here can differ between
// machines: integers for costs, a table for the thresholds, no clock, no logarithm. This function is the draw's only door to the solver.
import type { Objective, Plan } from '../../plan.ts'
import { prepareField, type Field, type FixedLayout } from '../../solve/anneal/field.ts'
import { below, randomFrom } from '../../solve/anneal/random.ts'
import { anneal } from '../../solve/anneal/search.ts'
import { checkDraft } from '../../solve/check-draft.ts'
import { measure, type DraftPlan } from '../../solve/draft.ts'
import { createMeter } from '../../solve/meter.ts'
import { trivialBounds } from '../../solve/exact/solve-exactly.ts'
import { writePlan } from '../../solve/write-plan.ts'
import type { Ground } from './ground.ts'
import { shuffleSeats } from './shuffle-seats.ts'
import { turnPlaces } from './turn-places.ts'

/** How much of a pair is used up: null = it may be used no more, else kilometres added to its cost. */
export type PairPrice = (person: number, targets: readonly number[]) => number | null

export interface TicketOrder {
  /** 64 hexadecimal digits. */
  readonly seed: string
  /** Noise on each person's cost in each team: 0 … amplitude kilometres. */
  readonly amplitude: number
  /** Whether whole teams may exchange their places; else only people move. */
  readonly turns: boolean
  /** Proposals a seat. */
  readonly proposals: number
  readonly price: PairPrice | null
}

/** A valid plan under noise, or null where annealing finds none. */
export function solveTicket(ground: Ground, order: TicketOrder): { readonly plan: Plan; readonly objective: Objective } | null {
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
  const draft: DraftPlan = places.map(({ option, targets }, t) => ({
    option,
    targets,
    members: [...seats.subarray(field.seatStart[t] ?? 0, field.seatStart[t + 1])].map((person, slot) => ({ person, slot })),
  }))
  if (checkDraft(instance, draft).length > 0) return null
  const bounds = trivialBounds(instance, draft)
  return {
    plan: writePlan(instance, draft, { seed: order.seed, effort, bounds, certificates: [] }),
    objective: measure(instance, draft),
  }
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
