// Bounds that verify finds by itself, from the problem alone: they need no prices, only a look at each team.
import type { Objective } from '../../plan.ts'
import type { ProblemTarget } from '../../problem.ts'
import type { Ground } from '../world.ts'
import { cheapestPlaces } from './cheapest-place.ts'
import type { RecomputedBound } from './level-bound.ts'
import { pricingOf } from './pricing.ts'
import { isOneToOne, teamOptions } from './team-options.ts'
import { cut } from '../places.ts'

const OWN = { isStated: true, isOwn: true } as const

/** No plan is below the team that fares worst when each has the choice of everybody. */
export function worstExposureBound(ground: Ground, objective: Objective): RecomputedBound {
  const asked = { of: 'totalExposure', scale: 1, prices: {} } as const
  const places = cheapestPlaces(pricingOf(ground, asked.of, asked, { ...objective, worstExposure: Infinity }))
  const optionsOf = teamOptions(ground, Infinity)
  const value = ground.problem.teams.reduce((most, team) => Math.max(most, places.least(team, optionsOf(team))), 0)
  return { value, isExact: places.isExact(), ...OWN }
}

/** Between the team that has most for sure and the one that can have least. */
export function workloadSpreadBound(ground: Ground): RecomputedBound {
  const { problem, rules } = ground
  const shares = isOneToOne(ground)
    ? [...Map.groupBy(problem.targets, ({ region }) => cut(region, rules.recusalLevel)).values()].map((all) => ({
        least: workloadOf(all),
        most: workloadOf(all),
      }))
    : teamShares(ground)
  const largest = shares.reduce((most, share) => Math.max(most, share.least), 0)
  const smallest = shares.reduce((least, share) => Math.min(least, share.most), Infinity)
  return { value: Math.max(0, largest - smallest), isExact: true, ...OWN }
}

function teamShares(ground: Ground): { least: number; most: number }[] {
  const optionsOf = teamOptions(ground, Infinity)
  return ground.problem.teams.flatMap((team) => {
    const options = optionsOf(team)
    if (options.length === 0) return []
    return [
      {
        least: Math.min(...options.map(({ sure }) => workloadOf(sure))),
        most: Math.max(...options.map(({ possible }) => workloadOf(possible))),
      },
    ]
  })
}

function workloadOf(targets: readonly ProblemTarget[]): number {
  return targets.reduce((sum, target) => sum + target.workload, 0)
}
