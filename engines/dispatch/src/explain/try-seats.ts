// Why not: the person is put into each seat of the team in turn, and verify's rules say what that would break.
import type { PlanTeam } from '../plan.ts'
import type { Problem, ProblemSlot } from '../problem.ts'
import { prepareTeamCheck } from '../verify/check-team.ts'
import type { Breach } from '../verify/finding.ts'

export interface SeatTried {
  readonly slotNumber: number
  readonly slot: ProblemSlot
  /** Who sits there in the plan; the person himself where he serves in it. */
  readonly occupant: string | null
  /** What would be broken by him in this team; empty where he could sit here. */
  readonly breaches: readonly Breach[]
}

/** Every seat of the team with the person in it instead of its occupant: what the team itself would break, whoever must fill the seat he leaves. */
export function trySeats(problem: Problem, person: string, team: PlanTeam): SeatTried[] {
  const slots = problem.teams.find((each) => each.id === team.id)?.slots ?? []
  const check = prepareTeamCheck(problem)
  return slots.map((slot, slotNumber) => {
    const occupant = team.members.find((member) => member.slot === slotNumber)?.person ?? null
    return { slotNumber, slot, occupant, breaches: check(seatedThere(team, person, slotNumber)) }
  })
}

/** The team with the person in the seat; whoever sat there goes where he came from, so that a swap inside the team leaves no seat empty. */
function seatedThere(team: PlanTeam, person: string, slotNumber: number): PlanTeam {
  const occupant = team.members.find((member) => member.slot === slotNumber)?.person
  const own = team.members.find((member) => member.person === person)?.slot
  const others = team.members.filter((member) => member.person !== person && member.slot !== slotNumber)
  const moved = own === undefined || occupant === undefined || occupant === person ? [] : [{ person: occupant, slot: own }]
  return { ...team, members: [...others, ...moved, { person, slot: slotNumber }] }
}
