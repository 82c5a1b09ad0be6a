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
  /** P(person, v) for every insider v of any target whom the person reaches. */
  readonly reaches: (person: string) => Reach
  /** The number of an insider of any target; -1 for anybody else. */
  readonly insiderNumber: (id: string) => number
  readonly insiders: number
}

/** Insiders by number, ascending, and how well each is known, in thousandths: ten thousand people reach a million. */
interface Reach {
  readonly insiders: Int32Array
  readonly strengths: Uint16Array
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
  const numberOf = new Map<string, number>()
  for (const { insiders } of targets) for (const id of insiders) if (!numberOf.has(id)) numberOf.set(id, numberOf.size)
  const paths = pathFinder(ends, ties, numberOf)
  const direct = new Map<string, ReadonlyMap<string, DirectTie>>()
  const known = new Map<string, Reach>()
  const remember = <T>(memory: Map<string, T>, person: string, find: () => T): T => {
    const before = memory.get(person)
    if (before !== undefined) return before
    const found = find()
    memory.set(person, found)
    return found
  }
  const reaches = (person: string): Reach => remember(known, person, () => paths(person))
  return {
    reaches,
    insiderNumber: (id) => numberOf.get(id) ?? -1,
    insiders: numberOf.size,
    between: (a, b) => remember(direct, a, () => directTies(ends, ties, a)).get(b) ?? null,
    exposure: (person, target) => {
      const reached = reaches(person)
      if (reached.insiders.length === 0) return 0
      return target.insiders.reduce((sum, insider) => sum + strengthIn(reached, numberOf.get(insider) ?? -1), 0)
    },
  }
}

function strengthIn({ insiders, strengths }: Reach, insider: number): number {
  let [low, high] = [0, insiders.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((insiders[middle] ?? 0) < insider) low = middle + 1
    else high = middle
  }
  return insiders[low] === insider ? (strengths[low] ?? 0) : 0
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
  insiders: ReadonlyMap<string, number>,
): (start: string) => Reach {
  const strengths = Int32Array.from(tie, (at) => ties[at]?.strength ?? 0)
  const insiderAt = new Int32Array(numberOf.size)
  for (const [id, end] of numberOf) insiderAt[end] = insiders.get(id) ?? -1
  const best = new Int32Array(numberOf.size)
  const queuedAt = new Int32Array(numberOf.size)
  return (start) => {
    const from = numberOf.get(start)
    if (from === undefined) return reachOf(insiders.has(start) ? [insiders.get(start) ?? 0] : [], () => CERTAIN)
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
    const strengthOf = new Map<number, number>()
    for (const end of touched) {
      const insider = insiderAt[end] ?? -1
      if (insider >= 0) strengthOf.set(insider, best[end] ?? 0)
      best[end] = 0
      queuedAt[end] = 0
    }
    return reachOf([...strengthOf.keys()], (insider) => strengthOf.get(insider) ?? 0)
  }
}

function reachOf(found: readonly number[], strengthOf: (insider: number) => number): Reach {
  const insiders = Int32Array.from(found).sort()
  return { insiders, strengths: Uint16Array.from(insiders, strengthOf) }
}
