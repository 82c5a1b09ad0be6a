// The layout of C2SP tlog-tiles: 256 hashes a tile, every full tile the child of one hash in a tile above; nothing full ever changes.
import type { Hash } from './bytes.ts'
import { emptyRoot, hashNode, type ReadNode, type TreeNode } from './tree.ts'

export const TILE_WIDTH = 256
const HASH_BYTES = 32

/** A tile: level 0 holds leaf hashes; `width` hashes of 32 bytes, 256 when full. */
export interface Tile {
  readonly level: number
  readonly n: number
  readonly bytes: Uint8Array
}

/** A tile of 256 hashes and their root, which is one hash of the tile above. */
export interface FullTile extends Tile {
  readonly root: Uint8Array
}

/** What is not yet in full tiles: at each tile level the hashes of the partial tile, fewer than 256. */
export interface Edge {
  readonly size: number
  readonly levels: readonly (readonly Uint8Array[])[]
}

export const EMPTY_EDGE: Edge = { size: 0, levels: [] }

/** Adds leaf hashes at the end: the new edge, and the tiles that became full, lower levels first. */
export function appendLeaves(sha256: Hash, edge: Edge, leaves: readonly Uint8Array[]): { edge: Edge; full: readonly FullTile[] } {
  const levels = edge.levels.map((hashes) => [...hashes])
  const full: FullTile[] = []
  let size = edge.size
  for (const leaf of leaves) {
    size++
    let carried: Uint8Array = leaf
    for (let level = 0; ; level++) {
      const hashes = (levels[level] ??= [])
      hashes.push(carried)
      if (hashes.length < TILE_WIDTH) break
      carried = fold(sha256, hashes)
      full.push({ level, n: size / TILE_WIDTH ** (level + 1) - 1, bytes: bytesOf(hashes), root: carried })
      levels[level] = []
    }
  }
  return { edge: { size, levels }, full }
}

/** The partial tiles of an edge, empty ones left out. */
export function partialTiles(edge: Edge): readonly Tile[] {
  return edge.levels.flatMap((hashes, level) =>
    hashes.length === 0 ? [] : [{ level, n: Math.floor(edge.size / TILE_WIDTH ** (level + 1)), bytes: bytesOf(hashes) }],
  )
}

/** The root over everything that an edge stands for. */
export function rootOfEdge(sha256: Hash, edge: Edge): Uint8Array {
  let root: Uint8Array | null = null
  for (const hashes of edge.levels) {
    // Largest subtree first from the left, so folded from the right: the smallest, then what is left of it.
    for (let [width, end] = [1, hashes.length]; end > 0; width *= 2) {
      if (end % (width * 2) === 0) continue
      const subtree = fold(sha256, hashes.slice(end - width, end))
      root = root === null ? subtree : hashNode(sha256, subtree, root)
      end -= width
    }
  }
  return root ?? emptyRoot(sha256)
}

/** The tile in which the hashes under a node lie, and how wide it must be for a tree of `size` leaves. */
export function tileOfNode({ level, index }: TreeNode, size: number): { level: number; n: number; width: number } {
  const tileLevel = Math.floor(level / 8)
  const n = Math.floor((index * 2 ** (level % 8)) / TILE_WIDTH)
  const hashes = Math.floor(size / TILE_WIDTH ** tileLevel)
  return { level: tileLevel, n, width: Math.min(TILE_WIDTH, hashes - n * TILE_WIDTH) }
}

/** Reads nodes out of tiles; `tile` answers the bytes of a tile, as long as need be. */
export function readFromTiles(sha256: Hash, tile: (level: number, n: number) => Uint8Array): ReadNode {
  return ({ level, index }) => {
    const [tileLevel, width] = [Math.floor(level / 8), 2 ** (level % 8)]
    const first = index * width
    const bytes = tile(tileLevel, Math.floor(first / TILE_WIDTH))
    const from = (first % TILE_WIDTH) * HASH_BYTES
    const hashes = Array.from({ length: width }, (_, k) => bytes.subarray(from + k * HASH_BYTES, from + (k + 1) * HASH_BYTES))
    if (hashes.some((hash) => hash.length < HASH_BYTES)) throw new Error(`tile ${tileLevel}/${tilePath(first)} is too narrow`)
    return fold(sha256, hashes)
  }
}

/** Where a tile lies below the log's prefix, such as `tile/0/x001/234.p/5`. */
export function pathOfTile(level: number | 'entries', n: number, width: number): string {
  return `tile/${level}/${tilePath(n)}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** An entry bundle: every entry after its length in two bytes, the higher first. Entries are shorter than 65,536 bytes. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > 65_535) throw new Error(`an entry of ${entry.length} bytes fits into no bundle`)
    bytes[at] = entry.length >>> 8
    bytes[at + 1] = entry.length & 255
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

function tilePath(n: number): string {
  const digits = String(n)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  return groups.map((group, k) => (k === groups.length - 1 ? group : `x${group}`)).join('/')
}

/** The root of a full subtree: a power of two of hashes. */
function fold(sha256: Hash, hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let k = 0; k + 1 < row.length; k += 2) above.push(hashNode(sha256, at(row, k), at(row, k + 1)))
    row = above
  }
  return at(row, 0)
}

function at(hashes: readonly Uint8Array[], k: number): Uint8Array {
  const hash = hashes[k]
  if (hash === undefined) throw new Error('a subtree without hashes')
  return hash
}

function bytesOf(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES)
  for (const [k, hash] of hashes.entries()) bytes.set(hash, k * HASH_BYTES)
  return bytes
}
