import { readJson } from '../read-json.ts'
import { refused, type ReadIssue, type ReadOutcome } from '../read-outcome.ts'
import { misfits } from '../read-shape.ts'
import { CalendarPlanSchema, type CalendarPlan } from './plan.ts'
import { capacityOf, servedBy } from './pools.ts'
import { CalendarProblemSchema, type CalendarProblem } from './problem.ts'

/**
 * Reads a calendar problem from the text of a file or from a parsed value. Answers it, or every fault with its JSON path and a
 * message in Chinese and English; references are followed once the shape is right. Format: `shengmian.calendar-problem/1`.
 */
export function readCalendarProblem(input: unknown): ReadOutcome<CalendarProblem> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const shape = misfits(CalendarProblemSchema, parsed.value)
  if (shape.length > 0) return refused(shape)
  const problem = parsed.value as CalendarProblem
  const faults = [...doubles(problem), ...orders(problem), ...capacities(problem), ...strangers(problem), ...hurried(problem)]
  return faults.length > 0 ? refused(faults) : { kind: 'read', value: problem }
}

/** Reads a calendar: its shape only; whether it keeps the rules is for `verify` to say. Format: `shengmian.calendar-plan/1`. */
export function readCalendarPlan(input: unknown): ReadOutcome<CalendarPlan> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const issues = misfits(CalendarPlanSchema, parsed.value)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as CalendarPlan }
}

function doubles({ periods, units, capacities: regions }: CalendarProblem): ReadIssue[] {
  const twice = (values: readonly string[], path: (k: number) => string, zh: string, en: string): ReadIssue[] => {
    const seen = new Set<string>()
    return values.flatMap((value, k): ReadIssue[] => {
      if (!seen.has(value)) {
        seen.add(value)
        return []
      }
      return [{ path: path(k), zh: `${zh} ${value} 重复`, en: `the ${en} ${value} is there twice` }]
    })
  }
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
  return [
    ...twice(ids(periods), (k) => `$.periods[${k}].id`, '时段', 'period'),
    ...twice(ids(units), (k) => `$.units[${k}].id`, '单位', 'unit'),
    ...servedTwice(regions),
  ]
}

/** A region whose teams are two capacities would have its days counted twice. */
function servedTwice(regions: CalendarProblem['capacities']): ReadIssue[] {
  const taken = new Map<string, string>()
  return regions.flatMap(({ region, also = [], name }, k) =>
    [region, ...also].flatMap((code, n): ReadIssue[] => {
      const before = taken.get(code)
      if (before === undefined) {
        taken.set(code, name)
        return []
      }
      const path = n === 0 ? `$.capacities[${k}].region` : `$.capacities[${k}].also[${n - 1}]`
      return [
        {
          path,
          zh: `${code} 已由“${before}”管，不能再由“${name}”管`,
          en: `the region ${code} is served by “${before}” already and cannot be served by “${name}” too`,
        },
      ]
    }),
  )
}

function orders({ periods, blackouts, past }: CalendarProblem): ReadIssue[] {
  const issues: ReadIssue[] = periods.flatMap(({ start, end }, k): ReadIssue[] => {
    const before = periods[k - 1]
    if (end < start)
      return [
        { path: `$.periods[${k}]`, zh: `结束日 ${end} 早于开始日 ${start}`, en: `ends on ${end}, before it starts on ${start}` },
      ]
    if (before !== undefined && start <= before.end)
      return [
        {
          path: `$.periods[${k}].start`,
          zh: `${start} 不晚于上一时段的结束日 ${before.end}`,
          en: `${start} is not after ${before.end}, the end of the period before`,
        },
      ]
    return []
  })
  blackouts.forEach(({ from, to }, k) => {
    if (to < from)
      issues.push({
        path: `$.blackouts[${k}]`,
        zh: `结束日 ${to} 早于开始日 ${from}`,
        en: `ends on ${to}, before it starts on ${from}`,
      })
  })
  if (past > periods.length)
    issues.push({
      path: '$.past',
      zh: `已过时段 ${past} 个，多于全部 ${periods.length} 个`,
      en: `${past} periods are over, of ${periods.length}`,
    })
  return issues
}

function capacities({ periods, capacities: regions, units }: CalendarProblem): ReadIssue[] {
  const count = periods.length
  const served = servedBy({ capacities: regions })
  const wrongLength = (list: readonly number[] | undefined, path: string): ReadIssue[] =>
    list === undefined || list.length === count
      ? []
      : [
          {
            path,
            zh: `应有 ${count} 个数，每个时段一个，实有 ${list.length} 个`,
            en: `must hold ${count} numbers, one a period, not ${list.length}`,
          },
        ]
  return [
    ...regions.flatMap(({ region, also = [], days, lookBackDays }, k): ReadIssue[] => [
      ...[region, ...also].flatMap((code, n): ReadIssue[] =>
        code.length > 9
          ? [
              {
                path: n === 0 ? `$.capacities[${k}].region` : `$.capacities[${k}].also[${n - 1}]`,
                zh: `${code} 小于一个乡镇`,
                en: `${code} is smaller than a township`,
              },
            ]
          : [],
      ),
      ...wrongLength(days, `$.capacities[${k}].days`),
      ...wrongLength(lookBackDays, `$.capacities[${k}].lookBackDays`),
    ]),
    ...units.flatMap((unit, k): ReadIssue[] =>
      capacityOf(unit, served) === null
        ? [
            {
              path: `$.units[${k}].region`,
              zh: `没有哪项巡察力量管到 ${unit.region}`,
              en: `no capacity covers ${unit.region}`,
            },
          ]
        : [],
    ),
  ]
}

/** A pin or a limit that names no period would bind nothing, so it is refused and not skipped. */
function strangers({ periods, units }: CalendarProblem): ReadIssue[] {
  const known = new Set(periods.map(({ id }) => id))
  const period = (id: string | null | undefined, path: string): ReadIssue[] =>
    id === null || id === undefined || known.has(id) ? [] : [{ path, zh: `没有 时段 ${id}`, en: `there is no period ${id}` }]
  return units.flatMap((unit, k) => [
    ...period(unit.pinned, `$.units[${k}].pinned`),
    ...period(unit.notBefore, `$.units[${k}].notBefore`),
    ...period(unit.due, `$.units[${k}].due`),
    ...period(unit.lookBack?.pinned, `$.units[${k}].lookBack.pinned`),
  ])
}

/** A look-back that must be over before it may begin could lie nowhere. */
function hurried({ units }: CalendarProblem): ReadIssue[] {
  return units.flatMap(({ name, lookBack }, k): ReadIssue[] => {
    const { after = 0, within = Infinity } = lookBack ?? {}
    return within >= after
      ? []
      : [
          {
            path: `$.units[${k}].lookBack.within`,
            zh: `${name}的回头看最早隔${after}个时段，最迟不能是${within}个`,
            en: `the look-back of ${name} comes ${after} periods later at the earliest, so not ${within} at the latest`,
          },
        ]
  })
}
