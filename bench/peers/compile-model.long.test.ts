import { planDispatch } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { expect, it } from 'vitest'
import { makeProblem } from '../dispatch/family/make-problem.ts'
import { MEMBERS, type Member } from '../dispatch/family/members.ts'
import { compileModel } from './compile-model.ts'
import { planOfTeams } from './plan-of-teams.ts'

it('what the engine proves optimal lies in the model that the peers read, at the same cost, and comes back as the same plan', async () => {
  const problem = makeProblem('small', { ...(MEMBERS['D'] as Member), people: 60, teams: 6, seniors: 27 })
  const answer = await planDispatch(problem, { seed: '0'.repeat(64), effort: 1_000_000 })
  if (answer.kind !== 'plan') throw new Error('no plan')
  const model = compileModel(problem)
  const index = new Map(problem.people.map(({ id }, i) => [id, i]))
  const teams = answer.plan.teams.map(({ members }) => members.map(({ person }) => index.get(person) ?? -1))
  let travel = 0
  teams.forEach((people, t) => {
    const team = model.teams[t]
    const cost = new Map(team?.arcs)
    for (const i of people) travel += cost.get(i) ?? Number.NaN
    for (const [mask, least, most] of team?.rows ?? []) {
      const count = people.filter((i) => ((model.traits[i] ?? 0) & mask) !== 0).length
      expect(count).toBeGreaterThanOrEqual(least)
      expect(count).toBeLessThanOrEqual(most)
    }
  })
  expect(travel).toBe(answer.plan.objective.travel)
  const again = planOfTeams(problem, 'peer', teams)
  expect(verifyPlan(problem, again).breaches).toEqual([])
  expect(again.objective).toEqual(answer.plan.objective)
})

it('an answer that deals people out by number is refused by verify, whatever a peer says of it', () => {
  const problem = makeProblem('small', { ...(MEMBERS['D'] as Member), people: 60, teams: 6, seniors: 27 })
  const byNumber = problem.teams.map(({ slots }, t) => slots.map((_, s) => t * slots.length + s))
  const broken = new Set(verifyPlan(problem, planOfTeams(problem, 'peer', byNumber)).breaches.map(({ rule }) => rule))
  expect([...broken]).toEqual(expect.arrayContaining(['slot', 'home']))
})
