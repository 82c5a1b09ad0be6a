// The six levels after some teams changed, from the difference: the rest of the plan is not looked at again.
import type { Objective } from '../plan.ts'
import type { Instance } from '../solve/compile/instance.ts'
import type { DraftTeam } from '../solve/draft.ts'
import { weigh, type Standing } from './standing.ts'

export function objectiveAfter(instance: Instance, standing: Standing, changed: readonly DraftTeam[]): Objective {
  const now = { ...standing.objective }
  const numbers = changed.map((team) => team.option.team)
  let worst = 0
  let isDivided = false
  for (const team of changed) {
    const t = team.option.team
    const [own, old, before] = [weigh(instance, team), standing.weights[t], standing.teams[t]]
    worst = Math.max(worst, own.exposure)
    now.totalExposure += own.exposure - (old?.exposure ?? 0)
    now.unverified += own.unverified - (old?.unverified ?? 0)
    now.travel += own.travel - (old?.travel ?? 0)
    now.memory += team.option.memory - (before?.option.memory ?? 0)
    isDivided ||= before?.targets !== team.targets
  }
  const other = standing.byExposure.find((t) => !numbers.includes(t))
  now.worstExposure = Math.max(worst, other === undefined ? 0 : (standing.weights[other]?.exposure ?? 0))
  if (isDivided) now.workloadSpread = spread(instance, standing, changed)
  return now
}

function spread(instance: Instance, standing: Standing, changed: readonly DraftTeam[]): number {
  const by = new Map(changed.map((team) => [team.option.team, team]))
  const loads = standing.teams.map((team, t) =>
    (by.get(t) ?? team).targets.reduce((sum, d) => sum + (instance.problem.targets[d]?.workload ?? 0), 0),
  )
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads)
}
