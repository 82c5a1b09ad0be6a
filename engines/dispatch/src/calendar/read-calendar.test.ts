import { expect, it } from 'vitest'
import { planCalendar } from './plan-calendar.ts'
import { readCalendarPlan, readCalendarProblem } from './read-calendar.ts'
import { calendar, villages } from './testing/sample-calendar.ts'

const problem = calendar({ units: villages(3, 3) })

const faults = (value: unknown): string[] => {
  const outcome = readCalendarProblem(JSON.stringify(value))
  return outcome.kind === 'refused' ? outcome.issues.map(({ path, en }) => `${path} ${en}`) : []
}

it('a calendar and its problem survive the way through a file', async () => {
  expect(readCalendarProblem(JSON.stringify(problem))).toEqual({ kind: 'read', value: problem })
  const answer = await planCalendar(problem, '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  expect(readCalendarPlan(JSON.stringify(answer.plan))).toEqual({ kind: 'read', value: answer.plan })
})

it('every fault is named with its place', () => {
  const [first, second] = problem.units
  const [period] = problem.periods
  const blackout = { region: '42', from: '2026-03-02', to: '2026-03-01', reason: 'r', source: 's' }
  expect(faults({ ...problem, units: [first, first] })).toEqual([`$.units[1].id the unit ${first?.id} is there twice`])
  expect(faults({ ...problem, units: [{ ...first, due: '2031-1' }] })).toEqual(['$.units[0].due there is no period 2031-1'])
  expect(faults({ ...problem, units: [{ ...second, region: '430000000000' }] })).toEqual([
    '$.units[0].region no capacity covers 430000000000',
  ])
  expect(faults({ ...problem, periods: [period], past: 2 })).toContain('$.past 2 periods are over, of 1')
  expect(faults({ ...problem, periods: [period] })).toEqual(['$.capacities[0].days must hold 1 numbers, one a period, not 20'])
  expect(faults({ ...problem, periods: [period, { ...period, id: 'b' }] })[0]).toBe(
    '$.periods[1].start 2026-01-01 is not after 2026-03-31, the end of the period before',
  )
  expect(faults({ ...problem, blackouts: [blackout] })).toEqual([
    '$.blackouts[0] ends on 2026-03-01, before it starts on 2026-03-02',
  ])
  expect(faults({ ...problem, units: [{ ...first, lookBack: { after: 3, within: 2, workload: 1 } }] })).toEqual([
    `$.units[0].lookBack.within the look-back of ${first?.name} comes 3 periods later at the earliest, so not 2 at the latest`,
  ])
  expect(faults({ ...problem, spacing: 0 })).toEqual(['$.spacing 0 must lie between 1 and 200'])
})
