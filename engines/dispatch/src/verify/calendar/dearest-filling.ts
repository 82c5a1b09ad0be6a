// The most that whole visits in one period can be worth at the prices in the file, within its team-days and the urgency it can hold.
import { doubled } from './urgency-left.ts'

const CELLS = 60_000
const DAYS = 20_000

/** Visits of one sort that may lie in the period. */
export interface Seats {
  readonly count: number
  readonly workload: number
  readonly urgency: number
  readonly price: number
}

/** −∞ where no filling has so much urgency, which is counted where it is given and the table stays small. */
export function dearestFilling(
  seats: readonly Seats[],
  days: number,
  urgency: { readonly low: number; readonly high: number } | null,
): number {
  if (urgency !== null && urgency.high < 0) return -Infinity
  const counts = urgency !== null && (days + 1) * (urgency.high + 1) <= CELLS ? urgency : null
  if (days > DAYS) return fractions(seats, days)
  const width = counts === null ? 1 : counts.high + 1
  let table = new Float64Array((days + 1) * width).fill(-Infinity)
  for (let x = 0; x <= days; x++) table[x * width] = 0
  for (const { count, workload, urgency: own, price } of seats) {
    const up = counts === null ? 0 : own
    if (price <= 0 && up === 0) continue
    for (const lot of doubled(Math.min(count, Math.floor(days / workload)))) {
      const next = table.slice()
      for (let x = lot * workload; x <= days; x++)
        for (let y = lot * up; y < width; y++) {
          const worth = (table[(x - lot * workload) * width + y - lot * up] ?? -Infinity) + lot * price
          if (worth > (next[x * width + y] ?? -Infinity)) next[x * width + y] = worth
        }
      table = next
    }
  }
  let best = -Infinity
  for (let y = Math.max(0, counts?.low ?? 0); y < width; y++) best = Math.max(best, table[days * width + y] ?? -Infinity)
  return best
}

function fractions(seats: readonly Seats[], days: number): number {
  let [left, worth] = [days, 0]
  for (const { count, workload, price } of seats.toSorted((a, b) => b.price * a.workload - a.price * b.workload)) {
    if (price <= 0) break
    const used = Math.min(left, count * workload)
    left -= used
    worth += Math.ceil((used * price) / workload) + 1
  }
  return worth
}
