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
export function fullestPeriod(sorted: Sorted, prices: readonly (readonly number[])[], asked: PeriodAsked): Filling | null {
  // less waiting than there can be
  if (asked.purse === 0 && asked.urgency.high < 0) return null
  const lots = lotsAsked(sorted, prices, asked)
  return lots.days > DAYS ? { worth: mostOfFractions(lots.calm, lots.days), seats: new Map() } : pack(lots)
}

/**
 * By sort of the period's capacity: what the dearest filling with exactly 0, 1, 2 … visits of that sort is worth, −∞ where none has so much
 * urgency. Null where the period is too large for whole visits to be counted.
 */
export function worthByCount(
  sorted: Sorted,
  prices: readonly (readonly number[])[],
  asked: PeriodAsked,
): ReadonlyMap<number, Float64Array> | null {
  const { purse, period } = asked
  const lots = lotsAsked(sorted, prices, asked)
  const { days, low, high, isCounted } = lots
  if (days > DAYS) return null
  const all = { calm: packCalm(lots.calm, days).rest, urgent: packUrgent(lots.urgent, days, high).most }
  const worths = new Map<number, Float64Array>()
  sorted.sorts.forEach((sort, n) => {
    if (sort.purse !== purse) return
    const isUrgent = isCounted && sort.urgency > 0
    const others = (own: readonly Lot[]): readonly Lot[] => own.filter((lot) => lot.sort !== n)
    const calm = isUrgent ? all.calm : packCalm(others(lots.calm), days).rest
    const urgent = isUrgent ? packUrgent(others(lots.urgent), days, high).most : all.urgent
    const price = prices[n]?.[period] ?? 0
    const worth = new Float64Array(countOf(sort, period, days) + 1).fill(-Infinity)
    worth.forEach((_, count) => {
      const taken = isUrgent ? count * sort.urgency : 0
      const range = { days: days - count * sort.workload, low: low - taken, high: high - taken, width: high + 1 }
      worth[count] = count * price + dearest(urgent, calm, range).worth
    })
    worths.set(n, worth)
  })
  return worths
}

function countOf({ most, workload }: Sorted['sorts'][number], period: number, days: number): number {
  return Math.min(most[period] ?? 0, Math.floor(days / workload))
}

interface Lots {
  readonly days: number
  readonly low: number
  readonly high: number
  readonly isCounted: boolean
  readonly calm: readonly Lot[]
  readonly urgent: readonly Lot[]
}

function lotsAsked(
  { pool, sorts }: Sorted,
  prices: readonly (readonly number[])[],
  { purse, period, urgency: { low, high } }: PeriodAsked,
): Lots {
  const days = pool.purses[purse]?.capacity[period] ?? 0
  const isCounted = purse === 0 && (days + 1) * (high + 1) <= CELLS
  const urgent: Lot[] = []
  const calm: Lot[] = []
  sorts.forEach((sort, n) => {
    const price = prices[n]?.[period] ?? 0
    const asks = isCounted && sort.urgency > 0
    if (sort.purse !== purse || (price <= 0 && !asks)) return
    for (const count of lotsOf(countOf(sort, period, days)))
      (asks ? urgent : calm).push({
        sort: n,
        count,
        days: count * sort.workload,
        urgency: asks ? count * sort.urgency : 0,
        worth: count * price,
      })
  })
  return { days, low: isCounted ? low : 0, high: isCounted ? Math.max(0, high) : 0, isCounted, calm, urgent }
}

/** By days: what fits is worth at most; and by lot, whether it is taken there. */
function packCalm(calm: readonly Lot[], days: number): { readonly rest: Float64Array; readonly taken: readonly Uint8Array[] } {
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
  return { rest, taken }
}

/** The same by days and urgency, which is met exactly. */
function packUrgent(
  urgent: readonly Lot[],
  days: number,
  high: number,
): { readonly most: Float64Array; readonly placed: readonly Uint8Array[] } {
  const width = high + 1
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
  return { most, placed }
}

/** What is calm takes the days that the urgent leave. */
function dearest(
  urgent: Float64Array,
  calm: Float64Array,
  { days, low, high, width }: { readonly days: number; readonly low: number; readonly high: number; readonly width: number },
): { readonly worth: number; readonly at: number; readonly urgency: number } {
  let [worth, at, urgency] = [-Infinity, 0, 0]
  for (let x = 0; x <= days; x++)
    for (let y = Math.max(0, low); y <= high; y++) {
      const own = (urgent[x * width + y] ?? -Infinity) + (calm[days - x] ?? 0)
      if (own > worth) [worth, at, urgency] = [own, x, y]
    }
  return { worth, at, urgency }
}

function pack({ calm, urgent, days, low, high }: Lots): Filling | null {
  const { rest, taken } = packCalm(calm, days)
  const { most, placed } = packUrgent(urgent, days, high)
  const width = high + 1
  const { worth: best, at, urgency } = dearest(most, rest, { days, low, high, width })
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
