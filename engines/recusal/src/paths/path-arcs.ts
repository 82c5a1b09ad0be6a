// The three hops of a path as lists: from each inspector, from each of those he knows, from each of those who know an official.
import { acquaintances } from './near-ties.ts'
import type { PathEnds, TieColumns } from './tie-columns.ts'

/** Arcs of node n: `first[n]` … `first[n + 1] − 1`. */
export interface Arcs {
  readonly first: Int32Array
  readonly to: Int32Array
  readonly strength: Uint16Array
}

export interface PathArcs {
  /** How many stand on the inspectors' side and on the officials'; arcs number them anew on each side. */
  readonly insideCount: number
  readonly officialSideCount: number
  /** Inspector → inspectors' side. */
  readonly start: Arcs
  /** Inspectors' side → officials' side: the ties between, and everybody who stands on both sides to himself at 1000. */
  readonly middle: Arcs
  /** Officials' side → official, himself at 1000 included. */
  readonly end: Arcs
}

const WHOLE = 1000

export function pathArcs(ends: PathEnds, near: TieColumns, between: TieColumns): PathArcs {
  const sides = acquaintances(ends, near)
  const [inside, insideCount] = numbered(sides, ends.people, 1)
  const [official, officialSideCount] = numbered(sides, ends.people, 2)
  const [inspectorAt, officialAt] = [positions(ends.people, ends.inspectors), positions(ends.people, ends.officials)]
  const both = [near] as const
  const start = collect(ends.inspectors.length, both, inspectorAt, inside, (add) => {
    ends.inspectors.forEach((person, i) => add(i, inside[person] ?? -1, WHOLE))
  })
  const middle = collect(insideCount, [between], inside, official, (add) => {
    for (let person = 0; person < ends.people; person++) {
      const [from, to] = [inside[person] ?? -1, official[person] ?? -1]
      if (from >= 0 && to >= 0) add(from, to, WHOLE)
    }
  })
  const end = collect(officialSideCount, both, official, officialAt, (add) => {
    ends.officials.forEach((person, o) => add(official[person] ?? -1, o, WHOLE))
  })
  return { insideCount, officialSideCount, start, middle, end }
}

/** Numbers those of a side from 0; −1 for everybody else. */
function numbered(sides: Uint32Array, people: number, side: number): readonly [Int32Array, number] {
  const number = new Int32Array(people).fill(-1)
  let count = 0
  for (let person = 0; person < people; person++) {
    if (((sides[person >>> 4] ?? 0) >>> ((person & 15) << 1)) & side) number[person] = count++
  }
  return [number, count]
}

/** Where each person stands in a list; −1 for everybody else. */
function positions(people: number, list: Int32Array): Int32Array {
  const at = new Int32Array(people).fill(-1)
  list.forEach((person, i) => {
    if ((at[person] ?? 0) >= 0) throw new Error(`person ${person} stands twice in one list`)
    at[person] = i
  })
  return at
}

/** Every tie, in both directions, whose ends have numbers in `from` and `to`; and what `more` adds. Counted first, then laid. */
function collect(
  nodes: number,
  parts: readonly TieColumns[],
  from: Int32Array,
  to: Int32Array,
  more: (add: (from: number, to: number, strength: number) => void) => void,
): Arcs {
  const first = new Int32Array(nodes + 1)
  const walk = (visit: (from: number, to: number, strength: number) => void): void => {
    more(visit)
    for (const { a, b, strength } of parts) {
      for (let t = 0; t < a.length; t++) {
        const [x, y, s] = [a[t] ?? 0, b[t] ?? 0, strength[t] ?? 0]
        if ((from[x] ?? -1) >= 0 && (to[y] ?? -1) >= 0) visit(from[x] ?? 0, to[y] ?? 0, s)
        if ((from[y] ?? -1) >= 0 && (to[x] ?? -1) >= 0) visit(from[y] ?? 0, to[x] ?? 0, s)
      }
    }
  }
  walk((node) => {
    first[node + 1] = (first[node + 1] ?? 0) + 1
  })
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  const next = first.slice(0, nodes)
  const arcs = { first, to: new Int32Array(first[nodes] ?? 0), strength: new Uint16Array(first[nodes] ?? 0) }
  walk((node, end, s) => {
    const at = next[node] ?? 0
    arcs.to[at] = end
    arcs.strength[at] = s
    next[node] = at + 1
  })
  return arcs
}
