// What a team may say of its reports without saying what any of them says: counted on the device that opened them, small cells hidden.
import type { Report } from './report.ts'

/** Below this many a cell would point at people. */
const SMALLEST = 5

/** Channels by which somebody who is not in the village can be heard. */
const REMOTE: ReadonlySet<Report['channel']> = new Set(['page', 'call', 'letter'])

interface VillageCount {
  /** Twelve digits; null: the report names none. */
  readonly village: string | null
  /** Null: hidden. Fewer than five, or what one could work them out from. */
  readonly reports: number | null
}

interface WeekCount {
  /** From 1, by the first day of the stay. */
  readonly week: number
  readonly reports: number
  readonly named: number
}

export interface Counts {
  /** First messages; what comes later under a receipt is no further report. */
  readonly reports: number
  readonly villages: readonly VillageCount[]
  readonly onSite: number
  readonly remote: number
  /** Where reporters live, as far as they say. */
  readonly lives: { readonly here: number; readonly away: number; readonly unsaid: number }
  readonly weeks: readonly WeekCount[]
}

/** Counts opened reports. `begins`: first day of the stay, `2026-11-28`; reports of before count into week 1. */
export function countReports(opened: readonly Report[], begins: string): Counts {
  const reports = opened.filter(({ seq }) => seq === 1)
  const live = (where: Report['lives']) => reports.filter(({ lives }) => lives === where).length
  const remote = reports.filter(({ channel }) => REMOTE.has(channel)).length
  return {
    reports: reports.length,
    villages: hideSmall(tally(reports.map(({ village }) => village))),
    onSite: reports.length - remote,
    remote,
    lives: { here: live('here'), away: live('away'), unsaid: live(null) },
    weeks: weeksOf(reports, begins),
  }
}

function tally(villages: readonly (string | null)[]): readonly { village: string | null; reports: number }[] {
  const counts = new Map<string | null, number>()
  for (const village of villages) counts.set(village, (counts.get(village) ?? 0) + 1)
  return [...counts]
    .map(([village, reports]) => ({ village, reports }))
    .sort((a, b) => b.reports - a.reports || (a.village ?? '~').localeCompare(b.village ?? '~', 'en'))
}

/** One hidden cell alone is what is left of the total, so the next larger one is hidden with it. */
function hideSmall(counts: readonly { readonly village: string | null; readonly reports: number }[]): readonly VillageCount[] {
  const small = counts.filter(({ reports }) => reports < SMALLEST).length
  const shown = small === 1 ? counts.length - 2 : counts.length - small
  return counts.map((count, at) => (at < shown ? count : { ...count, reports: null }))
}

function weeksOf(reports: readonly Report[], begins: string): readonly WeekCount[] {
  const weekOf = ({ day }: Report) => Math.max(1, Math.floor((Date.parse(day) - Date.parse(begins)) / (7 * 86_400_000)) + 1)
  const last = Math.max(0, ...reports.map(weekOf))
  return Array.from({ length: last }, (_, at) => {
    const ofWeek = reports.filter((report) => weekOf(report) === at + 1)
    return { week: at + 1, reports: ofWeek.length, named: ofWeek.filter(({ named }) => named !== null).length }
  })
}
