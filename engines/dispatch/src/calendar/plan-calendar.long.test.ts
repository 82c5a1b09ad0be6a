import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyCalendar } from '../verify/index.ts'
import { planCalendar } from './plan-calendar.ts'
import type { CalendarPlan } from './plan.ts'
import type { CalendarProblem } from './problem.ts'
import { randomCalendar } from './testing/sample-calendar.ts'

const SEED = 'feed'.repeat(16)
const numbers = fc.integer({ min: 0, max: 100_000 })

it('of generated calendars every plan passes verify, every clash names something, and no bound lies above its figure', async () => {
  let [plans, clashes] = [0, 0]
  await fc.assert(
    fc.asyncProperty(numbers, async (number) => {
      const problem = randomCalendar(number)
      const answer = await planCalendar(problem, SEED)
      if (answer.kind === 'plan') {
        plans += 1
        expect([number, verifyCalendar(problem, answer.plan).breaches]).toEqual([number, []])
      } else {
        clashes += 1
        expect(answer.clash.items.length).toBeGreaterThan(0)
      }
    }),
    { seed: 7, numRuns: 200 },
  )
  expect(plans).toBeGreaterThan(50)
  expect(clashes).toBeGreaterThan(50)
}, 120_000)

it('of small generated calendars waiting and openings lie between bound and the least that trying everything finds, and a proven clash is one', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(numbers, async (number) => {
      const whole = randomCalendar(number)
      const problem = { ...whole, units: whole.units.slice(0, 3) }
      const answer = await planCalendar(problem, SEED)
      const least = leastByTrying(problem)
      if (answer.kind === 'no-plan') {
        expect([number, answer.clash.proven && least !== null]).toEqual([number, false])
        return
      }
      compared += 1
      if (least === null) throw new Error(`${number}: trying everything finds no calendar`)
      const { objective, bound } = answer.plan
      expect([number, bound.waiting <= least.waiting, least.waiting]).toEqual([number, true, objective.waiting])
      expect([number, bound.openings <= least.openings, least.openings]).toEqual([number, true, objective.openings])
    }),
    { seed: 11, numRuns: 30 },
  )
  expect(compared).toBeGreaterThan(10)
}, 120_000)

/** Every way to lay the visits, judged by verify alone. */
function leastByTrying(problem: CalendarProblem): CalendarPlan['objective'] | null {
  const ids = problem.periods.map(({ id }) => id)
  const wanted = problem.units.flatMap((unit) =>
    unit.lookBack === undefined || unit.lookBack === null
      ? [{ unit: unit.id, kind: 'first' as const }]
      : [
          { unit: unit.id, kind: 'first' as const },
          { unit: unit.id, kind: 'look-back' as const },
        ],
  )
  const empty = { waiting: 0, openings: 0, imbalance: 0, changes: 0 }
  const plan: CalendarPlan = {
    format: 'shengmian.calendar-plan/1',
    problem: '',
    seed: SEED,
    engine: '',
    visits: [],
    kept: [],
    objective: empty,
    bound: empty,
    certified: empty,
    prices: [],
    years: [],
  }
  const aside = new Set(['problem', 'objective', 'bound', 'certified', 'years'])
  let least: CalendarPlan['objective'] | null = null
  const walk = (visits: CalendarPlan['visits']): void => {
    const next = wanted[visits.length]
    const { breaches, objective } = verifyCalendar(problem, { ...plan, visits })
    const rules = breaches.map(({ rule }) => rule).filter((rule) => !aside.has(rule) && rule !== 'uncovered')
    if (rules.length > 0) return
    if (next !== undefined) {
      for (const period of ids) walk([...visits, { ...next, period }])
      return
    }
    const { waiting, openings } = objective
    if (least === null || waiting < least.waiting || (waiting === least.waiting && openings < least.openings)) least = objective
  }
  walk([])
  return least
}
