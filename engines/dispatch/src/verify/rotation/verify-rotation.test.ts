import { expect, it } from 'vitest'
import type { RotationPlan } from '../../rotation/plan.ts'
import type { RotationProblem } from '../../rotation/problem.ts'
import { scheduleRotation } from '../../rotation/schedule-rotation.ts'
import { members, rotation } from '../../rotation/testing/sample-rotation.ts'
import { verifyRotation } from './verify-rotation.ts'

const people = members(5)
const [a = '', b = '', c = '', d = '', e = ''] = people.map(({ code }) => code)
const problem = rotation({
  members: people,
  wanted: 2,
  rounds: ['2019', '2020'],
  rules: { reversal: 'bar', repeatRounds: 1 },
  barred: [{ home: a, host: e, why: 'leaders are kin', source: 'letter 3' }],
  travel: [[a, b, 7]],
})
const ring = (...codes: string[]) => codes.map((home, k) => ({ home, host: codes[(k + 1) % codes.length] ?? '' }))

async function planOf(asked: RotationProblem): Promise<RotationPlan> {
  const answer = await scheduleRotation(asked, '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  return answer.plan
}

/** The rules that a plan of these rounds breaks, its figures and hash aside. */
async function broken(rounds: RotationPlan['rounds'], asked: RotationProblem = problem): Promise<string[]> {
  const plan = await planOf(problem)
  const { breaches } = verifyRotation(asked, { ...plan, rounds })
  return [...new Set(breaches.map(({ rule }) => rule))].filter((rule) => rule !== 'objective' && rule !== 'problem').toSorted()
}

it('a schedule of the solver is valid, whatever order its pairs are in', async () => {
  const plan = await planOf(problem)
  expect(verifyRotation(problem, plan)).toMatchObject({ isValid: true, breaches: [] })
  expect(verifyRotation(problem, { ...plan, rounds: plan.rounds.map((round) => round.toReversed()) }).isValid).toBe(true)
})

it.each([
  ['rounds', [ring(a, b, c, d, e).map((pair) => pair)]],
  ['self', [[{ home: a, host: a }, ...ring(b, c, d, e)], ring(b, e, d, c, a)]],
  ['swap', [[...ring(a, b), ...ring(c, d, e)], ring(a, c, b, e, d)]],
  ['barred', [[...ring(a, e, b), ...ring(c, d)], ring(a, c, b, d, e)]],
  ['again', [ring(a, b, c, d, e), ring(a, b, d, e, c)]],
  ['reversal', [ring(a, b, c, d, e), ring(a, c, b, e, d)]],
  ['twice', [[...ring(a, b, c, d, e), { home: a, host: b }], ring(a, c, e, b, d)]],
  ['stranger', [[...ring(a, b, c, d, e), { home: '999999', host: b }], ring(a, c, e, b, d)]],
  ['sends', [ring(a, b, c, d, e).slice(1), ring(a, c, e, b, d)]],
  ['receives', [ring(a, b, c, d, e).slice(1), ring(a, c, e, b, d)]],
])('names a breach of %s', async (rule, rounds) => {
  expect(await broken(rounds)).toContain(rule)
})

it('two rings that keep every rule break none', async () => {
  expect(await broken([ring(a, b, c, d, e), ring(a, c, e, b, d)], { ...problem, barred: [] })).toEqual([])
})

it('what the past round did is remembered as long as the rules say', async () => {
  const dispatched = [{ round: '2019', home: a, host: b }]
  const rounds = [ring(a, b, c, d, e), ring(a, c, e, b, d)]
  const free = { ...problem, barred: [], dispatched }
  expect(await broken(rounds, free)).toEqual([])
  expect(await broken(rounds, { ...free, rules: { ...problem.rules, repeatRounds: 2 } })).toEqual(['again'])
  expect(await broken(rounds, { ...free, rules: { ...problem.rules, repeatRounds: null } })).toEqual(['again'])
  expect(await broken(rounds, { ...free, rules: { again: 'off', repeatRounds: 2 } })).toEqual([])
})

it('a pair across zones is named with both zones', async () => {
  const zoned = { ...problem, barred: [], members: people.map((member, k) => ({ ...member, zone: k < 3 ? '城区' : '郊区' })) }
  const { breaches } = verifyRotation(zoned, { ...(await planOf(problem)), rounds: [ring(a, b, c, d, e), ring(a, c, e, b, d)] })
  const zone = breaches.find(({ rule }) => rule === 'zone')
  expect(zone?.fact.zh).toBe('河西区在片区城区，南开区在片区郊区')
})

it('a figure that is not so, a bound above it and another problem’s hash are breaches', async () => {
  const plan = await planOf(problem)
  const rules = (changed: Partial<RotationPlan>) =>
    verifyRotation(problem, { ...plan, ...changed }).breaches.map(({ rule }) => rule)
  expect(rules({ objective: { ...plan.objective, travel: plan.objective.travel + 1 } })).toEqual(['objective'])
  expect(rules({ bound: { memory: 0, travel: plan.objective.travel + 1 } })).toEqual(['bound'])
  expect(rules({ problem: `sha256:${'0'.repeat(64)}` })).toEqual(['problem'])
})
