import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex } from './bytes.ts'
import { consistencyRanges, hashesOf, inclusionRanges, nodesOfRanges } from './proofs.ts'
import { nodeHashes } from './testing/node-hashes.ts'
import {
  EMPTY_EDGE,
  appendLeaves,
  bundleOf,
  partialTiles,
  pathOfTile,
  readFromTiles,
  rootOfEdge,
  tileOfNode,
  type Edge,
  type Tile,
} from './tiles.ts'
import { emptyRoot, hashLeaf, hashText, treeRoot } from './tree.ts'

const { sha256 } = nodeHashes
const vectors = JSON.parse(readFileSync(new URL('../vectors/rfc6962.json', import.meta.url), 'utf8')) as {
  leaves: string[]
  emptyRoot: string
  roots: string[]
  inclusion: { index: number; size: number; proof: string[] }[]
  consistency: { older: number; size: number; proof: string[] }[]
}
const leafAt = (k: number) => hashLeaf(sha256, new TextEncoder().encode(`leaf ${k}`))

/** A log with its tiles, grown in steps. */
function grow(leaves: readonly Uint8Array[], step: number): { edge: Edge; read: ReturnType<typeof readFromTiles> } {
  const kept = new Map<string, Uint8Array>()
  const keep = ({ level, n, bytes }: Tile) => kept.set(`${level}/${n}`, bytes)
  let edge = EMPTY_EDGE
  for (let at = 0; at < leaves.length; at += step) {
    const grown = appendLeaves(sha256, edge, leaves.slice(at, at + step))
    for (const tile of grown.full) keep(tile)
    edge = grown.edge
  }
  for (const tile of partialTiles(edge)) keep(tile)
  return { edge, read: readFromTiles(sha256, (level, n) => kept.get(`${level}/${n}`) ?? new Uint8Array()) }
}

it('gives the roots and proofs of the published test tree of RFC 6962', () => {
  const leaves = vectors.leaves.map((leaf) => hashLeaf(sha256, Buffer.from(leaf, 'hex')))
  expect(hex(emptyRoot(sha256))).toBe(vectors.emptyRoot)
  for (const [k, root] of vectors.roots.entries()) {
    const { edge, read } = grow(leaves.slice(0, k + 1), 1)
    expect(hex(rootOfEdge(sha256, edge))).toBe(root)
    expect(hex(treeRoot(sha256, read, k + 1))).toBe(root)
  }
  for (const { index, size, proof } of vectors.inclusion) {
    const { read } = grow(leaves.slice(0, size), 3)
    expect(hashesOf(sha256, read, inclusionRanges(index, size)).map(hex)).toEqual(proof)
  }
  for (const { older, size, proof } of vectors.consistency) {
    const { read } = grow(leaves.slice(0, size), 3)
    expect(hashesOf(sha256, read, consistencyRanges(older, size)).map(hex)).toEqual(proof)
  }
})

it('gives one root, however the leaves come in, and from edge and tiles alike', () => {
  const leaves = Array.from({ length: 66_000 }, (_, k) => leafAt(k % 1000))
  const whole = grow(leaves, 66_000)
  const pieces = grow(leaves, 999)
  expect(hex(rootOfEdge(sha256, pieces.edge))).toBe(hex(rootOfEdge(sha256, whole.edge)))
  expect(hex(treeRoot(sha256, pieces.read, 66_000))).toBe(hex(rootOfEdge(sha256, whole.edge)))
  expect(partialTiles(whole.edge).map(({ level, n, bytes }) => [level, n, bytes.length / 32])).toEqual([
    [0, 257, 208],
    [1, 1, 1],
    [2, 0, 1],
  ])
})

it('lays out a tree of 70,000 as the specification says, and names its files', () => {
  const { edge } = grow(
    Array.from({ length: 70_000 }, (_, k) => leafAt(k % 256)),
    70_000,
  )
  const partial = partialTiles(edge).map(({ level, n, bytes }) => pathOfTile(level, n, bytes.length / 32))
  expect(partial).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
  expect(pathOfTile(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067')
  expect(pathOfTile('entries', 5, 7)).toBe('tile/entries/005.p/7')
})

it('asks only for tiles that a log of the size serves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(), fc.nat(), (size, a, b) => {
      const ranges = [...inclusionRanges(a % size, size), ...consistencyRanges(b % (size + 1), size)]
      for (const node of nodesOfRanges(ranges)) {
        const { width, n, level } = tileOfNode(node, size)
        expect(width).toBeGreaterThan(0)
        const first = node.index * 2 ** (node.level % 8) - n * 256
        expect(first + 2 ** (node.level % 8)).toBeLessThanOrEqual(width)
        expect(level).toBe(Math.floor(node.level / 8))
      }
    }),
    { seed: 6962, numRuns: 500 },
  )
})

it('puts every entry behind its length, and refuses one that is too long', () => {
  expect([...bundleOf([new Uint8Array(300).fill(7), new Uint8Array()])].slice(0, 3)).toEqual([1, 44, 7])
  expect(bundleOf([new Uint8Array(300), new Uint8Array()]).length).toBe(304)
  expect(() => bundleOf([new Uint8Array(65_536)])).toThrow('fits into no bundle')
})

it('an entry that is still a text has the hash and the length of its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (entry) => {
      const bytes = new TextEncoder().encode(entry)
      const { hash, length } = hashText(sha256, entry)
      expect([hex(hash), length]).toEqual([hex(hashLeaf(sha256, bytes)), bytes.length])
    }),
    { seed: 1128, numRuns: 200 },
  )
})
