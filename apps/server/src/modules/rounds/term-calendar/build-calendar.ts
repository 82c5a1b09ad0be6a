// The ground of a calendar as the engine's problem file. Nothing is read here: the same ground gives the same bytes.
import type { CalendarProblem } from '@shengmian/dispatch'
import { pinOf, regionOf, spanOf, urgencyOf, type CalendarGround, type CalendarUnit, type Span } from './calendar-ground.ts'
import { divide } from './divide.ts'
import { suppliesOf } from './supplies.ts'
import { lookBacksOf, type LookBackWish } from './look-backs.ts'
import type { CalendarSettings } from './settings.ts'
import { expandBlackouts } from './window-days.ts'

/** What is spread evenly gets so much more room, so that windows and whole villages fit. */
const ROOM = 1.15

export function buildCalendar(ground: CalendarGround): CalendarProblem {
  const { settings, units, firstYear, lastYear } = ground
  const span = spanOf(ground)
  const { periods, past } = span
  const pins = new Map(units.map((unit) => [unit.id, pinOf(ground, unit.id, span)]))
  const agains = lookBacksOf(ground, span, pins)
  return {
    format: 'shengmian.calendar-problem/1',
    name: ground.title,
    periods: [...periods],
    past,
    capacities: capacitiesOf(ground, span, { pins, agains }),
    units: units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      region: regionOf(unit),
      workload: settings.workload[unit.level],
      stay: settings.stay,
      urgency: urgencyOf(ground, unit),
      pinned: pins.get(unit.id)?.period ?? null,
      ...againOf(agains.get(unit.id), settings),
    })),
    blackouts: expandBlackouts(ground.blackouts, firstYear, lastYear).map(({ place, from, to, reason, source }) => ({
      region: place,
      from,
      to,
      reason,
      source,
    })),
    spacing: settings.spacing,
  }
}

function againOf(
  wish: LookBackWish | undefined,
  { lookBack: rule }: CalendarSettings,
): Pick<CalendarProblem['units'][number], 'lookBack'> {
  if (wish === undefined || rule === null) return {}
  const { after, within, inspected, pinned } = wish
  return { lookBack: { after, ...(within === null ? {} : { within }), workload: rule.workload, pinned: inspected ?? pinned } }
}

/** Team-days of each supply: what is given is divided by need, what is not given follows the need. */
function capacitiesOf(
  ground: CalendarGround,
  { periods, past }: Span,
  {
    pins,
    agains,
  }: {
    readonly pins: ReadonlyMap<string, ReturnType<typeof pinOf>>
    readonly agains: ReadonlyMap<string, LookBackWish>
  },
): CalendarProblem['capacities'] {
  const { settings } = ground
  const { lookBack: rule } = settings
  const over = new Set(periods.slice(0, past).map(({ id }) => id))
  const firstNeed = (own: readonly CalendarUnit[]): number =>
    own.reduce((sum, { id, level }) => sum + (over.has(pins.get(id)?.period ?? '') ? 0 : settings.workload[level]), 0)
  const againNeed = (own: readonly CalendarUnit[]): number =>
    own.reduce((sum, { id }) => sum + (agains.get(id)?.inspected === null ? (rule?.workload ?? 0) : 0), 0)
  const needOf = (own: readonly CalendarUnit[]): number => firstNeed(own) + (rule?.by === 'own' ? againNeed(own) : 0)
  const other = new Map(settings.exceptions.map(({ period, days }) => [period, days]))
  const open = Math.max(1, periods.length - past)
  const supplies = suppliesOf(ground)
  // a group with days of its own takes no part in what the others divide
  const needs = supplies.map(({ units, days }) => (days === null ? needOf(units) : 0))
  const againNeeds = supplies.map(({ units }) => againNeed(units))
  const workload = rule?.workload ?? 1
  const aboveDays = (all: readonly number[], k: number): number =>
    rule === null || rule.days === null
      ? // the first periods see no look-back yet, and a part of a visit is none
        Math.ceil(((all[k] ?? 0) / workload / Math.max(1, open - (rule?.after ?? 0))) * ROOM) * workload
      : (divide(rule.days, all)[k] ?? 0)
  return supplies.map(({ regions: [region = '', ...also], name, units, days: own }, k) => {
    // whole visits: what is left over of two periods is no room for a third
    const largest = Math.max(1, ...new Set(units.map(({ level }) => settings.workload[level])))
    const usual = Math.ceil(((needOf(units) / open) * ROOM) / largest) * largest
    const given = (days: number | null): number => own ?? (days === null ? usual : (divide(days, needs)[k] ?? 0))
    return {
      region,
      ...(also.length === 0 ? {} : { also }),
      name,
      days: periods.map(({ id }) => given(other.get(id) ?? settings.days)),
      ...(rule?.by === 'above' ? { lookBackDays: periods.map(() => aboveDays(againNeeds, k)) } : {}),
    }
  })
}
