import { readFile } from 'node:fs/promises'
import type { Plan, Problem } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

async function planned(problem: Problem) {
  const desk = await aDesk()
  await shengmian(['plan', await desk.lay('problem.json', problem), '--out', desk.path('plan.json')])
  return { desk, older: JSON.parse(await readFile(desk.path('plan.json'), 'utf8')) as Plan }
}

it('shengmian repair mends the plan for the changed problem, says who moves and why no fewer', async () => {
  const problem = aProblem()
  const { desk, older } = await planned(problem)
  const gone = older.teams[0]?.members[2]?.person ?? ''
  const later = { ...problem, people: problem.people.map((own) => (own.id === gone ? { ...own, unavailable: true } : own)) }
  const args = ['repair', await desk.lay('later.json', later), desk.path('plan.json'), '--out', desk.path('new.json')]
  const ended = await shengmian(args)
  expect(ended.code).toBe(0)
  expect(ended.out).toContain('2 people moved, proven the fewest')
  expect(ended.out).toContain('nobody moved: no other slots')
  expect(ended.out).toContain(`moved ${gone}: t001 → —`)
  const plan = JSON.parse(await readFile(desk.path('new.json'), 'utf8')) as Plan
  expect(verifyPlan(later, plan).breaches).toEqual([])
  expect(plan.unassigned).toContain(gone)
})

it('shengmian repair plans again where the places changed, and proves nothing then', async () => {
  const problem = aProblem()
  const { desk } = await planned(problem)
  const [first] = problem.targets
  if (first === undefined) throw new Error('the sample has a target')
  const later = { ...problem, targets: [...problem.targets, { ...first, id: 'u009', name: 'u009', insiders: [] }] }
  const args = ['repair', await desk.lay('later.json', later), desk.path('plan.json'), '--out', desk.path('new.json')]
  const ended = await shengmian(args)
  expect(ended.code).toBe(0)
  expect(ended.out).toContain('no longer answer the problem')
  expect(ended.out).toContain('is not proven here')
  expect(verifyPlan(later, JSON.parse(await readFile(desk.path('new.json'), 'utf8')) as Plan).breaches).toEqual([])
})

it('shengmian repair without --out, or on a plan that is none, changes nothing and ends with 2', async () => {
  const { desk } = await planned(aProblem())
  expect((await shengmian(['repair', desk.path('problem.json'), desk.path('plan.json')])).code).toBe(2)
  const wrong = ['repair', desk.path('problem.json'), desk.path('problem.json'), '--out', desk.path('new.json')]
  expect((await shengmian(wrong)).code).toBe(2)
})
