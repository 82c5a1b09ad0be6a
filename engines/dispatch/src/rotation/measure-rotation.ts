import type { RotationFigures } from './plan.ts'
import type { Round, Zone } from './zone.ts'

/**
 * Memory: pairs of the schedule that stand, as they are (`again`) or turned round (`reversal`), in one of the `repeatRounds` rounds
 * before, where the rule says "prefer"; a pair counts once for each rule. Travel: the sum over all pairs.
 */
export function measureZone({ age, rules, size, travel }: Zone, rounds: readonly Round[]): RotationFigures {
  const last = new Map<number, number>()
  age.forEach((ago, pair) => {
    if (ago > 0) last.set(pair, -ago)
  })
  const isNear = (pair: number, round: number): boolean => {
    const before = last.get(pair)
    return before !== undefined && round - before <= rules.repeatRounds
  }
  let memory = 0
  rounds.forEach((pairs, round) => {
    for (const pair of pairs) {
      if (rules.again === 'prefer' && isNear(pair, round)) memory += 1
      if (rules.reversal === 'prefer' && isNear((pair % size) * size + Math.floor(pair / size), round)) memory += 1
    }
    for (const pair of pairs) last.set(pair, round)
  })
  return { memory, travel: rounds.flat().reduce((sum, pair) => sum + (travel[pair] ?? 0), 0) }
}
