import { readFileSync } from 'node:fs'
import {
  EMPTY_EDGE,
  appendLeaves,
  consistencyRanges,
  hashesOf,
  inclusionRanges,
  partialTiles,
  readFromTiles,
  rootOfEdge,
} from '@shengmian/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfHex } from './bytes.ts'
import { growRoot, isConsistent, isIncluded, leafHash } from './merkle.ts'
import { hashes } from './testing/small-ledger.ts'

const { sha256 } = hashes
const hexed = (text: string) => bytesOfHex(text) ?? new Uint8Array()
const vectors = JSON.parse(readFileSync(new URL('../../ledger/vectors/rfc6962.json', import.meta.url), 'utf8')) as {
  leaves: string[]
  roots: string[]
  inclusion: { index: number; size: number; proof: string[] }[]
  consistency: { older: number; size: number; proof: string[] }[]
}
const published = vectors.leaves.map((leaf) => leafHash(sha256, hexed(leaf)))
const rootOf = (size: number) => hexed(vectors.roots[size - 1] ?? '')

const many = Array.from({ length: 700 }, (_, k) => leafHash(sha256, Uint8Array.of(k % 256, k >> 8)))
/** What the writer gives for the first `size` of many leaves. */
function written(size: number) {
  const { edge, full } = appendLeaves(sha256, EMPTY_EDGE, many.slice(0, size))
  const tiles = new Map([...full, ...partialTiles(edge)].map(({ level, n, bytes }) => [`${level}/${n}`, bytes]))
  return {
    root: rootOfEdge(sha256, edge),
    read: readFromTiles(sha256, (level, n) => tiles.get(`${level}/${n}`) ?? new Uint8Array()),
  }
}

describe('the published test tree of RFC 6962', () => {
  it('grows to the published roots', () => {
    const growing = growRoot(sha256)
    for (const [k, leaf] of published.entries()) {
      growing.add(leaf)
      expect(growing.root()).toEqual(rootOf(k + 1))
    }
  })

  it('is proven by the published proofs, and by no other root', () => {
    for (const { index, size, proof } of vectors.inclusion) {
      const leaf = published[index] ?? new Uint8Array()
      expect(isIncluded(sha256, leaf, index, size, proof.map(hexed), rootOf(size))).toBe(true)
      expect(isIncluded(sha256, leaf, index, size, proof.map(hexed), rootOf(1))).toBe(false)
    }
    for (const { older, size, proof } of vectors.consistency) {
      expect(isConsistent(sha256, [older, rootOf(older)], [size, rootOf(size)], proof.map(hexed))).toBe(true)
      if (older !== size) expect(isConsistent(sha256, [older, rootOf(size)], [size, rootOf(size)], proof.map(hexed))).toBe(false)
    }
  })
})

const sizes = fc.integer({ min: 1, max: 700 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size)))

it('accepts every proof that the writer makes', () => {
  fc.assert(
    fc.property(sizes, ([size, index, older]) => {
      const { read, root } = written(size)
      const inclusion = hashesOf(sha256, read, inclusionRanges(index, size))
      expect(isIncluded(sha256, many[index] ?? new Uint8Array(), index, size, inclusion, root)).toBe(true)
      const consistency = hashesOf(sha256, read, consistencyRanges(older, size))
      expect(isConsistent(sha256, [older, written(older).root], [size, root], consistency)).toBe(true)
    }),
    { seed: 9162, numRuns: 150 },
  )
})

it('accepts no proof in which a byte, a place, a size or a hash is another', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat(5), ([size, index, older], where, flip, way) => {
      const { read, root } = written(size)
      const leaf = many[index] ?? new Uint8Array()
      const inclusion = hashesOf(sha256, read, inclusionRanges(index, size)).map((hash) => hash.slice())
      const consistency = hashesOf(sha256, read, consistencyRanges(older, size)).map((hash) => hash.slice())
      const bent = (list: Uint8Array[]) => {
        if (way === 0) return list.slice(0, -1)
        if (way === 1) return [...list, root]
        const hash = list[where % Math.max(list.length, 1)]
        if (hash !== undefined) hash[where % 32] = (hash[where % 32] ?? 0) ^ flip
        return list
      }
      const isTouched = way === 1 || inclusion.length > 0
      if (isTouched) expect(isIncluded(sha256, leaf, index, size, bent(inclusion), root)).toBe(false)
      expect(
        isIncluded(
          sha256,
          leaf,
          (index + 1) % Math.max(size, 2),
          size,
          hashesOf(sha256, read, inclusionRanges(index, size)),
          root,
        ),
      ).toBe(false)
      if (way === 1 || consistency.length > 0)
        expect(isConsistent(sha256, [older, written(older).root], [size, root], bent(consistency))).toBe(false)
    }),
    { seed: 6962, numRuns: 300 },
  )
})
