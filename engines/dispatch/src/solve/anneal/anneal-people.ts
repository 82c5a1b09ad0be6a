// People for chosen places: from the layout to flat arrays, through the annealer, and back to a checked plan.
import { checkDraft } from '../check-draft.ts'
import type { Instance } from '../compile/instance.ts'
import { measure, type DraftPlan } from '../draft.ts'
import type { Keep } from '../exact/stages.ts'
import type { Meter } from '../meter.ts'
import { prepareField, type Field, type FixedLayout } from './field.ts'
import { randomFrom } from './random.ts'
import { anneal } from './search.ts'

/** Proposals of one cooling for each seat. */
const PROPOSALS_A_SEAT = 1500

/** A valid plan for these places, as cheap as one annealing makes it; null where it finds none. `start` is improved upon. */
export function annealPeople(
  instance: Instance,
  places: FixedLayout,
  seed: string,
  meter: Meter,
  keep: Keep | null,
  start: DraftPlan | null,
): DraftPlan | null {
  const isMoved = (person: number, team: number): boolean =>
    keep !== null && (keep.teamOf.get(person) !== team || keep.hostOf.get(team) !== places[team]?.option.host)
  const field = prepareField(instance, places, (person, team) => (isMoved(person, team) ? 1 : 0))
  const length = PROPOSALS_A_SEAT * field.seatTeam.length
  const first = start === null ? (keep === null ? null : oldSeats(instance, field, keep)) : seatsOf(field, start)
  const read = (seats: Int32Array): DraftPlan =>
    places.map(({ option, targets }, t) => {
      const own = [...seats.subarray(field.seatStart[t] ?? 0, field.seatStart[t + 1])]
      return { option, targets, members: own.map((person, slot) => ({ person, slot })) }
    })
  const isPinned = (person: number): boolean => instance.pinsOf.has(person)
  const { seats } = anneal(instance, field, randomFrom(seed), meter, length, first, isPinned, (better) =>
    meter.setBest(measure(instance, read(better))),
  )
  const plan = seats === null ? null : read(seats)
  return plan !== null && checkDraft(instance, plan).length === 0 ? plan : null
}

function seatsOf(field: Field, plan: DraftPlan): Int32Array {
  const seats = new Int32Array(field.seatTeam.length).fill(-1)
  plan.forEach(({ members }, t) => {
    for (const { person, slot } of members) seats[(field.seatStart[t] ?? 0) + slot] = person
  })
  return seats
}

/** The older plan's people on seats of their team that they still fit. */
function oldSeats(instance: Instance, field: Field, keep: Keep): Int32Array {
  const seats = new Int32Array(field.seatTeam.length).fill(-1)
  for (let i = 0; i < instance.problem.people.length; i++) {
    const team = keep.teamOf.get(i)
    if (team === undefined) continue
    for (let seat = field.seatStart[team] ?? 0; seat < (field.seatStart[team + 1] ?? 0); seat++) {
      const open = field.open[team * field.people + i] ?? 0
      if (seats[seat] !== -1 || (open & (field.seatBit[seat] ?? 0)) === 0) continue
      seats[seat] = i
      break
    }
  }
  return seats
}
