// Plans a problem and holds the answer against the independent verifier: no test looks at a plan that breaks a rule.
import { expect } from 'vitest'
import { verifyPlan } from '../../verify/index.ts'
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import type { Clash, DispatchAnswer } from '../answer.ts'
import { planDispatch, type DispatchOptions } from '../plan-dispatch.ts'
import { SEED } from './sample-problem.ts'

const EFFORT = 5_000_000

export async function answerOf(
  problem: Problem,
  options: Partial<DispatchOptions> = {},
): Promise<Extract<DispatchAnswer, { kind: 'plan' }>> {
  const answer = await planDispatch(problem, { seed: SEED, effort: EFFORT, ...options })
  if (answer.kind !== 'plan') throw new Error(`no plan: ${answer.clash.en} ${JSON.stringify(answer.clash.items)}`)
  expect(verifyPlan(problem, answer.plan).breaches).toEqual([])
  return answer
}

export async function planOf(problem: Problem, options: Partial<DispatchOptions> = {}): Promise<Plan> {
  return (await answerOf(problem, options)).plan
}

export async function clashOf(problem: Problem): Promise<Clash> {
  const answer = await planDispatch(problem, { seed: SEED, effort: EFFORT })
  if (answer.kind === 'plan') throw new Error('a plan was found where none was expected')
  expect(answer.clash.proven).toBe(true)
  return answer.clash
}
