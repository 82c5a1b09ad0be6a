import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planCalendar } from '../../calendar/plan-calendar.ts'
import type { CalendarPlan } from '../../calendar/plan.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import { restateCalendar } from '../../calendar/restate-calendar.ts'
import { calendar, months, villages } from '../../calendar/testing/sample-calendar.ts'
import { verifyCalendar } from './verify-calendar.ts'

const MONTHS = months(2026)

function spaced(spacing: number, past: number): CalendarProblem {
  return calendar({
    periods: MONTHS,
    past,
    spacing,
    units: villages(9, 3).map((unit) => ({ ...unit, stay: 20 })),
    capacities: [{ region: '421087', name: '某市', days: MONTHS.map(() => 60) }],
  })
}

/** Every pair of months in which a township is open though too few lie between them; what is past does not count against itself. */
function tooSoon({ units, spacing, past }: CalendarProblem, at: readonly number[]): Set<string> {
  const found = new Set<string>()
  units.forEach((one, v) => {
    units.forEach((two, w) => {
      const [early, late] = [at[v] ?? 0, at[w] ?? 0]
      const isSameTown = one.region.slice(0, 9) === two.region.slice(0, 9)
      if (isSameTown && early < late && late - early < spacing && late >= past) found.add(one.region.slice(0, 9))
    })
  })
  return found
}

it('wherever visits are laid, exactly the townships that are open again too soon are named', async () => {
  const answer = await planCalendar(spaced(1, 0), '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  const { plan } = answer
  let [broken, kept] = [0, 0]
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 9, maxLength: 9 }),
      fc.boolean(),
      (spacing, past, lots, isCalm) => {
        const problem = spaced(spacing, past)
        // half of the calendars open each township in one month or two
        const at = lots.map((k, v) => (isCalm ? (lots[v - (v % 3)] ?? 0) : k))
        const visits = problem.units.map(({ id }, v): CalendarPlan['visits'][number] => ({
          unit: id,
          kind: 'first',
          period: MONTHS[at[v] ?? 0]?.id ?? '',
        }))
        const { breaches } = verifyCalendar(problem, restateCalendar(problem, plan, visits))
        const named = new Set(breaches.filter(({ rule }) => rule === 'spacing').map(({ subject }) => subject.slice(0, 9)))
        expect(named).toEqual(tooSoon(problem, at))
        if (named.size > 0) broken += 1
        else kept += 1
      },
    ),
    { seed: 51, numRuns: 200 },
  )
  // the lots met both
  expect(Math.min(broken, kept)).toBeGreaterThan(40)
})

it('a calendar planned with a spacing keeps it, and one visit moved beside another of its township breaks it by name', async () => {
  const problem = spaced(3, 0)
  const answer = await planCalendar(problem, '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  expect(verifyCalendar(problem, answer.plan).breaches).toEqual([])
  const [first] = problem.units
  const mate = answer.plan.visits.find(({ unit }) => unit === problem.units[1]?.id)
  const at = MONTHS.findIndex(({ id }) => id === mate?.period)
  const beside = MONTHS[at === 11 ? 10 : at + 1]?.id ?? ''
  const visits = answer.plan.visits.map((visit) => (visit.unit === first?.id ? { ...visit, period: beside } : visit))
  const { breaches } = verifyCalendar(problem, restateCalendar(problem, answer.plan, visits))
  expect(breaches.map(({ rule, subject }) => `${rule} ${subject.slice(0, 9)}`)).toContain(`spacing ${first?.region.slice(0, 9)}`)
})
