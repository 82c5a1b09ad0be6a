import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSolution, NO_WORK, solutionOf, workOn, type Challenge } from './work.ts'

function solve(challenge: Challenge, step: number): string {
  let work = NO_WORK
  for (;;) {
    work = workOn(challenge, work, step)
    const solution = solutionOf(work)
    if (solution !== null) return solution
  }
}

it('Work is done in any steps, and its solution fits one challenge only', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 500 }), (text, step) => {
      const challenge = { text, tries: 300 }
      const solution = solve(challenge, step)
      expect(solution).toBe(solve(challenge, 1_000))
      expect(isSolution(challenge, solution)).toBe(true)
      expect(isSolution({ ...challenge, text: `${text}.` }, solution)).toBe(false)
      expect(isSolution({ ...challenge, tries: 2 ** 31 }, solution)).toBe(false)
    }),
    { seed: 8, numRuns: 20 },
  )
})

it('What is no solution is refused', () => {
  const challenge = { text: 'x', tries: 1 }
  for (const text of ['', '00', '0'.repeat(62), 'g'.repeat(64), '0'.repeat(66)]) expect(isSolution(challenge, text)).toBe(false)
  expect(isSolution(challenge, '0'.repeat(64))).toBe(true)
})
