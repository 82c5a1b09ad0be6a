import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { shuffled, streamFrom } from './stream.ts'

const SEED = '5eed'.repeat(16)

it('the words of a stream are SHA-256 of label, zero byte, seed and counter, as anybody can recompute', () => {
  const stream = streamFrom(SEED, 'label')
  const hashed = [0, 1].flatMap((counter) => {
    const tail = Buffer.alloc(8)
    tail.writeBigUInt64BE(BigInt(counter))
    const hash = createHash('sha256').update('label\0').update(Buffer.from(SEED, 'hex')).update(tail).digest()
    return Array.from({ length: 8 }, (_, k) => hash.readUInt32BE(4 * k))
  })
  expect(Array.from({ length: 16 }, () => stream(2 ** 32))).toEqual(hashed)
})

it('another label is another stream', () => {
  const [one, other] = ['a', 'b'].map((label) => Array.from({ length: 8 }, () => streamFrom(SEED, label)(1000)))
  expect(one).not.toEqual(other)
})

it('values that would favour small results are thrown away, also above 2^32', () => {
  const limits = [3 * 2 ** 30, 3 * 2 ** 51]
  for (const limit of limits) {
    const stream = streamFrom(SEED, `of ${limit}`)
    const values = Array.from({ length: 3000 }, () => stream(limit))
    expect(Math.max(...values)).toBeLessThan(limit)
    // without rejection the lower third would come twice as often as each of the others
    const low = values.filter((value) => value < limit / 3).length
    expect(Math.abs(low - 1000)).toBeLessThan(120)
  }
})

it('a shuffle is a permutation, and all 24 of four come equally often', () => {
  const stream = streamFrom(SEED, 'shuffles')
  const counts = new Map<string, number>()
  for (let k = 0; k < 24_000; k++) {
    const order = shuffled(stream, 4).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  // 49.7 is the 0.1 % point of chi-square with 23 degrees of freedom
  expect(chi).toBeLessThan(49.7)
})
