// How often each person meets each target over the tickets so far, and what that makes a pair cost where a cap was asked for.
import type { Plan } from '../../plan.ts'
import type { Instance } from '../../solve/compile/instance.ts'
import type { PairPrice } from './ticket.ts'

export interface PairCounts {
  readonly add: (plan: Plan) => void
  readonly fits: (plan: Plan, quota: number) => boolean
  readonly largest: () => number
  /** A pair that has reached the quota is closed; one that is ahead of its share of the tickets so far costs more. */
  readonly price: (quota: number, done: number, tickets: number, unit: number) => PairPrice
}

export function countPairs(instance: Instance): PairCounts {
  const targets = instance.problem.targets.length
  // a province has more pairs than an array should, of which the tickets use few
  const counts = new Map<number, number>()
  const pairsOf = (plan: Plan): number[] =>
    plan.teams.flatMap((team) =>
      team.members.flatMap(({ person }) =>
        team.targets.map((target) => (instance.personIndex.get(person) ?? 0) * targets + (instance.targetIndex.get(target) ?? 0)),
      ),
    )
  return {
    add(plan) {
      for (const pair of pairsOf(plan)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    },
    fits: (plan, quota) => pairsOf(plan).every((pair) => (counts.get(pair) ?? 0) < quota),
    largest: () => [...counts.values()].reduce((most, count) => Math.max(most, count), 0),
    price: (quota, done, tickets, unit) => (person, inspected) => {
      let most = 0
      for (const d of inspected) most = Math.max(most, counts.get(person * targets + d) ?? 0)
      if (most >= quota) return null
      const ahead = most * tickets - quota * done
      return ahead <= 0 ? 0 : Math.min(8 * unit, Math.floor((unit * ahead) / tickets))
    },
  }
}
