// The officials of the targets as numbers: bars and exposures both ask who answers for which target.
import type { Problem } from '../../problem.ts'

export interface Officials {
  /** Numbers of officials come first; whoever needs more people numbered goes on from there. */
  readonly numbers: Map<string, number>
  /** The target of each official: nearly every one belongs to one. */
  readonly targetOf: readonly number[]
  /** Further targets of those who belong to several. */
  readonly others: ReadonlyMap<number, readonly number[]>
}

export function numberOfficials({ targets }: Problem): Officials {
  const numbers = new Map<string, number>()
  const targetOf: number[] = []
  const others = new Map<number, number[]>()
  targets.forEach(({ insiders }, d) => {
    for (const insider of insiders) {
      const official = numbers.get(insider)
      if (official === undefined) {
        numbers.set(insider, targetOf.length)
        targetOf.push(d)
      } else others.set(official, [...(others.get(official) ?? []), d])
    }
  })
  return { numbers, targetOf, others }
}
