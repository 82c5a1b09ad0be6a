// Holds a calendar against its problem as a stranger would: windows counted day by day, days and openings added up again.
import type { CalendarPlan } from '../../calendar/plan.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import { hashOf } from '../problem-hash.ts'
import { broken, type CalendarBreach } from './breach.ts'
import { certifiedBy } from './certified.ts'
import { oneVisit } from './one-visit.ts'
import { placeVisits, type Placed } from './place-visits.ts'

export interface CalendarVerdict {
  readonly isValid: boolean
  readonly breaches: readonly CalendarBreach[]
  readonly objective: CalendarPlan['objective']
  /** Units due, units with a first visit, and who has none. */
  readonly coverage: { readonly due: number; readonly covered: number; readonly missing: readonly string[] }
}

/** Checks every rule for every visit, whatever the others say. Both files must have been read. */
export function verifyCalendar(problem: CalendarProblem, plan: CalendarPlan): CalendarVerdict {
  const { placed, breaches: strays } = placeVisits(problem, plan)
  const there = new Set(placed.map(({ unit, kind }) => `${kind} ${unit.id}`))
  const objective = measure(problem, plan, placed)
  const missing = problem.units.filter(({ id }) => !there.has(`first ${id}`))
  const uncovered = problem.units.flatMap(({ id, name, lookBack }): CalendarBreach[] => [
    ...(there.has(`first ${id}`) ? [] : [broken('uncovered', id, `${name}没有安排巡察`, `${name} is not visited`)]),
    ...(lookBack === undefined || lookBack === null || there.has(`look-back ${id}`)
      ? []
      : [broken('uncovered', id, `${name}没有安排回头看`, `${name} has no look-back`)]),
  ])
  const hash = hashOf(problem)
  const other =
    plan.problem === hash
      ? []
      : [broken('problem', '', `依据的是另一份问题：${plan.problem}`, `made for another problem: ${plan.problem}`)]
  const breaches = [
    ...other,
    ...strays,
    ...uncovered,
    ...placed.flatMap((visit) => oneVisit(problem, visit, placed)),
    ...loads(problem, placed),
    ...spacing(problem, placed),
    ...figures(problem, plan, placed, { objective, isWhole: strays.length === 0 && uncovered.length === 0 }),
  ]
  const coverage = {
    due: problem.units.length,
    covered: problem.units.length - missing.length,
    missing: missing.map(({ name }) => name),
  }
  return { isValid: breaches.length === 0, breaches, objective, coverage }
}

function measure(problem: CalendarProblem, { kept }: CalendarPlan, placed: readonly Placed[]): CalendarPlan['objective'] {
  const { past } = problem
  const imbalance = suppliesOf(problem, placed).reduce((sum, { used }) => {
    const open = used.slice(past)
    return open.length === 0 ? sum : sum + Math.max(...open) - Math.min(...open)
  }, 0)
  const before = new Map(kept.map(({ unit, kind, period }) => [`${kind} ${unit}`, period]))
  const open = placed.filter(({ period }) => period >= past)
  return {
    waiting: open.reduce((sum, { urgency, period }) => sum + urgency * (period - past), 0),
    openings: new Set(open.map(({ unit, period }) => `${unit.region.slice(0, 9)} ${period}`)).size,
    imbalance,
    changes: placed.filter(({ unit, kind, periodId }) => (before.get(`${kind} ${unit.id}`) ?? periodId) !== periodId).length,
  }
}

/** Team-days of each supply, period by period. */
function suppliesOf(problem: CalendarProblem, placed: readonly Placed[]) {
  return problem.capacities.flatMap(({ region, name, days, lookBackDays }) => {
    const own = placed.filter((visit) => visit.region === region)
    const add = (visits: readonly Placed[]): number[] => {
      const sums = days.map(() => 0)
      for (const { period, workload } of visits) sums[period] = (sums[period] ?? 0) + workload
      return sums
    }
    if (lookBackDays === undefined) return [{ region, name, days, used: add(own) }]
    return [
      { region, name, days, used: add(own.filter(({ kind }) => kind === 'first')) },
      { region, name: `${name}（回头看）`, days: lookBackDays, used: add(own.filter(({ kind }) => kind === 'look-back')) },
    ]
  })
}

