// From sets back to slots: within each team people are matched to what they may fill.
import type { DraftPlan } from '../draft.ts'
import { matchSlots } from '../exact/read-solution.ts'
import type { Seating } from './seating.ts'
import type { Seats } from './seats.ts'

/** The plan that the seats mean; null where somebody finds no slot, which the counts of a valid team rule out. */
export function draftOf(seating: Seating, seats: Seats): DraftPlan | null {
  const plan = seating.places.map(({ option, targets }, t) => {
    const people = [...seats.members.subarray(seats.start[t], seats.start[t + 1])].map((person) => ({
      person,
      kinds: seating.roles[seating.roleAt(person, t)]?.kinds ?? 0,
    }))
    const members = people.some(({ person }) => person < 0) ? null : matchSlots(seating.instance, t, people)
    return members === null ? null : { option, targets, members }
  })
  return plan.every((team) => team !== null) ? plan : null
}
