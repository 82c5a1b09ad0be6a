import { expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { verifyPlan } from '../verify/index.ts'
import { planDispatch } from './plan-dispatch.ts'
import { SEED } from './testing/sample-problem.ts'
import { tinyProblem } from './testing/tiny-problem.ts'

/** Every journey was made in the last round, both ways, and is to be avoided where it can be: a wish that nobody with a home can meet. */
function wishful(problem: Problem): Problem {
  const places = problem.regions.map(({ code }) => code)
  const journeys = places.flatMap((home) => places.map((host) => ({ round: '2025-2', home, host })))
  return { ...problem, rules: { ...problem.rules, again: 'prefer', reversal: 'prefer' }, dispatched: journeys }
}

it('no plan of a generated round breaks a bar, whatever the effort, and a wish that it cannot meet is named', async () => {
  let [plans, unmet] = [0, 0]
  for (let number = 1; number <= 70; number++) {
    const problem = number % 3 === 0 ? wishful(tinyProblem(number)) : tinyProblem(number)
    const answer = await planDispatch(problem, { seed: SEED, effort: number % 2 === 0 ? 1 : 100_000 })
    if (answer.kind === 'no-plan') continue
    plans++
    const verdict = verifyPlan(problem, answer.plan)
    expect(verdict.breaches, `round ${number}`).toEqual([])
    if (answer.plan.objective.memory > 0) {
      unmet++
      expect(verdict.wishes.length, `round ${number}`).toBeGreaterThan(0)
    }
  }
  expect(plans).toBeGreaterThan(10)
  expect(unmet).toBeGreaterThan(0)
})
