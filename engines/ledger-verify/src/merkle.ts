// The tree of RFC 6962 as a verifier needs it: a root that grows leaf by leaf, and proofs climbed as RFC 9162 says (2.1.3.2, 2.1.4.2).
import { isSame, type Hashes } from './bytes.ts'

type Sha256 = Hashes['sha256']

// What is hashed is laid out in the same place each time: a million entries would otherwise leave as many arrays behind.
const LEAF = new Uint8Array(65_536)
const NODE = Uint8Array.from({ length: 65 }, (_, k) => (k === 0 ? 1 : 0))

export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  // No bundle holds a longer one, but the file of a record may say anything.
  const input = entry.length < LEAF.length ? LEAF : new Uint8Array(1 + entry.length)
  input.set(entry, 1)
  return sha256(input.subarray(0, 1 + entry.length))
}

export function parentHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  NODE.set(left, 1)
  NODE.set(right, 33)
  return sha256(NODE)
}

/** A root that grows: one pending subtree for each binary one of the size, the largest first. */
export interface GrowingRoot {
  readonly add: (leaf: Uint8Array) => void
  /** A full subtree of so many leaves, a power of two that the size is a multiple of. */
  readonly addSubtree: (hash: Uint8Array, width: number) => void
  readonly size: () => number
  readonly root: () => Uint8Array
}

export function growRoot(sha256: Sha256): GrowingRoot {
  const subtrees: { hash: Uint8Array; width: number }[] = []
  let size = 0
  const addSubtree = (hash: Uint8Array, width: number) => {
    let grown = { hash, width }
    for (let last = subtrees.at(-1); last?.width === grown.width; last = subtrees.at(-1)) {
      subtrees.pop()
      grown = { hash: parentHash(sha256, last.hash, grown.hash), width: last.width * 2 }
    }
    subtrees.push(grown)
    size += width
  }
  return {
    add: (leaf) => addSubtree(leaf, 1),
    addSubtree,
    size: () => size,
    root: () => {
      const [last, ...before] = subtrees.map((subtree) => subtree.hash).reverse()
      if (last === undefined) return sha256(new Uint8Array())
      return before.reduce((right, left) => parentHash(sha256, left, right), last)
    },
  }
}

/** Whether the leaf stands at `index` of the tree of `size` leaves with this root. */
export function isIncluded(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = parentHash(sha256, beside, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else hash = parentHash(sha256, hash, beside)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && isSame(hash, root)
}

/** Whether the tree of `size` leaves begins with the tree of `older` leaves. */
export function isConsistent(
  sha256: Sha256,
  [older, olderRoot]: readonly [number, Uint8Array],
  [size, root]: readonly [number, Uint8Array],
  proof: readonly Uint8Array[],
): boolean {
  if (older > size) return false
  if (older === size) return proof.length === 0 && isSame(olderRoot, root)
  if (older === 0) return proof.length === 0 && isSame(olderRoot, sha256(new Uint8Array()))
  const path = isPowerOfTwo(older) ? [olderRoot, ...proof] : [...proof]
  const [first, ...rest] = path
  if (first === undefined) return false
  let [place, last] = [older - 1, size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  let [was, is] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      was = parentHash(sha256, beside, was)
      is = parentHash(sha256, beside, is)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else is = parentHash(sha256, is, beside)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && isSame(was, olderRoot) && isSame(is, root)
}

function half(value: number): number {
  return Math.floor(value / 2)
}

function isPowerOfTwo(value: number): boolean {
  let power = 1
  while (power < value) power *= 2
  return power === value
}
