// Merkle trees of RFC 6962, built level by level: a node without a neighbour moves up as it is.
import { hexToBytes } from '@noble/hashes/utils.js'
import { digitsOf, hashLeaf, hashNode, named } from './digest.ts'

/** All levels, leaves first; the last has one node. */
function buildTree(leaves: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const levels: (readonly Uint8Array[])[] = [leaves]
  for (let level = leaves; level.length > 1;) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]]
      if (left !== undefined) above.push(right === undefined ? left : hashNode(left, right))
    }
    levels.push(above)
    level = above
  }
  return levels
}

export function rootOf(leaves: readonly Uint8Array[]): string {
  return named(buildTree(leaves).at(-1)?.[0] ?? new Uint8Array(32))
}

/** The hashes beside the way from a leaf to the root, from below. */
export function pathOf(leaves: readonly Uint8Array[], leaf: number): string[] {
  let at = leaf
  return buildTree(leaves).flatMap((level) => {
    const beside = level[at ^ 1]
    at >>= 1
    return beside === undefined ? [] : [named(beside)]
  })
}

/** The root of a list of public hashes: they need no salt. */
export function rootOfHashes(hashes: readonly string[]): string {
  return rootOf(hashes.map((hash) => hashLeaf('', digitsOf(hash))))
}

/** The root that a leaf and its path lead to. */
export function climb(leaf: Uint8Array, at: number, leaves: number, path: readonly string[]): string | null {
  let [node, place, width, used] = [leaf, at, leaves, 0]
  while (width > 1) {
    if ((place ^ 1) < width) {
      const beside = path[used++]
      if (beside === undefined) return null
      const other = hexToBytes(digitsOf(beside))
      node = place % 2 === 0 ? hashNode(node, other) : hashNode(other, node)
    }
    place >>= 1
    width = (width + 1) >> 1
  }
  return used === path.length ? named(node) : null
}
