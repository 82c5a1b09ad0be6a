// Why not: the person is put into each seat of the team in turn, and verify says what that would break.
import type { Plan, PlanTeam } from '../plan.ts'
import type { Problem, ProblemSlot } from '../problem.ts'
import type { Breach } from '../verify/finding.ts'
import { verifyPlan } from '../verify/verify-plan.ts'

export interface SeatTried {
  readonly slotNumber: number
  readonly slot: ProblemSlot
  /** Who sits there in the plan; the person himself where he serves in it. */
  readonly occupant: string | null
  /** What would be broken by him in this team; empty where he could sit here. */
  readonly breaches: readonly Breach[]
}

/** About the plan's figures and lists, and about who would have to fill the seat he leaves: not about him in this seat. */
const BESIDE_THE_POINT: readonly string[] = ['problem', 'objective', 'bound', 'certificate', 'unassigned', 'one-team', 'pin']

/** Every seat of the team with the person in it instead of its occupant. */
export function trySeats(problem: Problem, plan: Plan, person: string, team: PlanTeam): SeatTried[] {
  const slots = problem.teams.find((each) => each.id === team.id)?.slots ?? []
  return slots.map((slot, slotNumber) => {
    const occupant = team.members.find((member) => member.slot === slotNumber)?.person ?? null
    const verdict = verifyPlan(problem, seatedThere(plan, person, team.id, slotNumber))
    const breaches = verdict.breaches.filter(
      (breach) => !BESIDE_THE_POINT.includes(breach.rule) && concerns(breach, person, team.id),
    )
    return { slotNumber, slot, occupant, breaches }
  })
}

/** The plan with the person in the seat; whoever sat there goes where he came from, so that a swap inside the team leaves no seat empty. */
function seatedThere(plan: Plan, person: string, teamId: string, slotNumber: number): Plan {
  const team = plan.teams.find((each) => each.id === teamId)
  const occupant = team?.members.find((member) => member.slot === slotNumber)?.person
  const own = team?.members.find((member) => member.person === person)?.slot
  const teams = plan.teams.map((each) => {
    const others = each.members.filter(
      (member) => member.person !== person && !(each.id === teamId && member.slot === slotNumber),
    )
    if (each.id !== teamId) return { ...each, members: others }
    const moved = own === undefined || occupant === undefined || occupant === person ? [] : [{ person: occupant, slot: own }]
    return { ...each, members: [...others, ...moved, { person, slot: slotNumber }] }
  })
  // Certificates say nothing about a single seat and take long to recompute.
  return { ...plan, teams, certificates: [] }
}

function concerns(breach: Breach, person: string, team: string): boolean {
  return breach.subject.split(/[ /]/).some((id) => id === person || id === team)
}
