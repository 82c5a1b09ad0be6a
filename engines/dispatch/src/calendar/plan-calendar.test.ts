import { describe, expect, it } from 'vitest'
import { verifyCalendar } from '../verify/index.ts'
import { planCalendar } from './plan-calendar.ts'
import type { CalendarPlan } from './plan.ts'
import type { CalendarProblem } from './problem.ts'
import { calendar, months, villages } from './testing/sample-calendar.ts'

const SEED = '0'.repeat(64)

async function planOf(problem: CalendarProblem, kept: CalendarPlan['visits'] = [], rounds = 1): Promise<CalendarPlan> {
  const answer = await planCalendar(problem, SEED, kept, { rounds })
  if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer.clash))
  expect(verifyCalendar(problem, answer.plan).breaches).toEqual([])
  return answer.plan
}

async function clashOf(problem: CalendarProblem) {
  const answer = await planCalendar(problem, SEED)
  if (answer.kind === 'plan') throw new Error('a calendar was made')
  return answer.clash
}

/** Villages in one pool, 588 unless asked otherwise, days for a seventh more than the need. */
function city(count = 588): CalendarProblem {
  const units = villages(count, 12)
  const days = Math.ceil((units.reduce((sum, { workload }) => sum + workload, 0) / 20) * 1.15)
  return calendar({ units, capacities: [{ region: '421087', name: '某市', days: Array.from({ length: 20 }, () => days) }] })
}

