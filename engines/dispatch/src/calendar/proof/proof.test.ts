import { describe, expect, it } from 'vitest'
import { verifyCalendar } from '../../verify/index.ts'
import { planCalendar } from '../plan-calendar.ts'
import type { CalendarPlan } from '../plan.ts'
import { poolsOf } from '../pools.ts'
import type { CalendarProblem } from '../problem.ts'
import { calendar, villages } from '../testing/sample-calendar.ts'
import { leftOver } from './left-over.ts'
import { sortVisits } from './sorts.ts'

async function planOf(problem: CalendarProblem): Promise<CalendarPlan> {
  const answer = await planCalendar(problem, '0'.repeat(64), [], { rounds: 1 })
  if (answer.kind !== 'plan') throw new Error('no plan')
  return answer.plan
}

const days = Array.from({ length: 20 }, () => 40)
const capacities = [{ region: '421087', name: '某市', days, lookBackDays: days.map(() => 6) }]
const busy = calendar({
  units: villages(96, 12).map((unit, k) => (k % 10 === 3 ? { ...unit, lookBack: { after: 4, workload: 2 } } : unit)),
  capacities,
})

const ofBusy = planOf(busy)

describe('what is proven of a calendar', () => {
  it('counting the most urgent visits that fit, period by period, proves the least waiting without any solver', async () => {
    const pool = poolsOf(busy, [])[0]
    if (pool === undefined) throw new Error('no pool')
    expect(leftOver(sortVisits(pool)).sum).toBe((await ofBusy).objective.waiting)
  })

  it('with look-backs verify works out the whole bound on openings again, and the plan stands at it', async () => {
    const plan = await ofBusy
    const { breaches, objective } = verifyCalendar(busy, plan)
    expect(breaches).toEqual([])
    expect(plan.certified.openings).toBe(plan.bound.openings)
    expect(objective.openings - plan.certified.openings).toBeLessThanOrEqual(1)
  })

  it('with a spacing the certificate on waiting lies above what counting proves, never above the calendar', async () => {
    const problem = {
      ...busy,
      units: busy.units.slice(0, 36),
      spacing: 3,
      capacities: [{ region: '421087', name: '某市', days: days.map(() => 15) }],
    }
    const plan = await planOf(problem)
    const pool = poolsOf(problem, [])[0]
    if (pool === undefined) throw new Error('no pool')
    expect(verifyCalendar(problem, plan).breaches).toEqual([])
    expect(plan.certified.waiting).toBeGreaterThan(leftOver(sortVisits(pool)).sum)
    expect(plan.certified.waiting).toBeLessThanOrEqual(plan.objective.waiting)
  }, 120_000)

  it('a certificate whose prices were taken out, or worsened, proves less than is stated: a breach', async () => {
    const plan = await ofBusy
    const rules = (proofs: NonNullable<CalendarPlan['proofs']>): string[] =>
      verifyCalendar(busy, { ...plan, proofs }).breaches.map(({ rule, subject }) => `${rule} ${subject}`)
    expect(rules([])).toEqual(['certified openings'])
    const worse = (plan.proofs ?? []).map((proof) => ({
      ...proof,
      seats: proof.seats.map((own) => ({ ...own, micro: own.micro.map((price) => price + (own.workload - 5) * 900_000) })),
    }))
    expect(rules(worse)).toEqual(['certified openings'])
  })
})
