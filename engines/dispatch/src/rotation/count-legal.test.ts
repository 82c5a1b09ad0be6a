import { expect, it } from 'vitest'
import { countLegalPermutations } from './count-legal.ts'
import { permutations } from './testing/sample-rotation.ts'

const isLegal = (order: readonly number[]): boolean => order.every((host, home) => host !== home && order[host] !== home)

it('the recurrence counts what trying all permutations counts, up to 8 members: 24 of five, 160 of six, 1,140 of seven', () => {
  const tried = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((size) => permutations(size).filter(isLegal).length)
  expect(tried.slice(5, 8)).toEqual([24, 160, 1140])
  expect(tried.map((_, size) => countLegalPermutations(size))).toEqual(tried.map(BigInt))
})

it('larger zones are counted exactly, beyond what a double holds', () => {
  expect(countLegalPermutations(13)).toBe(1_389_428_832n)
  expect(countLegalPermutations(16)).toBe(4_668_504_894_480n)
  expect(countLegalPermutations(95).toString()).toMatch(/^23[0-9]{146}$/)
})