describe('planCalendar', () => {
  // openings aside, which take seconds: what is asked here stands after the first phase
  const ofCity = planOf(city(), [], 0)

  it('S4-02 588 of 588 villages are covered; with one inspection removed it is 587 and its name is listed', async () => {
    const problem = city()
    const plan = await ofCity
    expect(verifyCalendar(problem, plan).coverage).toEqual({ due: 588, covered: 588, missing: [] })
    const { coverage, breaches, isValid } = verifyCalendar(problem, { ...plan, visits: plan.visits.slice(1) })
    expect(coverage).toEqual({ due: 588, covered: 587, missing: ['村1'] })
    expect(isValid).toBe(false)
    expect(breaches.find(({ rule }) => rule === 'uncovered')?.fact.zh).toBe('村1没有安排巡察')
  })

  it('S4-16 588 villages spread over five years, with the quota of each year and proven least waiting', async () => {
    const { years, objective, bound } = await ofCity
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030])
    expect(years.reduce((sum, { units }) => sum + units, 0)).toBe(588)
    for (const { units } of years) expect(units).toBeGreaterThan(80)
    expect(bound.waiting).toBe(objective.waiting)
  })

  it('S4-17 a village with an election in March is not planned for March, the harvest month is avoided, the urgent one is first', async () => {
    const [calm, urgent, voting] = villages(3, 3)
    if (calm === undefined || urgent === undefined || voting === undefined) throw new Error('no villages')
    const units = [
      { ...calm, stay: 28, workload: 5, urgency: 0 },
      { ...urgent, stay: 28, workload: 5, urgency: 3 },
      { ...voting, stay: 28, workload: 5, urgency: 1 },
    ]
    // one visit a month from March on; everybody harvests in April
    const problem = calendar({
      periods: months(2026).slice(2, 6),
      units,
      capacities: [{ region: '421087', name: '某市', days: [5, 5, 5, 5] }],
      blackouts: [
        { region: voting.region, from: '2026-03-08', to: '2026-03-12', reason: '村委会换届', source: '县委通知' },
        { region: '4210', from: '2026-04-20', to: '2026-04-30', reason: '夏收', source: '农业农村局' },
      ],
    })
    const { visits, objective, bound } = await planOf(problem)
    const when = new Map(visits.map(({ unit, period }) => [unit, period]))
    expect(when.get(urgent.id)).toBe('2026-03')
    expect(when.get(voting.id)).toBe('2026-05')
    expect(when.get(calm.id)).toBe('2026-06')
    expect(bound.waiting).toBe(objective.waiting)
    const moved = visits.map((visit) => (visit.unit === voting.id ? { ...visit, period: '2026-03' } : visit))
    const { breaches } = verifyCalendar(problem, { ...(await planOf(problem)), visits: moved })
    expect(breaches.find(({ rule }) => rule === 'window')?.fact.zh).toContain('村委会换届')
  })

  it('villages of a township go together where nobody is urgent', async () => {
    const units = villages(24, 6).map((unit) => ({ ...unit, workload: 5, urgency: 0 }))
    const days = Array.from({ length: 20 }, () => 30)
    const { objective, bound } = await planOf(calendar({ units, capacities: [{ region: '421087', name: '某市', days }] }))
    expect([objective.openings, bound.openings]).toEqual([4, 4])
  })

  it('of 144 villages, the urgent among them, no calendar that waits as little opens fewer townships', async () => {
    const days = Array.from({ length: 20 }, () => 72)
    const { objective, bound } = await planOf(
      calendar({ units: villages(144, 12), capacities: [{ region: '421087', name: '某市', days }] }),
    )
    expect([bound.waiting, bound.openings]).toEqual([objective.waiting, objective.openings])
  })

  it('with a spacing of two, least waiting is found and proven', async () => {
    const days = Array.from({ length: 20 }, () => 30)
    const { objective, bound } = await planOf(
      calendar({ units: villages(48, 12), spacing: 2, capacities: [{ region: '421087', name: '某市', days }] }),
    )
    expect(bound.waiting).toBe(objective.waiting)
  })

  it('what is past stays where it was, and a look-back comes so many periods later, from the days of the elevated teams', async () => {
    const [one, two] = villages(2, 2)
    if (one === undefined || two === undefined) throw new Error('no villages')
    const problem = calendar({
      past: 2,
      units: [
        { ...one, pinned: '2026-1', lookBack: { after: 6, workload: 3 } },
        { ...two, urgency: 1, lookBack: { after: 4, workload: 3 } },
      ],
      capacities: [
        {
          region: '4210',
          name: '某市',
          days: Array.from({ length: 20 }, () => 8),
          lookBackDays: Array.from({ length: 20 }, () => 3),
        },
      ],
    })
    const { visits } = await planOf(problem)
    expect(visits.filter(({ kind }) => kind === 'first').map(({ period }) => period)).toEqual(['2026-1', '2026-3'])
    const early = visits.map((visit) => (visit.kind === 'look-back' ? { ...visit, period: '2026-4' } : visit))
    const { breaches } = verifyCalendar(problem, { ...(await planOf(problem)), visits: early })
    expect(breaches.filter(({ rule }) => rule === 'look-back').length).toBe(2)
  })

  it('a look-back comes so many periods later at the latest, though its first visit waits for that, and verify names one that is late', async () => {
    const [unit] = villages(1, 1)
    if (unit === undefined) throw new Error('no village')
    // the elevated teams have days in the last quarter of the term alone
    const problem = calendar({
      units: [{ ...unit, urgency: 2, lookBack: { after: 1, within: 3, workload: 3 } }],
      capacities: [
        {
          region: '421087',
          name: '某市',
          days: Array.from({ length: 20 }, () => 8),
          lookBackDays: Array.from({ length: 20 }, (_, k) => (k === 19 ? 3 : 0)),
        },
      ],
    })
    const plan = await planOf(problem)
    expect(plan.visits.map(({ period }) => period)).toEqual(['2030-1', '2030-4'])
    expect([plan.objective.waiting, plan.bound.waiting]).toEqual([32, 32])
    const early = plan.visits.map((visit) => (visit.kind === 'first' ? { ...visit, period: '2029-4' } : visit))
    const late = verifyCalendar(problem, { ...plan, visits: early }).breaches.find(({ rule }) => rule === 'look-back')
    expect(late?.fact.zh).toBe('村1的回头看最迟在巡察后3个时段，实为4个')
  })

  it('an older calendar is kept as far as the better figures allow, and what moved is counted', async () => {
    const problem = city(36)
    const older = await planOf({ ...problem, units: problem.units.slice(3) })
    const again = await planOf(problem, older.visits)
    const fresh = await planOf(problem)
    const at = new Map(older.visits.map(({ unit, period }) => [unit, period]))
    const moved = fresh.visits.filter(({ unit, period }) => at.has(unit) && at.get(unit) !== period).length
    expect(again.objective.waiting).toBe(fresh.objective.waiting)
    expect(again.objective.changes).toBeLessThan(moved)
  }, 120_000)

  it('the same problem and seed give the same bytes', async () => {
    const problem = calendar({ units: villages(60, 6) })
    expect(JSON.stringify(await planOf(problem))).toBe(JSON.stringify(await planOf(problem)))
  })
})

