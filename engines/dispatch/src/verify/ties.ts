// The tie graph: who knows whom, directly and over at most three ties.
import type { Problem, ProblemTarget } from '../problem.ts'

const MOST_TIES = 3
const CERTAIN = 1000

interface DirectTie {
  readonly kind: string
  readonly strength: number
  readonly source: string
}

export interface TieGraph {
  /** Of several ties between two ends the strongest; of equally strong ones kinship. */
  readonly between: (a: string, b: string) => DirectTie | null
  /** Σ over the target's insiders v of P(person, v), in thousandths. */
  readonly exposure: (person: string, target: ProblemTarget) => number
}

export function tieGraph(problem: Problem): TieGraph {
  const neighbours = new Map<string, Map<string, DirectTie>>()
  for (const { a, b, kind, strength, source } of problem.ties) {
    join(neighbours, a, b, { kind, strength, source })
    join(neighbours, b, a, { kind, strength, source })
  }
  const insiders = new Set(problem.targets.flatMap((target) => target.insiders))
  const known = new Map<string, ReadonlyMap<string, number>>()
  const knows = (person: string): ReadonlyMap<string, number> => {
    const before = known.get(person)
    if (before !== undefined) return before
    const paths = strongestPaths(neighbours, person)
    const onlyInsiders = new Map([...paths].filter(([end]) => insiders.has(end)))
    known.set(person, onlyInsiders)
    return onlyInsiders
  }
  return {
    between: (a, b) => neighbours.get(a)?.get(b) ?? null,
    exposure: (person, target) => {
      const paths = knows(person)
      if (paths.size === 0) return 0
      return target.insiders.reduce((sum, insider) => sum + (paths.get(insider) ?? 0), 0)
    },
  }
}

function join(neighbours: Map<string, Map<string, DirectTie>>, from: string, to: string, tie: DirectTie): void {
  const known = neighbours.get(from)
  if (known === undefined) {
    neighbours.set(from, new Map([[to, tie]]))
    return
  }
  const before = known.get(to)
  const isStronger = before === undefined || tie.strength > before.strength
  const isKinAmongEquals = before?.strength === tie.strength && tie.kind === 'kinship'
  if (isStronger || isKinAmongEquals) known.set(to, tie)
}

/**
 * Strength of the strongest path of at most three ties from `start`, rounded down at each hop. Rounding keeps order,
 * so the best path of n ties extends a best path of n - 1. A person who is himself an insider knows him with certainty.
 */
function strongestPaths(neighbours: ReadonlyMap<string, ReadonlyMap<string, DirectTie>>, start: string): Map<string, number> {
  const best = new Map([[start, CERTAIN]])
  let reached = new Map(best)
  for (let ties = 0; ties < MOST_TIES && reached.size > 0; ties++) {
    const next = new Map<string, number>()
    for (const [via, strength] of reached) {
      for (const [to, tie] of neighbours.get(via) ?? []) {
        const through = Math.floor((strength * tie.strength) / CERTAIN)
        if (through > (best.get(to) ?? 0)) {
          best.set(to, through)
          next.set(to, through)
        }
      }
    }
    reached = next
  }
  return best
}
