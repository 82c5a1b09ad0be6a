// A plan changed by hand or held against a newer problem: its figures are measured anew and nothing is claimed as proven.
import { hashProblem, type Plan, type Problem } from '@shengmian/dispatch'
import { measurePlan, verifyPlan, type Breach } from '@shengmian/dispatch/verify'

const NO_BOUND = {
  worstExposure: null,
  totalExposure: null,
  unverified: null,
  memory: null,
  workloadSpread: null,
  travel: null,
} as const

/** A problem is asked for its hash once for every plan that is tried on it. */
const hashes = new WeakMap<Problem, string>()
function hashOf(problem: Problem): string {
  const known = hashes.get(problem) ?? hashProblem(problem)
  hashes.set(problem, known)
  return known
}

/** The plan as an answer to this problem, with measured figures, without bounds. People no longer in the problem leave their seats. */
export function restatePlan(problem: Problem, plan: Pick<Plan, 'teams' | 'seed'>): Plan {
  const known = new Set(problem.people.map((person) => person.id))
  const targets = new Set(problem.targets.map((target) => target.id))
  const teams = plan.teams.map((team) => ({
    ...team,
    targets: team.targets.filter((target) => targets.has(target)),
    members: team.members.filter((member) => known.has(member.person)),
  }))
  const seated = new Set(teams.flatMap((team) => team.members.map((member) => member.person)))
  const draft: Plan = {
    format: 'shengmian.dispatch-plan/1',
    problem: hashOf(problem),
    seed: plan.seed,
    effort: 0,
    engine: 'by-hand/1',
    teams,
    unassigned: problem.people.map((person) => person.id).filter((id) => !seated.has(id)),
    objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
    bound: NO_BOUND,
    certificates: [],
  }
  return { ...draft, objective: measurePlan(problem, draft) }
}

/** What the independent check finds wrong with the plan's teams against a problem: empty = it may be used. */
export function breachesOf(problem: Problem, plan: Pick<Plan, 'teams' | 'seed'>): readonly Breach[] {
  return verifyPlan(problem, restatePlan(problem, plan)).breaches
}
