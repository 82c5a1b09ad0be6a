// The hashes of RFC 6962: a leaf and a node begin with different bytes, so that neither can be taken for the other.
import { roomFor, utf8, type Hash } from './bytes.ts'

const encoder = new TextEncoder()

/** The hash of an entry's bytes: SHA-256 of 0x00 and the entry (RFC 6962, 2.1). */
export function hashLeaf(sha256: Hash, entry: Uint8Array): Uint8Array {
  const bytes = roomFor(entry.length + 1).subarray(0, entry.length + 1)
  bytes[0] = 0
  bytes.set(entry, 1)
  return sha256(bytes)
}

/** The same for an entry that is still a text, and its length in bytes: a log's writer hashes many, and encodes them all at once later. */
export function hashText(sha256: Hash, entry: string): { readonly hash: Uint8Array; readonly length: number } {
  // Three bytes hold any unit of a text.
  const room = roomFor(entry.length * 3 + 1)
  room[0] = 0
  const { written } = encoder.encodeInto(entry, room.subarray(1))
  return { hash: sha256(room.subarray(0, written + 1)), length: written }
}

/** The hash over two subtrees: SHA-256 of 0x01, left and right (RFC 6962, 2.1). */
export function hashNode(sha256: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = roomFor(65).subarray(0, 65)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 33)
  return sha256(bytes)
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(sha256: Hash): Uint8Array {
  return sha256(utf8(''))
}

/** A subtree whose leaves are a power of two: `level` 0 is a leaf; it covers leaves index·2^level to (index+1)·2^level − 1. */
export interface TreeNode {
  readonly level: number
  readonly index: number
}

/** The hash of a full subtree that lies wholly in the tree; a bug where it is asked for another. */
export type ReadNode = (node: TreeNode) => Uint8Array

/** The full subtrees, left to right, that make up the leaves lo to hi − 1 as RFC 6962 splits them; lo must be where such a split lies. */
export function nodesOf(lo: number, hi: number): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  let at = lo
  while (at < hi) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= hi) [level, width] = [level + 1, width * 2]
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The root over the leaves lo to hi − 1: the full subtrees folded from the right. At least one leaf. */
export function rangeRoot(sha256: Hash, read: ReadNode, lo: number, hi: number): Uint8Array {
  const nodes = nodesOf(lo, hi).map(read)
  return nodes.reduceRight((right, left) => hashNode(sha256, left, right))
}

/** The root of the first `size` leaves. */
export function treeRoot(sha256: Hash, read: ReadNode, size: number): Uint8Array {
  return size === 0 ? emptyRoot(sha256) : rangeRoot(sha256, read, 0, size)
}
