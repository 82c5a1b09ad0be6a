import { expect, it } from 'vitest'
import { below, randomFrom } from './random.ts'
import { THRESHOLDS } from './thresholds.ts'

const SEED = 'ab'.repeat(32)

it('a seed gives one stream of 32-bit integers, on every machine', () => {
  const [one, other] = [randomFrom(SEED), randomFrom(SEED)]
  const stream = Array.from({ length: 1000 }, () => one())
  expect(Array.from({ length: 1000 }, () => other())).toEqual(stream)
  expect(stream.every((word) => Number.isInteger(word) && word >= 0 && word < 2 ** 32)).toBe(true)
  expect(new Set(stream).size).toBeGreaterThan(990)
  expect(randomFrom('cd'.repeat(32))()).not.toBe(stream[0])
})

it('draws below a limit come out even', () => {
  const random = randomFrom(SEED)
  const counts = new Int32Array(7)
  for (let k = 0; k < 70_000; k++) {
    const drawn = below(random, 7)
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})

it('thresholds are −ln(u) in 1/1024 to the last unit', () => {
  THRESHOLDS.forEach((threshold, k) => expect(Math.abs(threshold + Math.log((k + 0.5) / 4096) * 1024)).toBeLessThanOrEqual(1))
})
