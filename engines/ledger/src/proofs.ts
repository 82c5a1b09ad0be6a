// Proofs as lists of ranges first and of hashes second: whoever keeps the tree elsewhere learns what to fetch before anything is hashed.
import type { Hash } from './bytes.ts'
import { nodesOf, rangeRoot, type ReadNode, type TreeNode } from './tree.ts'

/** Leaves lo to hi − 1. */
export interface Range {
  readonly lo: number
  readonly hi: number
}

/** What lies beside the way from leaf `index` to the root of `size` leaves, lowest first (RFC 6962, 2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const beside: Range[] = []
  let [lo, hi] = [0, size]
  while (hi - lo > 1) {
    const split = lo + splitOf(hi - lo)
    if (index < split) {
      beside.push({ lo: split, hi })
      hi = split
    } else {
      beside.push({ lo, hi: split })
      lo = split
    }
  }
  return beside.reverse()
}

/** What shows that the tree of `size` leaves begins with that of `older` (RFC 6962, 2.1.2); none when they are equal or `older` is 0. */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  if (older === 0 || older === size) return []
  const beside: Range[] = []
  let [lo, hi, isWhole] = [0, size, true]
  while (older !== hi) {
    const split = lo + splitOf(hi - lo)
    if (older <= split) {
      beside.push({ lo: split, hi })
      hi = split
    } else {
      beside.push({ lo, hi: split })
      lo = split
      isWhole = false
    }
  }
  // The older tree is a subtree of the newer one and its root is known, unless it had to be cut.
  if (!isWhole) beside.push({ lo, hi })
  return beside.reverse()
}

/** The hashes of a proof, from its ranges. */
export function hashesOf(sha256: Hash, read: ReadNode, ranges: readonly Range[]): readonly Uint8Array[] {
  return ranges.map(({ lo, hi }) => rangeRoot(sha256, read, lo, hi))
}

/** All full subtrees that the ranges of a proof need. */
export function nodesOfRanges(ranges: readonly Range[]): readonly TreeNode[] {
  return ranges.flatMap(({ lo, hi }) => nodesOf(lo, hi))
}

/** The largest power of two smaller than the width; a width of at least 2. */
function splitOf(width: number): number {
  let split = 1
  while (split * 2 < width) split *= 2
  return split
}
