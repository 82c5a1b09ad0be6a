// A peer's answer, people by team, as a plan that `verify` can judge.
import { hashProblem, type Plan, type Problem, type ProblemPerson, type ProblemSlot } from '@shengmian/dispatch'
import { measurePlan } from '@shengmian/dispatch/verify'

const UNPROVEN = {
  worstExposure: null,
  totalExposure: null,
  unverified: null,
  memory: null,
  workloadSpread: null,
  travel: null,
}

/** `teams`: indices of people, in the order of the problem's teams; each team inspects the target of the same number. */
export function planOfTeams(problem: Problem, engine: string, teams: readonly (readonly number[])[]): Plan {
  const chosen = teams.map((list) => list.flatMap((i) => problem.people[i] ?? []))
  const serving = new Set(chosen.flat().map(({ id }) => id))
  const plan: Plan = {
    format: 'shengmian.dispatch-plan/1',
    problem: hashProblem(problem),
    seed: '0'.repeat(64),
    effort: 0,
    engine,
    teams: problem.teams.map((team, t) => ({
      id: team.id,
      home: null,
      host: team.host,
      targets: [problem.targets[t]?.id ?? ''],
      members: seat(team.slots, chosen[t] ?? []),
    })),
    unassigned: problem.people.filter(({ id }) => !serving.has(id)).map(({ id }) => id),
    objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
    bound: UNPROVEN,
    certificates: [],
  }
  return { ...plan, objective: measurePlan(problem, plan) }
}

/** Augmenting paths; whoever finds no slot is left out, and verify will say so. */
function seat(slots: readonly ProblemSlot[], people: readonly ProblemPerson[]): Plan['teams'][number]['members'] {
  const holder = new Map<number, ProblemPerson>()
  const place = (person: ProblemPerson, tried: Set<number>): boolean =>
    slots.some(({ role, skill }, s) => {
      if (tried.has(s) || !person.roles.includes(role) || (skill !== undefined && !person.skills.includes(skill))) return false
      tried.add(s)
      const before = holder.get(s)
      if (before !== undefined && !place(before, tried)) return false
      holder.set(s, person)
      return true
    })
  for (const person of people) place(person, new Set())
  return [...holder].map(([slot, person]) => ({ person: person.id, slot })).sort((a, b) => a.slot - b.slot)
}
