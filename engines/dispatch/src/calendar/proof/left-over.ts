// How much urgency is left over after each period at least: of all visits that can lie so early, the team-days until then take the
// most urgent that fit, whole visits only. Waiting is the sum of what is left over after every period, so the sum of these is a bound
// on waiting that needs no prices at all; mostly it is the least waiting itself.
import type { Sorted } from './sorts.ts'

/** Steps of one count; beyond, fractions of visits are counted, which is no less true but weaker. */
const STEPS = 20_000_000

export interface LeftOver {
  /** By period. */
  readonly least: readonly number[]
  readonly sum: number
  /** Of all visits that are still to come. */
  readonly total: number
}

export function leftOver({ pool, sortOf }: Sorted): LeftOver {
  const { visits, purses, past, periods } = pool
  const coming = visits.filter(({ purse }, v) => purse === 0 && (sortOf[v] ?? -1) >= 0)
  const total = coming.reduce((sum, { urgency }) => sum + urgency, 0)
  const least = Array.from({ length: periods }, () => 0)
  let days = 0
  for (let k = past; k < periods; k++) {
    const there = coming.reduce((sum, { open, workload }) => sum + (open.includes(k) ? workload : 0), 0)
    days += Math.min(purses[0]?.capacity[k] ?? 0, there)
    const counts = new Map<string, { urgency: number; workload: number; count: number }>()
    let taken = 0
    for (const { open, urgency, workload } of coming) {
      if ((open[0] ?? 0) > k) continue
      if (urgency === 0) {
        if ((open.at(-1) ?? 0) <= k) taken += workload
        continue
      }
      const key = `${urgency} ${workload}`
      const own = counts.get(key)
      if (own === undefined) counts.set(key, { urgency, workload, count: 1 })
      else own.count += 1
    }
    least[k] = Math.max(0, total - mostUrgent([...counts.values()], Math.max(0, days - taken)))
  }
  return { least, sum: least.reduce((sum, own) => sum + own, 0), total }
}

interface Item {
  readonly urgency: number
  readonly workload: number
  readonly count: number
}

/** The most urgency that fits into the days. */
function mostUrgent(items: readonly Item[], days: number): number {
  const work = items.reduce((sum, { workload, count }) => sum + workload * count, 0)
  if (work <= days) return items.reduce((sum, { urgency, count }) => sum + urgency * count, 0)
  if (days * items.length * 12 > STEPS) return mostOfFractions(items, days)
  const most = new Float64Array(days + 1)
  for (const { urgency, workload, count } of items)
    for (const lot of lotsOf(Math.min(count, Math.floor(days / workload)))) {
      const [size, worth] = [lot * workload, lot * urgency]
      for (let x = days; x >= size; x--) most[x] = Math.max(most[x] ?? 0, (most[x - size] ?? 0) + worth)
    }
  return most[days] ?? 0
}

function mostOfFractions(items: readonly Item[], days: number): number {
  let [left, worth] = [days, 0]
  for (const { urgency, workload, count } of items.toSorted((a, b) => b.urgency * a.workload - a.urgency * b.workload)) {
    const used = Math.min(left, workload * count)
    left -= used
    worth += Math.ceil((used * urgency) / workload)
  }
  return worth
}

/** A count as lots of 1, 2, 4 … and a rest: any number up to it is a sum of some of them. */
export function lotsOf(count: number): number[] {
  const lots: number[] = []
  let left = count
  for (let lot = 1; left > 0; lot *= 2) {
    lots.push(Math.min(lot, left))
    left -= Math.min(lot, left)
  }
  return lots
}
