// The strongest path of at most three ties from every inspector to every official. A path's strength is the product of its ties in
// thousandths, rounded down at each hop from the inspector's side: never multiply the second and third tie first.
import { middleTies, nearTies } from './near-ties.ts'
import { pathArcs, type Arcs } from './path-arcs.ts'
import { longer, type PathEnds, type TieColumns } from './tie-columns.ts'

/** Of inspector i (his place in the list): officials `official[first[i]]` … (places in the list, ascending) and how strong the best path is. */
export interface PathTable {
  readonly first: Int32Array
  readonly official: Int32Array
  readonly strength: Uint16Array
}

/** One inspector's row; the arrays are used again for the next, so a visitor copies what it keeps. */
export type VisitRow = (inspector: number, officials: Int32Array, strengths: Uint16Array) => void

/**
 * The strongest path of at most three ties (also none: oneself, 1000) from every inspector to every official, in thousandths; only what is
 * above 0 is listed. 50 million ties among 5 million people take some seconds and 10 bytes a tie, the table aside.
 * Source: level 1 of `shengmian.dispatch-problem/1`. Throws where a list names somebody twice.
 */
export function strongestPaths(ties: TieColumns, ends: PathEnds): PathTable {
  const near = nearTies(ties, ends)
  return tabulatePaths(ends, near, middleTies(ties, ends, near))
}

/** The same from what the two passes kept; `from` and `to` give the inspectors of one worker (by default all), rows are then his alone. */
export function tabulatePaths(
  ends: PathEnds,
  near: TieColumns,
  between: TieColumns,
  from = 0,
  to = ends.inspectors.length,
): PathTable {
  const first = new Int32Array(to - from + 1)
  let [official, strength, length] = [new Int32Array(1024), new Uint16Array(1024), 0]
  visitPaths(
    ends,
    near,
    between,
    (inspector, officials, strengths) => {
      while (length + officials.length > official.length) [official, strength] = [longer(official), longer(strength)]
      official.set(officials, length)
      strength.set(strengths, length)
      length += officials.length
      first[inspector - from + 1] = length
    },
    from,
    to,
  )
  return { first, official: official.slice(0, length), strength: strength.slice(0, length) }
}

/** The same a row at a time, inspectors in order: a table of hundreds of millions of pairs need never be whole in memory. */
export function visitPaths(
  ends: PathEnds,
  near: TieColumns,
  between: TieColumns,
  visit: VisitRow,
  from = 0,
  to = ends.inspectors.length,
): void {
  const arcs = pathArcs(ends, near, between)
  const known = frontier(arcs.innerCount)
  const reached = frontier(arcs.outerCount)
  const found = frontier(ends.officials.length)
  const strengths = new Uint16Array(ends.officials.length)
  const bits = new Uint32Array((ends.officials.length + 31) >>> 5)
  for (let i = from; i < to; i++) {
    spread(arcs.start, i, 1000, known)
    for (let k = 0; k < known.size; k++) {
      const v = known.nodes[k] ?? 0
      spread(arcs.middle, v, known.best[v] ?? 0, reached)
    }
    for (let k = 0; k < reached.size; k++) {
      const x = reached.nodes[k] ?? 0
      spread(arcs.end, x, reached.best[x] ?? 0, found)
    }
    inOrder(found, bits)
    for (let k = 0; k < found.size; k++) strengths[k] = found.best[found.nodes[k] ?? 0] ?? 0
    visit(i, found.nodes.subarray(0, found.size), strengths.subarray(0, found.size))
    for (const front of [known, reached, found]) clear(front)
  }
}

/** Nodes reached so far, and how strongly; 0 = not reached. */
interface Frontier {
  readonly best: Uint16Array
  readonly nodes: Int32Array
  size: number
}

function frontier(nodes: number): Frontier {
  return { best: new Uint16Array(nodes), nodes: new Int32Array(nodes), size: 0 }
}

function spread(arcs: Arcs, node: number, reached: number, next: Frontier): void {
  const { first, to, strength } = arcs
  const { best, nodes } = next
  let size = next.size
  const end = first[node + 1] ?? 0
  for (let arc = first[node] ?? 0; arc < end; arc++) {
    const p = ((reached * (strength[arc] ?? 0)) / 1000) | 0
    const x = to[arc] ?? 0
    const known = best[x] ?? 0
    if (p > known) {
      if (known === 0) nodes[size++] = x
      best[x] = p
    }
  }
  next.size = size
}

function clear(front: Frontier): void {
  for (let k = 0; k < front.size; k++) front.best[front.nodes[k] ?? 0] = 0
  front.size = 0
}

/** In order by way of a set of bits, which for rows of any length costs a fraction of sorting them. */
function inOrder(front: Frontier, bits: Uint32Array): void {
  const { nodes, size } = front
  for (let k = 0; k < size; k++) {
    const x = nodes[k] ?? 0
    bits[x >>> 5] = (bits[x >>> 5] ?? 0) | (1 << (x & 31))
  }
  for (let word = 0, k = 0; word < bits.length; word++) {
    let left = bits[word] ?? 0
    if (left === 0) continue
    bits[word] = 0
    for (; left !== 0; left &= left - 1) nodes[k++] = (word << 5) + 31 - Math.clz32(left & -left)
  }
}
