// The ground of a calendar as the engine's problem file. Nothing is read here: the same ground gives the same bytes.
import type { CalendarProblem } from '@shengmian/dispatch'
import { lookBacksOf, type LookBackWish } from './look-backs.ts'
import { periodsOf, type Period } from './periods.ts'
import type { CalendarSettings } from './settings.ts'
import { expandBlackouts, type Blackout } from './window-days.ts'

export interface CalendarUnit {
  readonly id: string
  readonly name: string
  readonly county: number
  readonly place: number
  readonly level: 'county' | 'township' | 'village' | 'other'
  readonly class: 'exemplary' | 'ordinary' | 'lagging' | null
}

export interface CalendarGround {
  readonly title: string
  /** Wire code and name of the place whose units are due. */
  readonly authority: { readonly code: string; readonly name: string }
  readonly firstYear: number
  readonly lastYear: number
  /** `YYYY-MM-DD`; periods that ended before it are past. */
  readonly today: string
  readonly settings: CalendarSettings
  readonly units: readonly CalendarUnit[]
  /** Names of the counties of the units, by their six digits. */
  readonly counties: ReadonlyMap<string, string>
  readonly blackouts: readonly Blackout[]
  readonly wishes: ReadonlyMap<string, { readonly urgency: number | null; readonly period: string | null }>
  /** The day on which a unit's inspection of this term began. */
  readonly inspections: ReadonlyMap<string, { readonly round: string; readonly title: string; readonly day: string }>
  /** The day on which its look-back began, where one has been after that inspection. */
  readonly againInspections: ReadonlyMap<string, { readonly day: string }>
}

/** Periods of the term, how many of them are over. */
export interface Span {
  readonly periods: readonly Period[]
  readonly past: number
}

/** What is spread evenly gets so much more room, so that windows and whole villages fit. */
const ROOM = 1.15

/** Twelve digits, as the engine reads the place of a unit. */
export const regionOf = ({ place }: Pick<CalendarUnit, 'place'>): string => String(place).padStart(12, '0')

/** Inspected units are pinned to the period of their inspection; else the office's pin holds, unless its period is over or gone. */
export function pinOf(
  { wishes, inspections }: CalendarGround,
  unit: string,
  { periods, past }: Span,
): { readonly period: string; readonly why: 'inspected' | 'office' } | null {
  const day = inspections.get(unit)?.day
  const done = day === undefined ? undefined : periods.find(({ start, end }) => start <= day && day <= end)
  if (done !== undefined) return { period: done.id, why: 'inspected' }
  const at = periods.findIndex(({ id }) => id === wishes.get(unit)?.period)
  const wished = at < past ? undefined : periods[at]
  return wished === undefined ? null : { period: wished.id, why: 'office' }
}

export function urgencyOf({ wishes, settings }: CalendarGround, unit: CalendarUnit): number {
  return wishes.get(unit.id)?.urgency ?? settings.urgency[unit.class ?? 'unknown']
}

export function spanOf({ firstYear, lastYear, today, settings }: CalendarGround): Span {
  const periods = periodsOf(firstYear, lastYear, settings.months)
  return { periods, past: periods.filter(({ end }) => end < today).length }
}

/** Units that are looked back at. */
export function againsOf(ground: CalendarGround): ReadonlyMap<string, LookBackWish> {
  const span = spanOf(ground)
  return lookBacksOf(ground, span, new Map(ground.units.map(({ id }) => [id, pinOf(ground, id, span)])))
}

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
  return { lookBack: { after: wish.after, workload: rule.workload, pinned: wish.inspected } }
}

/** Team-days of the whole place, or of each county: what is given is divided by need, what is not given follows the need. */
function capacitiesOf(
  { settings, units, authority, counties }: CalendarGround,
  { periods, past }: Span,
  {
    pins,
    agains,
  }: {
    readonly pins: ReadonlyMap<string, ReturnType<typeof pinOf>>
    readonly agains: ReadonlyMap<string, LookBackWish>
  },
): CalendarProblem['capacities'] {
  const { lookBack: rule } = settings
  const over = new Set(periods.slice(0, past).map(({ id }) => id))
  const firstNeed = (own: readonly CalendarUnit[]): number =>
    own.reduce((sum, { id, level }) => sum + (over.has(pins.get(id)?.period ?? '') ? 0 : settings.workload[level]), 0)
  const againNeed = (own: readonly CalendarUnit[]): number =>
    own.reduce((sum, { id }) => sum + (agains.get(id)?.inspected === null ? (rule?.workload ?? 0) : 0), 0)
  const needOf = (own: readonly CalendarUnit[]): number => firstNeed(own) + (rule?.by === 'own' ? againNeed(own) : 0)
  const other = new Map(settings.exceptions.map(({ period, days }) => [period, days]))
  const open = Math.max(1, periods.length - past)
  const isShared = settings.share === 'county' && authority.code.length < 6 && units.length > 0
  const groups: readonly (readonly [string, readonly CalendarUnit[]])[] = isShared
    ? [...Map.groupBy(units, (unit) => regionOf(unit).slice(0, 6))]
    : [[authority.code, units]]
  const needs = groups.map(([, own]) => needOf(own))
  const againNeeds = groups.map(([, own]) => againNeed(own))
  const workload = rule?.workload ?? 1
  const aboveDays = (all: readonly number[], k: number): number =>
    rule === null || rule.days === null
      ? // the first periods see no look-back yet, and a part of a visit is none
        Math.ceil(((all[k] ?? 0) / workload / Math.max(1, open - (rule?.after ?? 0))) * ROOM) * workload
      : (divide(rule.days, all)[k] ?? 0)
  return groups.map(([region, own], k) => {
    const usual = Math.ceil((needOf(own) / open) * ROOM)
    const given = (days: number | null): number => (days === null ? usual : (divide(days, needs)[k] ?? 0))
    return {
      region,
      name: isShared ? (counties.get(region) ?? region) : authority.name,
      days: periods.map(({ id }) => given(other.get(id) ?? settings.days)),
      ...(rule?.by === 'above' ? { lookBackDays: periods.map(() => aboveDays(againNeeds, k)) } : {}),
    }
  })
}

/** Whole days by need, none lost: what is left over goes to the largest remainders, to the first where they are equal. */
export function divide(days: number, needs: readonly number[]): readonly number[] {
  const all = needs.reduce((sum, need) => sum + need, 0)
  if (all === 0) return needs.map((_, k) => (k === 0 ? days : 0))
  const parts = needs.map((need) => Math.floor((days * need) / all))
  const left = days - parts.reduce((sum, part) => sum + part, 0)
  const first = needs
    .map((need, k) => ({ k, rest: (days * need) % all }))
    .toSorted((a, b) => b.rest - a.rest || a.k - b.k)
    .slice(0, left)
  return parts.map((part, k) => part + (first.some((one) => one.k === k) ? 1 : 0))
}