describe('where there is no calendar', () => {
  it('a unit that no period is open to is named with the windows that shut it out and the one to lift', async () => {
    const units = villages(3, 3).map((unit) => ({ ...unit, due: '2026-2' }))
    const clash = await clashOf(
      calendar({
        units,
        blackouts: [
          { region: units[1]?.region ?? '', from: '2026-01-20', to: '2026-03-20', reason: '换届', source: '通知一' },
          { region: units[1]?.region ?? '', from: '2026-04-10', to: '2026-06-20', reason: '插秧', source: '通知二' },
        ],
      }),
    )
    expect(clash.proven).toBe(true)
    expect(clash.items).toEqual([expect.objectContaining({ rule: 'window', subject: units[1]?.id })])
    expect(clash.items[0]?.zh).toContain('换届 2026-01-20~2026-03-20（通知一）、插秧')
    expect(clash.relaxations[0]?.zh).toBe('在2026-1为村2解除：换届')
  })

  it('days that do not suffice are named with the periods, the visits that must lie there and the days to add', async () => {
    const units = villages(10, 5).map((unit, k) => ({ ...unit, workload: 5, due: k < 6 ? '2026-2' : null }))
    const days = Array.from({ length: 20 }, () => 10)
    const clash = await clashOf(calendar({ units, capacities: [{ region: '421087', name: '某市', days }] }))
    expect(clash.proven).toBe(true)
    expect(clash.items[0]?.zh).toBe('某市：有6次巡察只能排在2026-1、2026-2，需30个组日，只有20个，缺10个')
    expect(clash.relaxations[0]?.zh).toMatch(/^某市增加10个组日：/)
  })

  it('days that suffice in sum but not for whole visits are told apart', async () => {
    const units = villages(3, 3).map((unit) => ({ ...unit, workload: 6 }))
    const days = Array.from({ length: 20 }, (_, k) => (k < 2 ? 9 : 0))
    const clash = await clashOf(calendar({ units, capacities: [{ region: '421087', name: '某市', days }] }))
    expect(clash.proven).toBe(true)
    expect(clash.items[0]?.zh).toContain('放不进各时段')
    expect(clash.relaxations[0]?.zh).toContain('增加3个组日')
  })

  it('a spacing that no calendar can keep is named, and proven', async () => {
    const units = villages(4, 4).map((unit) => ({ ...unit, workload: 5 }))
    const days = Array.from({ length: 20 }, (_, k) => (k < 4 ? 5 : 0))
    const clash = await clashOf(calendar({ units, spacing: 3, capacities: [{ region: '421087', name: '某市', days }] }))
    expect(clash.proven).toBe(true)
    expect(clash.items[0]?.rule).toBe('spacing')
    expect(clash.items[0]?.zh).toBe('某市：没有哪种安排能让各乡镇都间隔3个时段')
  })
})

describe('region by region', () => {
  const [a, b] = ['421087', '421088']
  const days = Array.from({ length: 20 }, () => 20)
  const capacities = [a, b].map((region) => ({ region, name: region, days }))
  const units = [a, b].flatMap((county) => villages(18, 6, undefined, county))
  const both = calendar({ units, capacities })

  it('a region is planned by itself as it is among others', async () => {
    const whole = await planOf(both)
    const alone = await planOf({ ...both, capacities: capacities.slice(1), units: units.slice(18) })
    expect(whole.visits.filter(({ unit }) => unit.startsWith(b))).toEqual(alone.visits)
  })

  it('progress is told after every region, and who stops has a valid calendar at once with the same waiting', async () => {
    const told: string[] = []
    const answer = await planCalendar(both, SEED, [], {
      rounds: 1,
      onProgress: ({ phase, done, regions, objective }) => {
        told.push(`${phase} ${done}/${regions}${objective === null ? '' : ' with figures'}`)
        return phase === 'openings' ? 'stop' : undefined
      },
    })
    if (answer.kind !== 'plan') throw new Error('no plan')
    expect(told).toEqual(['waiting 1/2', 'waiting 2/2', 'openings 1/2 with figures'])
    expect(verifyCalendar(both, answer.plan).breaches).toEqual([])
    const { objective } = await planOf(both)
    expect(answer.plan.objective.waiting).toBe(objective.waiting)
    expect(answer.plan.objective.openings).toBeGreaterThan(objective.openings)
  })
})
