import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyCalendar } from '../verify/index.ts'
import { planCalendar } from './plan-calendar.ts'
import { restateCalendar } from './restate-calendar.ts'
import { randomCalendar } from './testing/sample-calendar.ts'

const SEED = 'beef'.repeat(16)
const FIGURES = new Set(['problem', 'objective', 'certified', 'years'])

it('of calendars with one visit moved the restated figures are those of verify, whatever rule the move breaks', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 100_000 }), fc.nat(), fc.nat(), async (number, whom, where) => {
      const problem = randomCalendar(number)
      const answer = await planCalendar(problem, SEED)
      if (answer.kind === 'no-plan') return
      const { visits } = answer.plan
      const open = problem.periods.slice(problem.past)
      const period = open[where % open.length]?.id ?? ''
      const changed = visits.map((visit, k) => (k === whom % visits.length ? { ...visit, period } : visit))
      const { breaches } = verifyCalendar(problem, restateCalendar(problem, answer.plan, changed))
      expect([number, breaches.filter(({ rule }) => FIGURES.has(rule))]).toEqual([number, []])
      moved += 1
    }),
    { seed: 23, numRuns: 14 },
  )
  expect(moved).toBeGreaterThan(4)
})

it('unchanged visits keep figures and certificate, and a period more that is past takes its price away', async () => {
  const problem = randomCalendar(6)
  const answer = await planCalendar(problem, SEED)
  if (answer.kind === 'no-plan') throw new Error('no calendar')
  const same = restateCalendar(problem, answer.plan)
  expect([same.objective, same.certified]).toEqual([answer.plan.objective, answer.plan.certified])
  expect(verifyCalendar(problem, same).breaches).toEqual([])
  const first = problem.periods[problem.past]?.id
  const later = {
    ...problem,
    past: problem.past + 1,
    units: problem.units.map((unit) => {
      const at = answer.plan.visits.find((visit) => visit.unit === unit.id && visit.kind === 'first')?.period
      return at === first ? { ...unit, pinned: at ?? null } : unit
    }),
  }
  const restated = restateCalendar(later, answer.plan)
  expect(restated.prices.map(({ milli }) => milli.length)).toEqual(
    answer.plan.prices.map(() => problem.periods.length - later.past),
  )
  expect(verifyCalendar(later, restated).breaches.filter(({ rule }) => FIGURES.has(rule))).toEqual([])
})
