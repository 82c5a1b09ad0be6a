// The rules about one visit: what is past, pins, limits, windows, and the wait before a look-back.
import type { CalendarProblem } from '../../calendar/problem.ts'
import { broken, type CalendarBreach } from './breach.ts'
import { freeDays } from './free-days.ts'
import type { Placed } from './place-visits.ts'

export function oneVisit(problem: CalendarProblem, visit: Placed, all: readonly Placed[]): CalendarBreach[] {
  const { unit, kind, period, periodId } = visit
  const subject = `${unit.id} ${periodId}`
  const { name, lookBack } = unit
  const indexOf = (id: string | null | undefined): number => problem.periods.findIndex((other) => other.id === id)
  const breaches: CalendarBreach[] = []
  const find = (rule: CalendarBreach['rule'], zh: string, en: string): void => {
    breaches.push(broken(rule, subject, zh, en))
  }
  const pin = kind === 'first' ? unit.pinned : lookBack?.pinned
  const isPinned = pin !== null && pin !== undefined
  if (isPinned && pin !== periodId) find('pin', `${name}固定在${pin}`, `${name} is pinned to ${pin}`)
  if (!isPinned && period < problem.past) find('past', `${periodId}已过`, `${periodId} is over`)
  if (kind === 'first' && !isPinned) {
    const [from, due] = [indexOf(unit.notBefore), indexOf(unit.due)]
    if (from >= 0 && period < from)
      find('limits', `${name}不得早于${unit.notBefore ?? ''}`, `${name} must not be visited before ${unit.notBefore ?? ''}`)
    if (due >= 0 && period > due)
      find('limits', `${name}不得晚于${unit.due ?? ''}`, `${name} must be visited by ${unit.due ?? ''}`)
  }
  const span = problem.periods[period]
  if (period >= problem.past && span !== undefined) {
    const { longest, all: days, closing } = freeDays(problem, unit, span)
    const why = closing.map(({ reason, from, to }) => `${reason} ${from}~${to}`).join('、')
    if (longest < (unit.stay ?? days))
      find(
        'window',
        `${name}需连续${unit.stay ?? days}天，${periodId}只有${longest}天：${why}`,
        `${name} needs ${unit.stay ?? days} days in a row, ${periodId} leaves ${longest}: ${why}`,
      )
  }
  if (kind === 'look-back' && lookBack !== undefined && lookBack !== null) {
    const first = all.find((other) => other.kind === 'first' && other.unit === unit)
    if (first !== undefined && period < first.period + lookBack.after)
      find(
        'look-back',
        `${name}的回头看应在巡察后${lookBack.after}个时段，${period < first.period ? '却在巡察之前' : `实为${period - first.period}个`}`,
        `the look-back of ${name} must come ${lookBack.after} periods after its visit, not ${period < first.period ? 'before it' : period - first.period}`,
      )
    if (first !== undefined && lookBack.within !== undefined && period > first.period + lookBack.within)
      find(
        'look-back',
        `${name}的回头看最迟在巡察后${lookBack.within}个时段，实为${period - first.period}个`,
        `the look-back of ${name} must come ${lookBack.within} periods after its visit at the latest, not ${period - first.period}`,
      )
  }
  return breaches
}
