// The dearest filling of one period: which whole visits fit into its team-days, how much urgency may lie there, and the most that
// such a filling is worth at the prices of seats.
import { lotsOf } from './left-over.ts'
import type { Sorted } from './sorts.ts'

/** Team-days times urgency: beyond, urgency is left out of the count, and beyond DAYS whole visits too. */
const CELLS = 60_000
const DAYS = 20_000

export interface Filling {
  readonly worth: number
  /** Visits by sort. */
  readonly seats: ReadonlyMap<number, number>
}

export interface PeriodAsked {
  readonly purse: number
  readonly period: number
  /** Urgency that lies there at least and at most, in any calendar that waits no more. */
  readonly urgency: { readonly low: number; readonly high: number }
}

interface Lot {
  readonly sort: number
  readonly count: number
  readonly days: number
  readonly urgency: number
  readonly worth: number
}

/** Prices by sort and period, whole numbers. Null where no filling has so much urgency. */
export function fullestPeriod(
  { pool, sorts }: Sorted,
  prices: readonly (readonly number[])[],
  { purse, period, urgency: { low, high } }: PeriodAsked,
): Filling | null {
  // less waiting than there can be
  if (purse === 0 && high < 0) return null
  const days = pool.purses[purse]?.capacity[period] ?? 0
  const isCounted = purse === 0 && (days + 1) * (high + 1) <= CELLS
  const urgent: Lot[] = []
  const calm: Lot[] = []
  sorts.forEach((sort, n) => {
    const price = prices[n]?.[period] ?? 0
    const asks = isCounted && sort.urgency > 0
    if (sort.purse !== purse || (price <= 0 && !asks)) return
    for (const count of lotsOf(Math.min(sort.most[period] ?? 0, Math.floor(days / sort.workload))))
      (asks ? urgent : calm).push({
        sort: n,
        count,
        days: count * sort.workload,
        urgency: asks ? count * sort.urgency : 0,
        worth: count * price,
      })
  })
  if (days > DAYS) return { worth: mostOfFractions(calm, days), seats: new Map() }
  return pack(calm, urgent, { days, low: isCounted ? low : 0, high: isCounted ? high : 0 })
}

/** Days by urgency; what is calm takes the days that the urgent leave. */
function pack(
  calm: readonly Lot[],
  urgent: readonly Lot[],
  { days, low, high }: { readonly days: number; readonly low: number; readonly high: number },
): Filling | null {
  const width = high + 1
  const rest = new Float64Array(days + 1)
  const taken = calm.map(({ days: size, worth }) => {
    const own = new Uint8Array(days + 1)
    for (let x = days; x >= size; x--) {
      const more = (rest[x - size] ?? 0) + worth
      if (more <= (rest[x] ?? 0)) continue
      rest[x] = more
      own[x] = 1
    }
    return own
  })
  const most = new Float64Array((days + 1) * width).fill(-Infinity)
  for (let x = 0; x <= days; x++) most[x * width] = 0
  const placed = urgent.map(({ days: size, urgency, worth }) => {
    const own = new Uint8Array((days + 1) * width)
    for (let x = days; x >= size; x--)
      for (let y = high; y >= urgency; y--) {
        const more = (most[(x - size) * width + y - urgency] ?? -Infinity) + worth
        if (more <= (most[x * width + y] ?? -Infinity)) continue
        most[x * width + y] = more
        own[x * width + y] = 1
      }
    return own
  })
  let [best, at, urgency] = [-Infinity, 0, 0]
  for (let x = 0; x <= days; x++)
    for (let y = Math.max(0, low); y <= high; y++) {
      const worth = (most[x * width + y] ?? -Infinity) + (rest[days - x] ?? 0)
      if (worth > best) [best, at, urgency] = [worth, x, y]
    }
  if (best === -Infinity) return null
  const seats = new Map<number, number>()
  const trace = (lots: readonly Lot[], own: readonly Uint8Array[], from: number, cells: number): void => {
    let [x, y] = [from, cells === 1 ? 0 : urgency]
    for (let n = lots.length - 1; n >= 0; n--) {
      const lot = lots[n]
      if (lot === undefined || own[n]?.[x * cells + y] !== 1) continue
      seats.set(lot.sort, (seats.get(lot.sort) ?? 0) + lot.count)
      x -= lot.days
      y -= cells === 1 ? 0 : lot.urgency
    }
  }
  trace(calm, taken, days - at, 1)
  trace(urgent, placed, at, width)
  return { worth: best, seats }
}

function mostOfFractions(lots: readonly Lot[], days: number): number {
  let [left, worth] = [days, 0]
  for (const lot of lots.toSorted((a, b) => b.worth * a.days - a.worth * b.days)) {
    const used = Math.min(left, lot.days)
    left -= used
    worth += Math.ceil((used * lot.worth) / lot.days)
  }
  return worth
}
