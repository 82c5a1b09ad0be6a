import { expect, it } from 'vitest'
import type { CalendarPlan, CalendarVisit } from '../../calendar/plan.ts'
import { planCalendar } from '../../calendar/plan-calendar.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import { calendar, villages } from '../../calendar/testing/sample-calendar.ts'
import { verifyCalendar } from './verify-calendar.ts'

const [a, b, c] = villages(3, 3).map((unit) => ({ ...unit, workload: 5, urgency: 0 }))
if (a === undefined || b === undefined || c === undefined) throw new Error('no villages')
const problem = calendar({
  past: 1,
  units: [
    { ...a, pinned: '2026-2' },
    { ...b, notBefore: '2026-3', due: '2027-2' },
    { ...c, lookBack: { after: 4, workload: 1 } },
  ],
  capacities: [{ region: '421087', name: '某市', days: Array.from({ length: 20 }, () => 10) }],
  blackouts: [{ region: '421087100', from: '2027-01-10', to: '2027-03-20', reason: '换届', source: '通知' }],
})
const good: readonly CalendarVisit[] = [
  { unit: a.id, kind: 'first', period: '2026-2' },
  { unit: b.id, kind: 'first', period: '2026-3' },
  { unit: c.id, kind: 'first', period: '2026-2' },
  { unit: c.id, kind: 'look-back', period: '2027-2' },
]

async function planOf(): Promise<CalendarPlan> {
  const answer = await planCalendar(problem, '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  return answer.plan
}

/** The rules that these visits break, figures and hash aside. */
async function broken(visits: readonly CalendarVisit[], asked: CalendarProblem = problem): Promise<string[]> {
  const { breaches } = verifyCalendar(asked, { ...(await planOf()), visits: [...visits] })
  const aside = ['problem', 'objective', 'certified', 'bound', 'years']
  return [...new Set(breaches.map(({ rule }) => rule))].filter((rule) => !aside.includes(rule)).toSorted()
}

const moved = (k: number, period: string): CalendarVisit[] => good.map((visit, n) => (n === k ? { ...visit, period } : visit))

it('visits that keep every rule break none, in any order', async () => {
  expect(await broken(good)).toEqual([])
  expect(await broken(good.toReversed())).toEqual([])
  const plan = await planOf()
  expect(verifyCalendar(problem, { ...plan, visits: plan.visits.toReversed() }).breaches).toEqual([])
})

it.each([
  ['uncovered', good.slice(0, 3)],
  ['uncovered', good.slice(1)],
  ['twice', [...good, { unit: a.id, kind: 'first', period: '2028-1' }]],
  ['stranger', [...good, { unit: 'nobody', kind: 'first', period: '2028-1' }]],
  ['stranger', [...good, { unit: a.id, kind: 'look-back', period: '2028-1' }]],
  ['pin', moved(0, '2026-3')],
  ['past', moved(2, '2026-1')],
  ['limits', moved(1, '2026-2')],
  ['limits', moved(1, '2027-3')],
  ['window', moved(1, '2027-1')],
  ['look-back', moved(3, '2026-4')],
  ['capacity', moved(2, '2026-3').map((visit) => ({ ...visit, period: visit.kind === 'first' ? '2026-2' : visit.period }))],
] as [string, CalendarVisit[]][])('names a breach of %s', async (rule, visits) => {
  expect(await broken(visits)).toContain(rule)
})

it('a township opened again too soon is a breach, unless both openings are past', async () => {
  expect(await broken(good, { ...problem, spacing: 2 })).toEqual(['spacing'])
  expect(await broken(good, { ...problem, past: 3, spacing: 2 })).not.toContain('spacing')
})

it('a figure that is not so, a bound above it, a certificate that the prices do not give and a wrong quota are breaches', async () => {
  const plan = await planOf()
  const rules = (changed: Partial<CalendarPlan>): string[] =>
    verifyCalendar(problem, { ...plan, ...changed }).breaches.map(({ rule }) => rule)
  expect(rules({ objective: { ...plan.objective, openings: plan.objective.openings + 1 } })).toEqual(['objective'])
  expect(rules({ bound: { ...plan.bound, openings: plan.objective.openings + 1 } })).toEqual(['bound'])
  expect(rules({ certified: { ...plan.certified, waiting: plan.certified.waiting + 1 } })).toEqual(['certified'])
  expect(rules({ years: plan.years.map((year) => ({ ...year, units: year.units + 1 })) })).toContain('years')
  expect(rules({ problem: `sha256:${'0'.repeat(64)}` })).toEqual(['problem'])
})
