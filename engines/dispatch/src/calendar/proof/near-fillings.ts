// How many visits of each sort can lie in each period, at least and at most, in a calendar whose figure lies no more than so much above what the
// prices prove: a period that is filled with fewer, or more, would be worth too little.
import type { Parted, TownPrices } from './bound-by-towns.ts'
import { fullestPeriod, type PeriodAsked } from './fullest-period.ts'
import type { Sorted } from './sorts.ts'

export interface Range {
  readonly low: number
  readonly high: number
}

/** By sort and period; `asked` as the prices were asked. */
export function nearFillings(
  sorted: Sorted,
  { seats }: TownPrices,
  { fillings }: Pick<Parted, 'fillings'>,
  { slack, asked }: { readonly slack: number; readonly asked: (purse: number, period: number) => PeriodAsked },
): readonly (readonly Range[])[] {
  const { pool, sorts } = sorted
  const worthAt = new Map(fillings.map(({ purse, period, worth }) => [purse * pool.periods + period, worth]))
  const rangeOf = (n: number, period: number): Range => {
    const { purse = 0, urgency = 0, workload = 1, most = [] } = sorts[n] ?? {}
    const days = pool.purses[purse]?.capacity[period] ?? 0
    const needed = (worthAt.get(purse * pool.periods + period) ?? Infinity) - slack
    const whole = asked(purse, period)
    const limited = (count: number, others = sorted): Sorted => ({
      ...others,
      sorts: sorts.map((sort, m) => (m === n ? { ...sort, most: sort.most.map((own) => Math.min(own, count)) } : sort)),
    })
    const worthOfFewer = (count: number): number => fullestPeriod(limited(count), seats, whole)?.worth ?? -Infinity
    const worthOfMore = (count: number): number => {
      const left = days - count * workload
      if (left < 0) return -Infinity
      const capacity = pool.purses.map((own, m) =>
        m === purse ? { ...own, capacity: own.capacity.map((before, k) => (k === period ? left : before)) } : own,
      )
      const low = purse === 0 ? Math.max(0, whole.urgency.low - count * urgency) : whole.urgency.low
      const high = purse === 0 ? whole.urgency.high - count * urgency : whole.urgency.high
      const rest = limited((most[period] ?? 0) - count, { ...sorted, pool: { ...pool, purses: capacity } })
      const own = fullestPeriod(rest, seats, { purse, period, urgency: { low, high } })
      return own === null ? -Infinity : own.worth + count * (seats[n]?.[period] ?? 0)
    }
    let [low, high] = [0, Math.min(most[period] ?? 0, Math.floor(days / workload))]
    // both are worth the less, the more is asked of them
    for (let few = 0; few < high;) {
      const middle = Math.ceil((few + high) / 2)
      if (worthOfMore(middle) >= needed) few = middle
      else high = middle - 1
    }
    for (let many = high; low < many;) {
      const middle = Math.floor((low + many) / 2)
      if (worthOfFewer(middle) >= needed) many = middle
      else low = middle + 1
    }
    return { low, high }
  }
  return sorts.map((_, n) =>
    Array.from({ length: pool.periods }, (__, k) => (k < pool.past ? { low: 0, high: 0 } : rangeOf(n, k))),
  )
}
