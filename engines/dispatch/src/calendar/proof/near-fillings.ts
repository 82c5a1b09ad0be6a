// How many visits of each sort can lie in each period, at least and at most, in a calendar whose figure lies no more than so much above what the
// prices prove: a period that is filled with fewer, or more, would be worth too little.
import type { Parted, TownPrices } from './bound-by-towns.ts'
import { worthByCount, type PeriodAsked } from './fullest-period.ts'
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
  const ranges = sorts.map(() => Array.from({ length: pool.periods }, (): Range => ({ low: 0, high: 0 })))
  for (const { purse, period, worth: best } of fillings) {
    const days = pool.purses[purse]?.capacity[period] ?? 0
    const worths = worthByCount(sorted, seats, asked(purse, period))
    sorts.forEach(({ purse: own, most, workload }, n) => {
      const range = ranges[n]
      if (own !== purse || range === undefined) return
      const worth = worths?.get(n)
      const isEnough = (one: number): boolean => one >= best - slack
      // nothing is ruled out where whole visits are not counted
      range[period] =
        worth === undefined
          ? { low: 0, high: Math.min(most[period] ?? 0, Math.floor(days / workload)) }
          : { low: Math.max(0, worth.findIndex(isEnough)), high: Math.max(0, worth.findLastIndex(isEnough)) }
    })
  }
  return ranges
}
