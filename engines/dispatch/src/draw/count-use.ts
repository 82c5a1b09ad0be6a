// What an insider can know in advance: how many of the tickets hold the same person–target pair.
import type { Plan } from '../plan.ts'
import type { DrawPortfolio } from './draw.ts'

type Use = Pick<DrawPortfolio, 'largestPair' | 'sumOfLargest' | 'people' | 'distinctPlans' | 'minEntropyMillibits'>

/** Counts in tickets; shares of the tickets are exact multiples of 1/m. Every target is inspected by the whole of its team. */
export function countUse(plans: readonly Plan[]): Use {
  const uses = new Map<string, Map<string, number>>()
  const seen = new Set<string>()
  for (const plan of plans) {
    seen.add(JSON.stringify(plan.teams))
    for (const { members, targets } of plan.teams) {
      for (const { person } of members) {
        const own = uses.get(person) ?? new Map<string, number>()
        uses.set(person, own)
        for (const target of targets) own.set(target, (own.get(target) ?? 0) + 1)
      }
    }
  }
  const most = [...uses.values()].map((own) => Math.max(0, ...own.values()))
  const largestPair = most.reduce((a, b) => Math.max(a, b), 0)
  return {
    largestPair,
    sumOfLargest: most.reduce((a, b) => a + b, 0),
    people: uses.size,
    distinctPlans: seen.size,
    minEntropyMillibits: largestPair === 0 ? 0 : millibits(plans.length, largestPair),
  }
}

/** ⌊1000·log2(all ÷ part)⌋ in whole numbers: the largest k with 2^k·part^1000 ≤ all^1000. */
export function millibits(all: number, part: number): number {
  const [above, below] = [BigInt(all) ** 1000n, BigInt(part) ** 1000n]
  const guess = above.toString(2).length - below.toString(2).length
  return below << BigInt(guess) <= above ? guess : guess - 1
}
