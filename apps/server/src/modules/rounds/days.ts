// Calendar days as `YYYY-MM-DD` text; never a Date at local midnight, which slips a day.
import type { Clock } from '../../platform/clock.ts'

const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000

const asMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const asDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Today in China, which has one time zone. */
export function today(clock: Clock): string {
  return asDay(clock.now().getTime() + CHINA_MS)
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asMs(to) - asMs(from)) / DAY_MS)
}

export function addDays(day: string, days: number): string {
  return asDay(asMs(day) + days * DAY_MS)
}

/** The last day of a stay of whole months: three months from 2024-06-01 end on 2024-08-31. */
export function lastDayOf(start: string, months: number): string {
  const [year, month, day] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)), Number(start.slice(8, 10))]
  const daysInMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  // a month without that day ends the stay on its last day
  if (day > daysInMonth) return asDay(Date.UTC(year, month - 1 + months, daysInMonth))
  return addDays(asDay(Date.UTC(year, month - 1 + months, day)), -1)
}

/** The first instant of a day in China, and the first after it. */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** "2026年9月7日". */
export function dayZh(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}
