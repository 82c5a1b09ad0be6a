// What every period takes of the team-days that are there: of all supplies together, and supply by supply. Pure.
import type { readTermCalendar, ReplyOf } from '@shengmian/contract'
import type { CalendarProblem } from '@shengmian/dispatch'
import { spanOf, type CalendarGround } from './calendar-ground.ts'
import type { Placed } from './place-units.ts'
import { suppliesOf } from './supplies.ts'

type View = ReplyOf<typeof readTermCalendar>

export function periodsView(
  { periods, past, capacities }: CalendarProblem,
  placed: readonly Placed[],
  { lookBack }: View['settings'],
): View['periods'] {
  const agains = Map.groupBy(placed, ({ again }) => again?.period ?? '')
  const units = Map.groupBy(placed, ({ period }) => period ?? '')
  return periods.map(({ id, start, end }, k) => {
    const own = units.get(id) ?? []
    const again = agains.get(id) ?? []
    const againDays = again.reduce((sum, unit) => sum + (unit.again?.workload ?? 0), 0)
    return {
      id,
      start,
      end,
      isPast: k < past,
      units: own.length,
      used: own.reduce((sum, { workload }) => sum + workload, 0) + (lookBack?.by === 'own' ? againDays : 0),
      days: capacities.reduce((sum, { days }) => sum + (days[k] ?? 0), 0),
      lookBacks: again.length,
      above:
        lookBack?.by === 'above'
          ? { used: againDays, days: capacities.reduce((sum, { lookBackDays }) => sum + (lookBackDays?.[k] ?? 0), 0) }
          : null,
    }
  })
}

/** Nothing where all units draw on one supply. */
export function suppliesView(
  ground: CalendarGround,
  { capacities }: CalendarProblem,
  placed: readonly Placed[],
): View['supplies'] {
  const supplies = suppliesOf(ground)
  if (supplies.length < 2) return []
  const byUnit = new Map(placed.map((unit) => [unit.id, unit]))
  const isOwn = ground.settings.lookBack?.by === 'own'
  return supplies.map(({ name, regions, units }, k) => {
    const used = new Map<string, number>()
    const take = (period: string | null | undefined, days: number): void => {
      if (period !== null && period !== undefined) used.set(period, (used.get(period) ?? 0) + days)
    }
    for (const { id } of units) {
      const unit = byUnit.get(id)
      take(unit?.period, unit?.workload ?? 0)
      if (isOwn) take(unit?.again?.period, unit?.again?.workload ?? 0)
    }
    const days = capacities[k]?.days ?? []
    return {
      name,
      counties: [...regions],
      periods: spanOf(ground).periods.map(({ id }, n) => ({ used: used.get(id) ?? 0, days: days[n] ?? 0 })),
    }
  })
}
