// Which periods leave a unit enough days between the blackouts of its place.
import type { CalendarProblem, CalendarUnit } from './problem.ts'

const DAY_MS = 86_400_000
const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)

interface Closed {
  readonly from: number
  readonly to: number
  /** Its place in `blackouts`. */
  readonly index: number
}

export interface Windows {
  /** Blackouts over a place, in order of their beginning. */
  readonly over: (region: string) => readonly Closed[]
  /** Whether the period leaves the unit's stay free of these blackouts. */
  readonly isFree: (unit: CalendarUnit, period: number, closed: readonly Closed[]) => boolean
}

export function windowsOf({ blackouts, periods }: CalendarProblem): Windows {
  const byRegion = new Map<string, Closed[]>()
  blackouts.forEach(({ region, from, to }, index) => {
    const list = byRegion.get(region) ?? []
    list.push({ from: dayOf(from), to: dayOf(to), index })
    byRegion.set(region, list)
  })
  const spans = periods.map(({ start, end }) => [dayOf(start), dayOf(end)] as const)
  const known = new Map<string, readonly Closed[]>()
  const over = (region: string): readonly Closed[] => {
    const found = known.get(region)
    if (found !== undefined) return found
    const all = [2, 4, 6, 9, 12].flatMap((digits) => byRegion.get(region.slice(0, digits)) ?? [])
    const sorted = all.toSorted((a, b) => a.from - b.from || a.to - b.to || a.index - b.index)
    known.set(region, sorted)
    return sorted
  }
  const isFree: Windows['isFree'] = ({ stay }, period, closed) => {
    const [start, end] = spans[period] ?? [0, 0]
    const needed = stay ?? end - start + 1
    let free = start
    for (const { from, to } of closed) {
      if (to < free || from > end) continue
      if (from - free >= needed) return true
      free = Math.max(free, to + 1)
    }
    return end - free + 1 >= needed
  }
  return { over, isFree }
}
