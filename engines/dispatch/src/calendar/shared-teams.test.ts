import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomOf } from '../solve/testing/sample-problem.ts'
import { verifyCalendar } from '../verify/index.ts'
import { cutCalendar, joinCalendars } from './cut-calendar.ts'
import { planCalendar, roundsFor, type CalendarAnswer } from './plan-calendar.ts'
import type { CalendarPlan } from './plan.ts'
import type { CalendarProblem } from './problem.ts'
import { readCalendarProblem } from './read-calendar.ts'
import { calendar, months, villages } from './testing/sample-calendar.ts'

const SEED = '5'.repeat(64)
const MONTHS = months(2026)
const NAME = '市委巡察组（甲县、乙县）'

/** Two counties and one team for both, with `days` a month; a third county beside them with teams of its own. */
function shared(days: number, number = 1): CalendarProblem {
  const counties = ['421087', '421083', '421022'].flatMap((county, k) => villages(6, 3, randomOf(number + k), county))
  return calendar({
    periods: MONTHS,
    units: counties.map((unit) => ({ ...unit, stay: 20 })),
    capacities: [
      { region: '421087', also: ['421083'], name: NAME, days: MONTHS.map(() => days) },
      { region: '421022', name: '丙县', days: MONTHS.map(() => 12) },
    ],
  })
}

/** Openings aside, which take longer than all that is asked here. */
async function planOf(problem: CalendarProblem): Promise<CalendarPlan> {
  const answer = await planCalendar(problem, SEED, [], { rounds: 0 })
  if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer.clash))
  return answer.plan
}

/** Team-days of both counties together, month by month, added up from the visits alone. */
function spent(problem: CalendarProblem, { visits }: CalendarPlan): number[] {
  return MONTHS.map(({ id }) =>
    problem.units
      .filter(({ region }) => !region.startsWith('421022'))
      .filter((unit) => visits.some((visit) => visit.unit === unit.id && visit.period === id))
      .reduce((sum, { workload }) => sum + workload, 0),
  )
}

it('two counties that share their teams never take more days in a month than the teams have, by verify and by hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 900 }), async (number) => {
      const problem = shared(9, number)
      const plan = await planOf(problem)
      expect(verifyCalendar(problem, plan).breaches).toEqual([])
      expect(Math.max(...spent(problem, plan))).toBeLessThanOrEqual(9)
      expect(plan.bound.waiting).toBe(plan.objective.waiting)
      // some month is shared, so that the sum is more than either county's own
      expect(plan.prices.map(({ region }) => region)).toEqual(['421087', '421022'])
    }),
    { seed: 51, numRuns: 20 },
  )
}, 120_000)

it('a calendar made with these days for each county alone is refused, and the teams of both are named', async () => {
  const problem = shared(9)
  const [group, other] = problem.capacities
  if (group === undefined || other === undefined) throw new Error('no capacities')
  const { region, name, days } = group
  const alone = { ...problem, capacities: [{ region, name, days }, { region: '421083', name: '乙县', days }, other] }
  const plan = await planOf(alone)
  expect(Math.max(...spent(problem, plan))).toBeGreaterThan(9)
  const capacity = verifyCalendar(problem, plan).breaches.filter(({ rule }) => rule === 'capacity')
  expect(capacity.map(({ subject }) => subject)).toContain('421087 2026-01')
  expect(capacity[0]?.fact.zh).toContain(NAME)
})

it('days that do not do for the counties together are a clash of the group, by its name, with the days to add', async () => {
  const answer = await planCalendar(shared(4), SEED)
  if (answer.kind === 'plan') throw new Error('a calendar was made')
  expect(answer.clash.items.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(['capacity 421087'])
  expect(answer.clash.items[0]?.zh).toContain(NAME)
  expect(answer.clash.relaxations[0]?.zh).toContain(`${NAME}增加`)
})

it('a township with teams of its own draws on these and not on the teams that its county shares', async () => {
  const problem = shared(9)
  const own = { region: '421083100', name: '乡镇自巡', days: MONTHS.map(() => 6) }
  const capacities = [...problem.capacities, own]
  const plan = await planOf({ ...problem, capacities })
  expect(verifyCalendar({ ...problem, capacities }, plan).breaches).toEqual([])
  const shut = [...problem.capacities, { ...own, days: MONTHS.map(() => 0) }]
  const answer = await planCalendar({ ...problem, capacities: shut }, SEED)
  expect(answer.kind === 'no-plan' && answer.clash.items.map(({ subject }) => subject)).toEqual(['421083100'])
})

it('a group is planned in one part, which joins with the others to the same plan', async () => {
  const problem = shared(9)
  const parts = cutCalendar(problem)
  expect(parts.map((part) => part.problem.units.length)).toEqual([12, 6])
  const answers: CalendarAnswer[] = []
  for (const part of parts) answers.push(await planCalendar(part.problem, SEED, part.kept, { rounds: roundsFor(problem) }))
  expect(joinCalendars(problem, SEED, [], answers)).toEqual(await planCalendar(problem, SEED))
})

it('what is proven of a group cannot be raised by hand, and prices of one county of it prove nothing', async () => {
  const problem = shared(9)
  const plan = await planOf(problem)
  const rules = (changed: Partial<CalendarPlan>): string[] =>
    verifyCalendar(problem, { ...plan, ...changed }).breaches.map(({ rule }) => rule)
  expect(rules({ certified: { ...plan.certified, openings: plan.certified.openings + 1 } })).toContain('certified')
  expect(rules({ bound: { ...plan.bound, waiting: plan.objective.waiting + 1 } })).toEqual(['bound'])
})

it('a region that two capacities serve is refused with both their names; a village is too small to be served', () => {
  const problem = shared(9)
  const [group, other] = problem.capacities
  const faults = (capacities: readonly object[]): string[] => {
    const outcome = readCalendarProblem({ ...problem, capacities })
    return outcome.kind === 'refused' ? outcome.issues.map(({ path, zh }) => `${path} ${zh}`) : []
  }
  expect(faults([{ ...group }, { ...other }])).toEqual([])
  expect(faults([{ ...group }, { ...other, also: ['421083'] }])).toEqual([
    `$.capacities[1].also[0] 421083 已由“${NAME}”管，不能再由“丙县”管`,
  ])
  expect(faults([{ ...group }, { ...other, region: '421083' }])[0]).toBe(
    `$.capacities[1].region 421083 已由“${NAME}”管，不能再由“丙县”管`,
  )
  expect(faults([{ ...group, also: ['421083', '421087'] }, { ...other }])[0]).toContain('$.capacities[0].also[1] 421087')
  expect(faults([{ ...group, also: ['421083', '421083100200'] }, { ...other }])).toEqual([
    '$.capacities[0].also[1] 421083100200 小于一个乡镇',
  ])
  const alone = { region: group?.region, name: NAME, days: group?.days }
  expect(faults([alone, { ...other }])[0]).toContain('没有哪项巡察力量管到 421083')
})
