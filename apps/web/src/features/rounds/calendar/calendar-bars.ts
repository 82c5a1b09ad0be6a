// Where a round stands on the calendar: pure, in days from the first.
export interface Bar {
  readonly left: number
  readonly width: number
}

const DAY = 86_400_000
const dayNumber = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY)

/** The part of a window that a calendar shows, in hundredths of its width; `null` outside it. */
export function barOf(window: { readonly starts: string; readonly ends: string }, from: string, to: string): Bar | null {
  const first = dayNumber(from)
  const days = dayNumber(to) - first + 1
  const left = Math.max(0, dayNumber(window.starts) - first)
  const right = Math.min(days, dayNumber(window.ends) - first + 1)
  return right <= left ? null : { left: (100 * left) / days, width: (100 * (right - left)) / days }
}

/** The first day of each month of a year with its place on the calendar. */
export function monthsOf(year: number): readonly { readonly month: number; readonly left: number }[] {
  const from = `${year}-01-01`
  return Array.from({ length: 12 }, (_none, at) => {
    const first = `${year}-${String(at + 1).padStart(2, '0')}-01`
    return { month: at + 1, left: barOf({ starts: first, ends: first }, from, `${year}-12-31`)?.left ?? 0 }
  })
}
