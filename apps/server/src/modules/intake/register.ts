// The register of a desk: a Merkle tree (RFC 6962) over the envelopes in the order of their numbers. What is full is kept in memory as
// the roots of its tiles, one in 256 hashes; leaves are read where a proof needs them.
import {
  appendLeaves,
  EMPTY_EDGE,
  hashesOf,
  hashLeaf,
  inclusionRanges,
  nodesOfRanges,
  readFromTiles,
  rootOfEdge,
  TILE_WIDTH,
  tileOfNode,
  type Edge,
} from '@shengmian/ledger'
import { hash } from 'node:crypto'

const HASH_BYTES = 32

export interface Register {
  readonly edge: Edge
  /** For each tile level the roots of its full tiles. */
  readonly roots: readonly (readonly Uint8Array[])[]
}

export const EMPTY_REGISTER: Register = { edge: EMPTY_EDGE, roots: [] }

/** The register with more envelopes, named by their SHA-256. */
export function append({ edge, roots }: Register, envelopes: readonly Uint8Array[]): Register {
  const leaves = envelopes.map((envelope) => hashLeaf(sha256, envelope))
  const { edge: after, full } = appendLeaves(sha256, edge, leaves)
  if (full.length === 0) return { edge: after, roots }
  const grown = roots.map((level) => [...level])
  for (const { level, root } of full) (grown[level] ??= []).push(root)
  return { edge: after, roots: grown }
}

export function rootOf({ edge }: Register): Uint8Array {
  return rootOfEdge(sha256, edge)
}

/** The hashes from the leaf at `index` up to the root. `leaves` reads the names of envelopes at places lo to hi − 1. */
export async function proofOf(
  { edge: { size }, roots }: Register,
  index: number,
  leaves: (lo: number, hi: number) => Promise<readonly Uint8Array[]>,
): Promise<readonly Uint8Array[]> {
  const ranges = inclusionRanges(index, size)
  const tiles = new Map<string, Uint8Array>()
  for (const node of nodesOfRanges(ranges)) {
    const { level, n, width } = tileOfNode(node, size)
    const [lo, hi] = [n * TILE_WIDTH, n * TILE_WIDTH + width]
    if (tiles.has(`${level}/${n}`)) continue
    const hashes =
      level === 0 ? (await leaves(lo, hi)).map((name) => hashLeaf(sha256, name)) : (roots[level - 1] ?? []).slice(lo, hi)
    tiles.set(`${level}/${n}`, Buffer.concat(hashes, width * HASH_BYTES))
  }
  return hashesOf(
    sha256,
    readFromTiles(sha256, (level, n) => tiles.get(`${level}/${n}`) ?? new Uint8Array()),
    ranges,
  )
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}
