// What all tickets of one draw start from: the compiled problem, the best plan, and its people on their seats.
import type { Objective, Plan } from '../../plan.ts'
import { prepareField, type Field, type FixedLayout } from '../../solve/anneal/field.ts'
import type { Instance } from '../../solve/compile/instance.ts'
import { LEVELS } from '../../plan.ts'
import { listOptions, type Option } from '../../solve/layout/options.ts'
import type { DrawTolerance } from '../draw.ts'

export interface Ground {
  readonly instance: Instance
  readonly places: FixedLayout
  readonly field: Field
  readonly best: Plan
  readonly tolerance: DrawTolerance
  /** Person on each seat in the best plan. */
  readonly seats: Int32Array
  /** Where whole teams travel: for each team and each place of the best plan, what the place asks of that team; else empty. */
  readonly offers: readonly (readonly (Offer | null)[])[]
}

interface Offer {
  readonly option: Option
  /** Sum of the cheapest seats, exposure and unverified facts included; at least what seating the team there costs. */
  readonly cost: number
}

export function prepareGround(instance: Instance, best: Plan, tolerance: DrawTolerance): Ground {
  const options = listOptions(instance)
  const places = placesIn(instance, options, best)
  const field = prepareField(instance, places, () => 0)
  const seats = new Int32Array(field.seatTeam.length).fill(-1)
  best.teams.forEach((team, t) => {
    for (const { person, slot } of team.members) seats[(field.seatStart[t] ?? 0) + slot] = instance.personIndex.get(person) ?? -1
  })
  const offers = places.every(({ option }) => option.home !== null) ? listOffers(instance, options, places) : []
  return { instance, places, field, best, tolerance, seats, offers }
}

/** Where the teams of a plan stand; throws where the problem does not offer such a place. */
export function placesIn(instance: Instance, options: readonly Option[], plan: Plan): FixedLayout {
  const byTeam = Map.groupBy(options, ({ team }) => team)
  return plan.teams.map((team, t) => {
    const targets = team.targets.map((id) => instance.targetIndex.get(id) ?? -1)
    const option = byTeam
      .get(t)
      ?.find((own) => own.home === team.home && own.host === team.host && targets.every((d) => own.targets.includes(d)))
    if (option === undefined) throw new Error(`team ${team.id} of the plan stands at a place that the problem does not offer`)
    return { option, targets }
  })
}

/** Every place offered to every team: the places are handed round once, and each time all teams are weighed together. */
function listOffers(instance: Instance, options: readonly Option[], places: FixedLayout): Ground['offers'] {
  const count = places.length
  const offers = places.map(() => places.map((): Offer | null => null))
  for (let turn = 0; turn < count; turn++) {
    const turned = places.map((own, t) => {
      const place = places[(t + turn) % count] ?? own
      const option = options.find((each) => fits(each, t, own.option, place)) ?? null
      return { option, place: option === null ? own : { option, targets: place.targets } }
    })
    const field = prepareField(
      instance,
      turned.map(({ place }) => place),
      () => 0,
    )
    turned.forEach(({ option }, t) => {
      const row = offers[t]
      const cost = seatCheapest(field, t)
      if (option !== null && row !== undefined && cost !== null) row[(t + turn) % count] = { option, cost }
    })
  }
  return offers
}

/** Each seat in turn by its cheapest free candidate; null where a seat stays empty. */
function seatCheapest(field: Field, team: number): number | null {
  const taken = new Set<number>()
  let cost = 0
  for (let seat = field.seatStart[team] ?? 0; seat < (field.seatStart[team + 1] ?? 0); seat++) {
    const isOpen = (i: number): boolean => ((field.open[team * field.people + i] ?? 0) & (field.seatBit[seat] ?? 0)) !== 0
    const found = field.candidates[team]?.find((i) => !taken.has(i) && isOpen(i))
    if (found === undefined) return null
    taken.add(found)
    cost += field.cost[team * field.people + found] ?? 0
  }
  return cost
}

function fits(each: Option, team: number, own: Option, place: FixedLayout[number]): boolean {
  return (
    each.team === team &&
    each.home === own.home &&
    each.host === place.option.host &&
    each.breaks.length === 0 &&
    place.targets.every((d) => each.targets.includes(d))
  )
}

/** Every better level at most its allowance above the best plan's, travel within its share and kilometres. */
export function isWithin(best: Objective, objective: Objective, tolerance: DrawTolerance): boolean {
  return LEVELS.every((level) =>
    level === 'travel'
      ? objective.travel * 1000 <= best.travel * (1000 + tolerance.travelPermille) + tolerance.travelKm * 1000
      : objective[level] <= best[level] + tolerance[level],
  )
}
