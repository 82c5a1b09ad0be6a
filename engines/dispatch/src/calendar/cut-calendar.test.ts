import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyCalendar } from '../verify/index.ts'
import { cutCalendar, joinCalendars } from './cut-calendar.ts'
import { planCalendar, roundsFor, type CalendarAnswer } from './plan-calendar.ts'
import type { CalendarPlan } from './plan.ts'
import type { CalendarProblem } from './problem.ts'
import { randomCalendar } from './testing/sample-calendar.ts'

const SEED = '7'.repeat(64)

/** Two counties with windows, pins and days of their own: the first calendar of random ones, and the second moved to another county. */
function twoCounties(one: number, two: number): CalendarProblem {
  const [here, there] = [randomCalendar(one), randomCalendar(two)]
  const move = (region: string): string => region.replace(/^421087/, '421083')
  const known = new Set(here.periods.map(({ id }) => id))
  const periodOr = (id: string | null | undefined): string | null => (typeof id === 'string' && known.has(id) ? id : null)
  const count = here.periods.length
  const fit = (days: readonly number[]): number[] => Array.from({ length: count }, (_, k) => days[k] ?? 20)
  return {
    ...here,
    units: [
      ...here.units,
      ...there.units.map((unit) => ({
        ...unit,
        id: unit.id.replace(/^421087/, '421083'),
        region: move(unit.region),
        pinned: periodOr(unit.pinned),
        notBefore: periodOr(unit.notBefore),
        due: periodOr(unit.due),
      })),
    ],
    capacities: [
      ...here.capacities,
      ...there.capacities.map((capacity) => ({
        ...capacity,
        region: '421083',
        name: '邻县',
        days: fit(capacity.days),
        ...(capacity.lookBackDays === undefined ? {} : { lookBackDays: fit(capacity.lookBackDays) }),
      })),
    ],
    blackouts: [...here.blackouts, ...there.blackouts.map((blackout) => ({ ...blackout, region: move(blackout.region) }))],
  }
}

/** The last part first, as threads might. */
async function planByParts(problem: CalendarProblem, kept: CalendarPlan['visits'] = []): Promise<CalendarAnswer> {
  const answers: CalendarAnswer[] = []
  for (const part of cutCalendar(problem, kept).toReversed())
    answers.unshift(await planCalendar(part.problem, SEED, part.kept, { rounds: roundsFor(problem) }))
  return joinCalendars(problem, SEED, kept, answers)
}

describe('cutCalendar and joinCalendars', () => {
  it('the parts, planned in any order, join to the very answer that the whole problem gets, calendar or clash', async () => {
    const kinds = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 401, max: 800 }), async (one, two) => {
        const problem = twoCounties(one, two)
        const whole = await planCalendar(problem, SEED)
        const parts = await planByParts(problem)
        expect(JSON.stringify(parts)).toBe(JSON.stringify(whole))
        kinds.add(parts.kind === 'plan' ? 'plan' : (parts.clash.items[0]?.rule ?? ''))
        if (parts.kind !== 'plan') return
        expect(verifyCalendar(problem, parts.plan).breaches).toEqual([])
        const again = await planByParts(problem, parts.plan.visits)
        expect(again).toEqual(await planCalendar(problem, SEED, parts.plan.visits))
      }),
      { seed: 51, numRuns: 8 },
    )
    expect([...kinds]).toEqual(expect.arrayContaining(['plan', 'window']))
  }, 120_000)

  it('a county without enough days is named, and so is the other; units shut out of every period come alone', async () => {
    const problem = twoCounties(1, 402)
    const units = problem.units.map(({ id, name, region }) => ({ id, name, region, workload: 5, stay: 1, urgency: 0 }))
    const capacities = problem.capacities.map(({ region, name, days }) => ({ region, name, days: days.map(() => 1) }))
    const short: CalendarProblem = { ...problem, past: 0, units, capacities, blackouts: [] }
    const answer = await planByParts(short)
    expect(answer).toEqual(await planCalendar(short, SEED))
    expect(answer.kind === 'no-plan' && answer.clash.items.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'capacity 421087',
      'capacity 421083',
    ])
    const [from, to] = [short.periods[0]?.start ?? '', short.periods.at(-1)?.end ?? '']
    const shut: CalendarProblem = {
      ...short,
      blackouts: [{ region: units.at(-1)?.region ?? '', from, to, reason: '换届', source: '通知' }],
    }
    const alone = await planByParts(shut)
    expect(alone).toEqual(await planCalendar(shut, SEED))
    expect(alone.kind === 'no-plan' && alone.clash.items.map(({ rule }) => rule)).toEqual(['window'])
  })
})
