// From numbers back to names: the plan file.
import { hashProblem } from '../hash-problem.ts'
import { LEVELS, type Objective, type Plan } from '../plan.ts'
import type { PlanChange } from './answer.ts'
import type { Instance } from './compile/instance.ts'
import { measure, type DraftPlan } from './draft.ts'
import type { Bounds } from './exact/descend.ts'

/** Version of what decides a plan's bytes: raised whenever the same problem, seed and effort may give another plan. */
export const ENGINE = '0.3.0'

export function writePlan(
  instance: Instance,
  draft: DraftPlan,
  head: { readonly seed: string; readonly effort: number; readonly bounds: Bounds; readonly certificates: Plan['certificates'] },
): Plan {
  const { problem } = instance
  const bound = (level: keyof Objective): number | null => head.bounds[level] ?? null
  const seated = new Set(draft.flatMap((team) => team.members.map((member) => member.person)))
  return {
    format: 'shengmian.dispatch-plan/1',
    problem: hashProblem(problem),
    seed: head.seed,
    effort: head.effort,
    engine: ENGINE,
    teams: draft.map(({ option, targets, members }, t) => ({
      id: problem.teams[t]?.id ?? '',
      home: option.home,
      host: option.host,
      targets: [...targets].sort((a, b) => a - b).map((d) => problem.targets[d]?.id ?? ''),
      members: [...members]
        .sort((a, b) => a.slot - b.slot)
        .map(({ person, slot }) => ({ person: problem.people[person]?.id ?? '', slot })),
    })),
    unassigned: problem.people.filter((_, i) => !seated.has(i)).map((person) => person.id),
    objective: measure(instance, draft),
    bound: Object.fromEntries(LEVELS.map((level) => [level, bound(level)])) as Plan['bound'],
    certificates: head.certificates,
  }
}

/** Who changes team or host from one plan to the next, in the order of the problem. */
export function listChanges(instance: Instance, older: Plan, plan: Plan): readonly PlanChange[] {
  const [before, after] = [placesIn(older), placesIn(plan)]
  const ids = [...new Set([...instance.problem.people.map((person) => person.id), ...before.keys()])]
  return ids.flatMap((person) => {
    const [from, to] = [before.get(person) ?? null, after.get(person) ?? null]
    return from?.team === to?.team && from?.host === to?.host ? [] : [{ person, from, to }]
  })
}

function placesIn(plan: Plan): ReadonlyMap<string, { readonly team: string; readonly host: string | null }> {
  return new Map(
    plan.teams.flatMap(({ id, host, members }) => members.map(({ person }) => [person, { team: id, host }] as const)),
  )
}
