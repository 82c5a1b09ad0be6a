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
  /** P(person, v) for every insider v of any target whom the person reaches, in thousandths. */
  readonly reaches: (person: string) => ReadonlyMap<string, number>
}

/** Ends by number, and each end's ties side by side: the ties of end e are those from place first[e] to first[e + 1]. */
interface Ends {
  readonly numberOf: ReadonlyMap<string, number>
  readonly first: Int32Array
  readonly other: Int32Array
  readonly tie: Int32Array
}

export function tieGraph({ ties, targets }: Problem): TieGraph {
  const ends = endsOf(ties)
  const paths = pathFinder(ends, ties, new Set(targets.flatMap((target) => target.insiders)))
  const direct = new Map<string, ReadonlyMap<string, DirectTie>>()
  const known = new Map<string, ReadonlyMap<string, number>>()
  const remember = <T>(memory: Map<string, T>, person: string, find: () => T): T => {
    const before = memory.get(person)
    if (before !== undefined) return before
    const found = find()
    memory.set(person, found)
    return found
  }
  const reaches = (person: string): ReadonlyMap<string, number> => remember(known, person, () => paths(person))
  return {
    reaches,
    between: (a, b) => remember(direct, a, () => directTies(ends, ties, a)).get(b) ?? null,
    exposure: (person, target) => {
      const reached = reaches(person)
      if (reached.size === 0) return 0
      return target.insiders.reduce((sum, insider) => sum + (reached.get(insider) ?? 0), 0)
    },
  }
}

function endsOf(ties: Problem['ties']): Ends {
  const numberOf = new Map<string, number>()
  const numbers = new Int32Array(2 * ties.length)
  const numberFor = (id: string): number => {
    const before = numberOf.get(id)
    if (before !== undefined) return before
    numberOf.set(id, numberOf.size)
    return numberOf.size - 1
  }
  ties.forEach(({ a, b }, i) => {
    numbers[2 * i] = numberFor(a)
    numbers[2 * i + 1] = numberFor(b)
  })
  const first = new Int32Array(numberOf.size + 1)
  for (const end of numbers) first[end + 1] = (first[end + 1] ?? 0) + 1
  for (let end = 0; end < numberOf.size; end++) first[end + 1] = (first[end + 1] ?? 0) + (first[end] ?? 0)
  const [other, tie, next] = [new Int32Array(numbers.length), new Int32Array(numbers.length), first.slice()]
  numbers.forEach((end, i) => {
    const place = next[end] ?? 0
    next[end] = place + 1
    other[place] = numbers[i ^ 1] ?? 0
    tie[place] = i >> 1
  })
  return { numberOf, first, other, tie }
}

function directTies({ numberOf, first, tie }: Ends, ties: Problem['ties'], id: string): Map<string, DirectTie> {
  const found = new Map<string, DirectTie>()
  const end = numberOf.get(id)
  if (end === undefined) return found
  for (let place = first[end] ?? 0; place < (first[end + 1] ?? 0); place++) {
    const each = ties[tie[place] ?? 0]
    if (each === undefined) continue
    const to = each.a === id ? each.b : each.a
    const before = found.get(to)
    const isStronger = before === undefined || each.strength > before.strength
    const isKinAmongEquals = before?.strength === each.strength && each.kind === 'kinship'
    if (isStronger || isKinAmongEquals) found.set(to, each)
  }
  return found
}

/**
 * Strength of the strongest path of at most three ties from a start to each insider, rounded down at each hop. Rounding keeps
 * order, so the best path of n ties extends a best path of n - 1. A person who is himself an insider knows him with certainty.
 */
function pathFinder(
  { numberOf, first, other, tie }: Ends,
  ties: Problem['ties'],
  insiders: ReadonlySet<string>,
): (start: string) => Map<string, number> {
  const idOf = [...numberOf.keys()]
  const strengths = Int32Array.from(tie, (at) => ties[at]?.strength ?? 0)
  const isInsider = Uint8Array.from(idOf, (id) => (insiders.has(id) ? 1 : 0))
  const best = new Int32Array(idOf.length)
  const queuedAt = new Int32Array(idOf.length)
  return (start) => {
    const from = numberOf.get(start)
    if (from === undefined) return new Map(insiders.has(start) ? [[start, CERTAIN]] : [])
    const touched = [from]
    best[from] = CERTAIN
    // Each round reads the strengths as the round before left them: no path gets a fourth tie.
    let reached: [number, number][] = [[from, CERTAIN]]
    for (let round = 1; round <= MOST_TIES; round++) {
      const next: number[] = []
      for (const [via, strength] of reached) {
        for (let place = first[via] ?? 0; place < (first[via + 1] ?? 0); place++) {
          const to = other[place] ?? 0
          const through = Math.floor((strength * (strengths[place] ?? 0)) / CERTAIN)
          if (through <= (best[to] ?? 0)) continue
          if (best[to] === 0) touched.push(to)
          best[to] = through
          if (queuedAt[to] !== round) next.push(to)
          queuedAt[to] = round
        }
      }
      reached = next.map((to) => [to, best[to] ?? 0])
    }
    const found = new Map<string, number>()
    for (const end of touched) {
      if (isInsider[end] === 1) found.set(idOf[end] ?? '', best[end] ?? 0)
      best[end] = 0
      queuedAt[end] = 0
    }
    return found
  }
}