function loads(problem: CalendarProblem, placed: readonly Placed[]): CalendarBreach[] {
  return suppliesOf(problem, placed).flatMap(({ region, name, days, used }) =>
    used.flatMap((sum, k): CalendarBreach[] => {
      const id = problem.periods[k]?.id ?? ''
      return k < problem.past || sum <= (days[k] ?? 0)
        ? []
        : [
            broken(
              'capacity',
              `${region} ${id}`,
              `${name}在${id}有${days[k] ?? 0}个组日，排了${sum}个`,
              `${name} has ${days[k] ?? 0} team-days in ${id}, ${sum} are planned`,
            ),
          ]
    }),
  )
}

function spacing({ periods, past, spacing: apart }: CalendarProblem, placed: readonly Placed[]): CalendarBreach[] {
  const towns = Map.groupBy(placed, ({ unit }) => unit.region.slice(0, 9))
  return [...towns].flatMap(([town, visits]) => {
    const opened = [...new Set(visits.map(({ period }) => period))].toSorted((a, b) => a - b)
    return opened.flatMap((k, n): CalendarBreach[] => {
      const before = opened[n - 1]
      if (before === undefined || k < past || k - before >= apart) return []
      const [one, two] = [periods[before]?.id ?? '', periods[k]?.id ?? '']
      return [
        broken(
          'spacing',
          `${town} ${two}`,
          `乡镇${town}在${one}、${two}都有巡察，应间隔${apart}个时段`,
          `township ${town} is opened in ${one} and in ${two}, less than ${apart} periods apart`,
        ),
      ]
    })
  })
}

function figures(
  problem: CalendarProblem,
  plan: CalendarPlan,
  placed: readonly Placed[],
  { objective, isWhole }: { readonly objective: CalendarPlan['objective']; readonly isWhole: boolean },
): CalendarBreach[] {
  const certified = isWhole ? certifiedBy(problem, plan, placed) : null
  const breaches = (['waiting', 'openings', 'imbalance', 'changes'] as const).flatMap((level): CalendarBreach[] => {
    const [stated, is, bound, sure] = [plan.objective[level], objective[level], plan.bound[level], plan.certified[level]]
    return [
      ...(stated === is ? [] : [broken('objective', level, `写明${stated}，应为${is}`, `${stated} is stated, ${is} is so`)]),
      ...(bound <= is ? [] : [broken('bound', level, `下界${bound}大于${is}`, `the bound ${bound} exceeds ${is}`)]),
      ...(certified === null || sure <= certified[level]
        ? []
        : [
            broken(
              'certified',
              level,
              `计数和价格只证明${certified[level]}，写明${sure}`,
              `counting and prices prove ${certified[level]}, ${sure} is stated`,
            ),
          ]),
    ]
  })
  return [...breaches, ...years(problem, plan, placed)]
}

function years(problem: CalendarProblem, plan: CalendarPlan, placed: readonly Placed[]): CalendarBreach[] {
  const yearOf = (k: number): number => Number(problem.periods[k]?.start.slice(0, 4))
  return [...new Set(problem.periods.map((_, k) => yearOf(k)))].flatMap((year): CalendarBreach[] => {
    const own = placed.filter(({ period }) => yearOf(period) === year)
    const units = own.filter(({ kind }) => kind === 'first').length
    const days = own.reduce((sum, { workload }) => sum + workload, 0)
    const stated = plan.years.find((other) => other.year === year)
    return stated?.units === units && stated.days === days
      ? []
      : [
          broken(
            'years',
            String(year),
            `${year}年应为${units}个单位、${days}个组日`,
            `${year} has ${units} units and ${days} team-days`,
          ),
        ]
  })
}
