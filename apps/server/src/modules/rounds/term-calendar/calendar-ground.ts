// Everything that a calendar follows from, as it is now, and what is read off it at once. Pure.
import { periodsOf, type Period } from './periods.ts'
import type { CalendarSettings } from './settings.ts'
import type { Blackout } from './window-days.ts'

export interface CalendarUnit {
  readonly id: string
  readonly name: string
  readonly county: number
  readonly place: number
  readonly level: 'county' | 'township' | 'village' | 'other'
  readonly class: 'exemplary' | 'ordinary' | 'lagging' | null
}

/** What the office wishes for a unit: how urgent it is, and the periods that its visit and its look-back are pinned to. */
export interface Wish {
  readonly urgency: number | null
  readonly period: string | null
  readonly again: string | null
}

export const NO_WISH: Wish = { urgency: null, period: null, again: null }

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
  readonly wishes: ReadonlyMap<string, Wish>
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

export function urgencyOf(
  { wishes, settings }: Pick<CalendarGround, 'wishes' | 'settings'>,
  unit: Pick<CalendarUnit, 'id' | 'class'>,
): number {
  return wishes.get(unit.id)?.urgency ?? settings.urgency[unit.class ?? 'unknown']
}

export function spanOf({ firstYear, lastYear, today, settings }: CalendarGround): Span {
  const periods = periodsOf(firstYear, lastYear, settings.months)
  return { periods, past: periods.filter(({ end }) => end < today).length }
}
