import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastAssignment } from './assignment.ts'

function bruteForce(cost: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number {
  if (row === cost.length) return 0
  return Math.min(
    Infinity,
    ...cost.map((_, column) =>
      used.includes(column) ? Infinity : (cost[row]?.[column] ?? Infinity) + bruteForce(cost, row + 1, [...used, column]),
    ),
  )
}

it('is what trying every assignment finds', () => {
  const entry = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -50, max: 1000 }) },
    { weight: 1, arbitrary: fc.constant(Infinity) },
  )
  const square = fc.integer({ min: 0, max: 5 }).chain((size) => {
    const row = fc.array(entry, { minLength: size, maxLength: size })
    return fc.array(row, { minLength: size, maxLength: size })
  })
  fc.assert(
    fc.property(square, (cost) => {
      expect(leastAssignment(cost)).toBe(bruteForce(cost))
    }),
    { numRuns: 600, seed: 4 },
  )
})
