import type { Highs } from 'highs'
import { choosePairs, type Wanted } from './choose-pairs.ts'
import type { Round, Zone } from './zone.ts'

/** Chooses each round anew with the others as they are, for as long as that saves travel; no round gets a swap. */
export function polish(highs: Highs, zone: Zone, wanted: Wanted, rounds: readonly Round[]): readonly Round[] {
  let best = rounds
  const cost = (round: Round): number => round.reduce((sum, pair) => sum + (zone.travel[pair] ?? 0), 0)
  for (let hasGained = zone.rules.reversal === 'off'; hasGained;) {
    hasGained = false
    for (let k = 0; k < best.length; k++) {
      const others = new Set(best.flatMap((round, other) => (other === k ? [] : round)))
      const open = wanted.open.map((isOpen, pair) => (others.has(pair) ? 0 : isOpen))
      const choice = choosePairs(highs, zone, { ...wanted, rounds: 1, open })
      if (choice.kind !== 'pairs' || choice.travel >= cost(best[k] ?? [])) continue
      best = best.with(k, choice.pairs)
      hasGained = true
    }
  }
  return best
}
