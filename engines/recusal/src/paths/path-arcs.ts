// The three hops of a path as lists: from each inspector, from each of those he knows, from each of those who know an official.
// Everybody is numbered anew on each side: lists over the few who matter stay in the processor's cache, lists over all people do not.
import { acquaintances } from './near-ties.ts'
import { longer, type PathEnds, type TieColumns } from './tie-columns.ts'

/** Arcs of node n: `first[n]` … `first[n + 1] − 1`. */
export interface Arcs {
  readonly first: Int32Array
  readonly to: Int32Array
  readonly strength: Uint16Array
}

export interface PathArcs {
  /** How many stand on the inspectors' side and on the officials'; arcs number them anew on each side. */
  readonly innerCount: number
  readonly outerCount: number
  /** Inspector → inspectors' side, himself at 1000 included. */
  readonly start: Arcs
  /** Inspectors' side → officials' side: the ties between, and everybody who stands on both sides to himself at 1000. */
  readonly middle: Arcs
  /** Officials' side → official, himself at 1000 included. */
  readonly end: Arcs
}

/** The two ends of ties, or one list of people twice, as numbers of a kind; −1 = not of that kind. */
interface Numbered {
  readonly a: Int32Array
  readonly b: Int32Array
}

const WHOLE = 1000

export function pathArcs(ends: PathEnds, near: TieColumns, between: TieColumns): PathArcs {
  const sides = acquaintances(ends, near)
  const [inner, outer] = [ranksOf(sides, 1), ranksOf(sides, 2)]
  const [nearInner, nearOuter] = [numberAll(inner, near), numberAll(outer, near)]
  const inspectorAt = positions(inner, ends.inspectors)
  const officialAt = positions(outer, ends.officials)
  const everybody = membersOf(sides)
  const alone = (list: Int32Array, ranks: Ranks): Numbered => numberAll(ranks, { a: list, b: list })
  const [inspectors, officials] = [alone(ends.inspectors, inner), alone(ends.officials, outer)]
  return {
    innerCount: inner.count,
    outerCount: outer.count,
    start: collect(ends.inspectors.length, near, through(inspectorAt, nearInner), nearInner, {
      from: through(inspectorAt, inspectors).a,
      to: inspectors.a,
    }),
    middle: collect(inner.count, between, numberAll(inner, between), numberAll(outer, between), {
      from: alone(everybody, inner).a,
      to: alone(everybody, outer).a,
    }),
    end: collect(outer.count, near, nearOuter, through(officialAt, nearOuter), {
      from: officials.a,
      to: through(officialAt, officials).a,
    }),
  }
}

/** The people of a side by their rank in it: two small arrays instead of one number for each person there is. */
interface Ranks {
  readonly sides: Uint32Array
  readonly mask: number
  /** How many stand before each word of 16 people. */
  readonly before: Int32Array
  readonly count: number
}

function ranksOf(sides: Uint32Array, side: number): Ranks {
  const mask = side === 1 ? 0x55555555 : 0xaaaaaaaa
  const before = new Int32Array(sides.length)
  let count = 0
  for (let word = 0; word < sides.length; word++) {
    before[word] = count
    const bits = sides[word] ?? 0
    if (bits !== 0) count += bitCount(bits & mask)
  }
  return { sides, mask, before, count }
}

function numberAll(ranks: Ranks, { a, b }: Pick<TieColumns, 'a' | 'b'>): Numbered {
  const one = rankAll(ranks, a)
  return { a: one, b: a === b ? one : rankAll(ranks, b) }
}

function rankAll({ sides, mask, before }: Ranks, people: Int32Array): Int32Array {
  const ranks = new Int32Array(people.length)
  for (let t = 0; t < people.length; t++) {
    const person = people[t] ?? 0
    const bits = (sides[person >>> 4] ?? 0) & mask
    const at = (person & 15) << 1
    ranks[t] = (bits >>> at) & 3 ? (before[person >>> 4] ?? 0) + bitCount(bits & ((1 << at) - 1)) : -1
  }
  return ranks
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Everybody on either side. */
function membersOf(sides: Uint32Array): Int32Array {
  let [members, count] = [new Int32Array(1024), 0]
  sides.forEach((bits, word) => {
    for (let at = 0; bits >>> at !== 0 && at < 32; at += 2) {
      if (((bits >>> at) & 3) === 0) continue
      if (count === members.length) members = longer(members)
      members[count++] = (word << 4) + (at >> 1)
    }
  })
  return members.slice(0, count)
}

/** Where in a list those of a side stand; −1 for the others. */
function positions(ranks: Ranks, list: Int32Array): Int32Array {
  const at = new Int32Array(ranks.count).fill(-1)
  rankAll(ranks, list).forEach((rank, i) => {
    if ((at[rank] ?? 0) >= 0) throw new Error(`person ${list[i]} stands twice in one list`)
    at[rank] = i
  })
  return at
}

function through(positions: Int32Array, { a, b }: Numbered): Numbered {
  const place = (rank: number): number => (rank < 0 ? -1 : (positions[rank] ?? -1))
  return { a: a.map(place), b: b.map(place) }
}

/** Every tie, in both directions, whose ends have numbers; and whoever has both numbers himself, at 1000. Counted first, then laid. */
function collect(
  nodes: number,
  { strength }: TieColumns,
  from: Numbered,
  to: Numbered,
  selves: { readonly from: Int32Array; readonly to: Int32Array },
): Arcs {
  const first = new Int32Array(nodes + 1)
  const count = (starts: Int32Array, stops: Int32Array): void => {
    for (let t = 0; t < starts.length; t++) {
      const node = starts[t] ?? -1
      if (node >= 0 && (stops[t] ?? -1) >= 0) first[node + 1] = (first[node + 1] ?? 0) + 1
    }
  }
  count(selves.from, selves.to)
  count(from.a, to.b)
  count(from.b, to.a)
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  const next = first.slice(0, nodes)
  const arcs = { first, to: new Int32Array(first[nodes] ?? 0), strength: new Uint16Array(first[nodes] ?? 0) }
  const lay = (starts: Int32Array, stops: Int32Array, strengths: Uint16Array | null): void => {
    for (let t = 0; t < starts.length; t++) {
      const [node, stop] = [starts[t] ?? -1, stops[t] ?? -1]
      if (node < 0 || stop < 0) continue
      const at = next[node] ?? 0
      arcs.to[at] = stop
      arcs.strength[at] = strengths === null ? WHOLE : (strengths[t] ?? 0)
      next[node] = at + 1
    }
  }
  lay(selves.from, selves.to, null)
  lay(from.a, to.b, strength)
  lay(from.b, to.a, strength)
  return arcs
}
