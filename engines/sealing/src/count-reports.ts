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

interface CodeCount {
  readonly village: string | null
  /** The poster's or card's code; null: opened without one, or written down by an inspector. */
  readonly poster: string | null
  /** Null: hidden, like a village. */
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
  /** By printed code within each village, in the order of the villages. */
  readonly codes: readonly CodeCount[]
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
  const villages = hideSmall(tally(reports.map(({ village }) => village))).map(({ of, reports: shown }) => ({
    village: of,
    reports: shown,
  }))
  const remote = reports.filter(({ channel }) => REMOTE.has(channel)).length
  return {
    reports: reports.length,
    villages,
    codes: villages.flatMap(({ village, reports: shown }) => {
      const counts = tally(reports.filter((report) => report.village === village).map(({ poster }) => poster))
      // What is within a hidden village would say how many it has.
      const cells = shown === null ? counts.map(({ of }) => ({ of, reports: null })) : hideSmall(counts)
      return cells.map(({ of, reports: ofCode }) => ({ village, poster: of, reports: ofCode }))
    }),
    onSite: reports.length - remote,
    remote,
    lives: { here: live('here'), away: live('away'), unsaid: live(null) },
    weeks: weeksOf(reports, begins),
  }
}

/** How often each name stands in a list, the most frequent first. */
function tally(names: readonly (string | null)[]): readonly { readonly of: string | null; readonly reports: number }[] {
  const counts = new Map<string | null, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([of, reports]) => ({ of, reports }))
    .sort((a, b) => b.reports - a.reports || (a.of ?? '~').localeCompare(b.of ?? '~', 'en'))
}

/** What is hidden is known to be one to four each, so the next larger one is hidden with it where the total says which. */
function hideSmall(
  counts: readonly { readonly of: string | null; readonly reports: number }[],
): readonly { readonly of: string | null; readonly reports: number | null }[] {
  const small = counts.filter(({ reports }) => reports < SMALLEST)
  const rest = small.reduce((sum, { reports }) => sum + reports, 0)
  const isTold = small.length === 1 || rest === small.length || rest === small.length * (SMALLEST - 1)
  const shown = counts.length - small.length - (small.length > 0 && isTold ? 1 : 0)
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
