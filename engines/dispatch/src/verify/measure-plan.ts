// The six figures of a plan, recomputed from the problem: whatever the plan states is not looked at.
import type { Objective, Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { recallOf } from './recent-pairs.ts'
import { unverifiedFacts } from './unverified.ts'
import { worldOf, type SeatedTeam, type World } from './world.ts'

/**
 * The objective of a plan: exposures in thousandths of an insider known, unverified facts, repeated or reversed pairs,
 * workload spread, travel in kilometres. Integers; any schema-valid plan has one, also an invalid one.
 */
export function measurePlan(problem: Problem, plan: Plan): Objective {
  return measure(worldOf(problem, plan))
}

export function measure(world: World): Objective {
  const { teams } = world
  const exposures = teams.map((team) => exposureOf(world, team))
  const workloads = teams.map((team) => sum(team.targets.map((target) => target.workload)))
  return {
    worstExposure: largest(exposures),
    totalExposure: sum(exposures),
    unverified: sum(teams.flatMap((team) => team.members.map((member) => unverifiedFacts(world, member, team.targets).length))),
    memory: memoryOf(world),
    workloadSpread: largest(workloads) - smallest(workloads),
    travel: sum(teams.flatMap((team) => team.members.map(({ person }) => world.travel(person.home, team.host)))),
  }
}

function exposureOf({ ties }: World, team: SeatedTeam): number {
  return sum(team.members.flatMap(({ person }) => team.targets.map((target) => ties.exposure(person.id, target))))
}

function memoryOf(world: World): number {
  const recall = recallOf(world)
  const { again, reversal } = world.rules
  return sum(
    world.teams.map((team) => {
      const found = recall(team)
      return Number(again === 'prefer' && found.again !== null) + Number(reversal === 'prefer' && found.reversal !== null)
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)
}
