import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyPlan } from '../verify/index.ts'
import { planDispatch } from './plan-dispatch.ts'
import { bestByBruteForce } from './testing/brute-force.ts'
import { SEED } from './testing/sample-problem.ts'
import { tinyProblem } from './testing/tiny-problem.ts'

it('on tiny rounds of every mode the solver reaches, and proves, the best of all valid plans, or says rightly that there is none', async () => {
  let plans = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (number) => {
      const problem = tinyProblem(number)
      const answer = await planDispatch(problem, { seed: SEED, effort: 1_000_000 })
      const best = bestByBruteForce(problem, true) ?? bestByBruteForce(problem, false)
      if (answer.kind === 'no-plan') {
        expect(best).toBeNull()
        expect(answer.clash.proven).toBe(true)
        expect(answer.clash.items).not.toEqual([])
        return
      }
      plans++
      expect(verifyPlan(problem, answer.plan).breaches).toEqual([])
      expect(answer.plan.objective).toEqual(best)
      expect(answer.plan.bound).toEqual(best)
    }),
    { numRuns: 24, seed: 20261122 },
  )
  expect(plans).toBeGreaterThan(3)
}, 120_000)
