// A plan while it is being made: numbers instead of names.
import { LEVELS, type Objective } from '../plan.ts'
import { countBits } from './compile/bits.ts'
import type { Instance, Kind } from './compile/instance.ts'
import type { Option } from './layout/options.ts'

export interface DraftMember {
  readonly person: number
  readonly slot: number
}

export interface DraftTeam {
  readonly option: Option
  readonly targets: readonly number[]
  readonly members: readonly DraftMember[]
}

/** One entry for each team, in the order of the problem. */
export type DraftPlan = readonly DraftTeam[]

/** The kind that a slot belongs to. */
export function kindOf(instance: Instance, team: number, slot: number): Kind | undefined {
  return instance.kinds[team]?.find((kind) => kind.slots.includes(slot))
}

/** The six levels of a plan, from the problem alone. */
export function measure(instance: Instance, plan: DraftPlan): Objective {
  const { problem, map, exposures } = instance
  const objective = { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 }
  const loads: number[] = []
  for (const { option, targets, members } of plan) {
    let exposure = 0
    for (const { person, slot } of members) {
      if (exposures.hasAny(person)) for (const d of targets) exposure += exposures.of(person, d)
      const local = kindOf(instance, option.team, slot)?.local ?? false
      objective.unverified += countBits(instance.unverified(person, targets, local))
      objective.travel += map.travel(problem.people[person]?.home ?? null, option.host)
    }
    objective.worstExposure = Math.max(objective.worstExposure, exposure)
    objective.totalExposure += exposure
    objective.memory += option.memory
    loads.push(targets.reduce((sum, d) => sum + (problem.targets[d]?.workload ?? 0), 0))
  }
  if (loads.length > 0) objective.workloadSpread = Math.max(...loads) - Math.min(...loads)
  return objective
}

/** Negative where `a` is better at the first level at which they differ. */
export function compareObjectives(a: Objective, b: Objective): number {
  for (const level of LEVELS) if (a[level] !== b[level]) return a[level] - b[level]
  return 0
}
