// Every unit of a calendar with where its visits lie by now. Pure.
import type { CalendarPlan, CalendarProblem } from '@shengmian/dispatch'
import { pinOf, regionOf, spanOf, type CalendarGround, type CalendarUnit } from './calendar-ground.ts'
import { againsOf } from './look-backs.ts'

/** One unit with where it lies now and what holds it there. */
export interface Placed {
  readonly id: string
  readonly row: string
  readonly level: CalendarUnit['level']
  readonly name: string
  readonly workload: number
  readonly period: string | null
  readonly pin: 'inspected' | 'office' | null
  /** The second visit, where one is asked for. */
  readonly again: {
    readonly period: string | null
    readonly workload: number
    readonly isPinned: boolean
    readonly isInspected: boolean
    readonly isLate: boolean
  } | null
}

export function placeUnits(
  ground: CalendarGround,
  { units: asked }: CalendarProblem,
  calendar: CalendarPlan | null,
  digits: number,
): readonly Placed[] {
  const span = spanOf(ground)
  const known = new Set(span.periods.map(({ id }) => id))
  const visits = new Map(calendar?.visits.map(({ unit, kind, period }) => [`${kind} ${unit}`, period]))
  const inTerm = (period: string | null | undefined): string | null =>
    period !== undefined && period !== null && known.has(period) ? period : null
  const agains = againsOf(ground)
  return ground.units.map((unit, k) => {
    const pin = pinOf(ground, unit.id, span)
    const again = asked[k]?.lookBack
    // what has been inspected is shown where it was, whatever an older calendar says
    const period = pin?.why === 'inspected' ? pin.period : visits.get(`first ${unit.id}`)
    return {
      id: unit.id,
      row: regionOf(unit).slice(0, digits),
      level: unit.level,
      name: unit.name,
      workload: asked[k]?.workload ?? 0,
      period: inTerm(period),
      pin: pin?.why ?? null,
      again:
        again === undefined || again === null
          ? null
          : {
              period: inTerm(again.pinned ?? visits.get(`look-back ${unit.id}`)),
              workload: again.workload,
              isPinned: (agains.get(unit.id)?.pinned ?? null) !== null,
              isInspected: (agains.get(unit.id)?.inspected ?? null) !== null,
              isLate: agains.get(unit.id)?.isLate ?? false,
            },
    }
  })
}
