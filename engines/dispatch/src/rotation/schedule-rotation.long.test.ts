import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyRotation } from '../verify/index.ts'
import type { RotationPlan } from './plan.ts'
import type { RotationProblem } from './problem.ts'
import { countRounds, drawNextRound, scheduleRotation } from './schedule-rotation.ts'
import { randomRotation } from './testing/random-rotation.ts'
import { permutations } from './testing/sample-rotation.ts'

const SEED = 'feed'.repeat(16)

describe('generated rotations', () => {
  it('of generated rotations every schedule and every draw passes verify, and no bound lies above its figure', async () => {
    let plans = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), async (number) => {
        const problem = randomRotation(number, [3, 9])
        const drawn = await drawNextRound(problem, SEED)
        const scheduled = await scheduleRotation(problem, SEED)
        for (const answer of [scheduled, drawn]) {
          if (answer.kind === 'plan') expect(verifyRotation(problem, answer.plan).breaches).toEqual([])
          if (answer.kind === 'plan') plans += 1
          else expect(answer.ending.length).toBeGreaterThan(0)
        }
      }),
      { seed: 7, numRuns: 150 },
    )
    expect(plans).toBeGreaterThan(180)
  }, 60_000)

  it('of generated rotations with nothing forgotten the count is what trying everything finds', async () => {
    const found = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), async (number) => {
        const { rules, ...rest } = randomRotation(number, [3, 5])
        const people = rest.members.map(({ code, name }) => ({ code, name }))
        const problem = { ...rest, members: people, rules: { ...rules, again: 'bar' as const, repeatRounds: null } }
        const [count] = await countRounds(problem)
        const most = mostByTrying(problem)
        expect([number, count?.reached]).toEqual([number, most])
        expect(count?.most).toBeGreaterThanOrEqual(most)
        found.set(most, (found.get(most) ?? 0) + 1)
      }),
      { seed: 11, numRuns: 120 },
    )
    expect(found.size).toBeGreaterThan(3)
  }, 60_000)
})

describe('the bounds of a schedule', () => {
  it('lie at or below the best of all schedules of up to two rounds of four or five members, which is reached where repeats and swaps are barred for good', async () => {
    let [proven, all] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), async (number) => {
        const problem = { ...randomRotation(number, [4, 5]), wanted: 1 + (number % 2) }
        const alike = { ...problem, members: problem.members.map(({ code, name }) => ({ code, name })) }
        const answer = await scheduleRotation(alike, SEED)
        if (answer.kind !== 'plan') return
        const { objective, bound } = answer.plan
        const best = bestByTrying(alike)
        expect([number, (bound.memory ?? 0) <= best.memory]).toEqual([number, true])
        const { noSwap = true, repeatRounds = null, again = 'bar' } = alike.rules
        // swaps that are allowed, pairs that may come again and memories that fade are planned on the safe side
        if (noSwap && repeatRounds === null && again === 'bar')
          expect([number, objective.memory, objective.travel]).toEqual([number, best.memory, best.travel])
        if (objective.memory === best.memory) expect([number, (bound.travel ?? 0) <= best.travel]).toEqual([number, true])
        all += 1
        if (objective.memory === best.memory && objective.travel === best.travel) proven += 1
      }),
      { seed: 5, numRuns: 120 },
    )
    expect(proven / all).toBeGreaterThan(0.9)
  }, 60_000)
})

/** The least memory, then travel, of all schedules that `verify` accepts but for their stated figures. */
function bestByTrying(problem: RotationProblem): { memory: number; travel: number } {
  const codes = problem.members.map(({ code }) => code)
  const orders = permutations(codes.length).filter((order) => order.every((host, home) => host !== home))
  const rounds = orders.map((order) => order.map((host, home) => ({ home: codes[home] ?? '', host: codes[host] ?? '' })))
  const judge = (chosen: RotationPlan['rounds']) => {
    const plan = {
      rounds: chosen,
      way: 'schedule',
      problem: '',
      objective: { memory: 0, travel: 0 },
      bound: { memory: null, travel: null },
    }
    const { breaches, objective } = verifyRotation({ ...problem, wanted: chosen.length }, plan as unknown as RotationPlan)
    return { objective, isLegal: breaches.every(({ rule }) => rule === 'problem' || rule === 'objective') }
  }
  const first = rounds.filter((round) => judge([round]).isLegal)
  const schedules = problem.wanted === 1 ? first.map((round) => [round]) : first.flatMap((one) => rounds.map((two) => [one, two]))
  return schedules
    .map(judge)
    .filter(({ isLegal }) => isLegal)
    .map(({ objective }) => objective)
    .reduce((best, one) => (one.memory < best.memory || (one.memory === best.memory && one.travel < best.travel) ? one : best), {
      memory: Infinity,
      travel: Infinity,
    })
}

/** The longest sequence of rounds under bars, past and rules, by trying all of them. */
function mostByTrying(problem: RotationProblem): number {
  const { noSwap = true, reversal = 'prefer' } = problem.rules
  const codes = problem.members.map(({ code }) => code)
  const pair = (a: number, b: number): string => `${codes[a]} ${codes[b]}`
  const barred = new Set(problem.barred.map(({ home, host }) => `${home} ${host}`))
  for (const { home, host } of problem.dispatched) {
    barred.add(`${home} ${host}`)
    if (reversal === 'bar') barred.add(`${host} ${home}`)
  }
  const legal = permutations(codes.length).filter((order) =>
    order.every((host, home) => host !== home && !(noSwap && order[host] === home) && !barred.has(pair(home, host))),
  )
  const longest = (used: ReadonlySet<string>, from: number): number => {
    let best = 0
    for (let k = from; k < legal.length; k++) {
      const order = legal[k] ?? []
      if (order.some((host, home) => used.has(pair(home, host)))) continue
      const next = new Set(used)
      order.forEach((host, home) => {
        next.add(pair(home, host))
        if (reversal === 'bar') next.add(pair(host, home))
      })
      best = Math.max(best, 1 + longest(next, k + 1))
    }
    return best
  }
  return longest(new Set(), 0)
}
