// Windows as days: those of every year laid into each year of the term, and what they leave of a period.
export interface Blackout {
  readonly id: string
  readonly place: string
  readonly kind: 'election' | 'farming' | 'other'
  readonly from: string
  readonly to: string
  readonly yearly: boolean
  readonly reason: string
  readonly source: string
}

const DAY_MS = 86_400_000
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

/** Windows of single years that touch the term; one that comes every year comes once for each. */
export function expandBlackouts(blackouts: readonly Blackout[], firstYear: number, lastYear: number): readonly Blackout[] {
  return blackouts.flatMap((blackout) => {
    if (!blackout.yearly) return within(blackout, firstYear, lastYear) ? [blackout] : []
    const own = Number(blackout.from.slice(0, 4))
    return Array.from({ length: lastYear - firstYear + 2 }, (_, k) => firstYear - 1 + k)
      .map((year) => ({ ...blackout, from: moved(blackout.from, year - own), to: moved(blackout.to, year - own) }))
      .filter((one) => within(one, firstYear, lastYear))
  })
}

const within = ({ from, to }: Blackout, firstYear: number, lastYear: number): boolean =>
  from <= `${lastYear}-12-31` && to >= `${firstYear}-01-01`

/** The same day some years on; the 29th of February becomes the 28th where there is none. */
function moved(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const rest = day.slice(4)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`
}

/** The longest run of days of a period that none of these windows takes, and how many days the period has. */
export function longestRun(
  { start, end }: { readonly start: string; readonly end: string },
  blackouts: readonly Pick<Blackout, 'from' | 'to'>[],
): { readonly longest: number; readonly all: number } {
  const [first, last] = [dayNumber(start), dayNumber(end)]
  let [free, longest] = [first, 0]
  for (const { from, to } of blackouts.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const [shut, open] = [dayNumber(from), dayNumber(to) + 1]
    if (open <= free || shut > last) continue
    longest = Math.max(longest, shut - free)
    free = open
  }
  return { longest: Math.max(longest, last - free + 1, 0), all: last - first + 1 }
}
