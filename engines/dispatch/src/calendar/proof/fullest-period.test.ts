import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallPool } from '../testing/every-calendar.ts'
import { fullestPeriod, worthByCount } from './fullest-period.ts'
import { sortVisits, type Sorted } from './sorts.ts'

/** Every filling of a period: visits by sort. */
function everyFilling(
  { pool, sorts }: Sorted,
  purse: number,
  period: number,
  onFilling: (counts: readonly number[]) => void,
): void {
  const walk = (counts: readonly number[], days: number): void => {
    const sort = sorts[counts.length]
    if (sort === undefined) {
      onFilling(counts)
      return
    }
    const most = sort.purse === purse ? (sort.most[period] ?? 0) : 0
    for (let count = 0; count <= most && count * sort.workload <= days; count++)
      walk([...counts, count], days - count * sort.workload)
  }
  walk([], pool.purses[purse]?.capacity[period] ?? 0)
}

describe('the dearest filling of a period', () => {
  it('is worth, for every count of every sort, what the best of all fillings with that count is worth', () => {
    let reached = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 5 }),
        fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 20, maxLength: 20 }),
        fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 })),
        (number, period, drawn, [low, more]) => {
          const sorted = sortVisits(smallPool(number))
          const prices = sorted.sorts.map((_, n) =>
            Array.from({ length: sorted.pool.periods }, () => drawn[n % drawn.length] ?? 0),
          )
          const urgency = { low, high: low + more }
          const best = sorted.sorts.map(({ most }) => new Map<number, number>(most.map((__, count) => [count, -Infinity])))
          let all = -Infinity
          everyFilling(sorted, 0, period, (counts) => {
            const urgent = counts.reduce((sum, count, n) => sum + count * (sorted.sorts[n]?.urgency ?? 0), 0)
            if (urgent < urgency.low || urgent > urgency.high) return
            const worth = counts.reduce((sum, count, n) => sum + count * (prices[n]?.[period] ?? 0), 0)
            all = Math.max(all, worth)
            counts.forEach((count, n) => best[n]?.set(count, Math.max(best[n]?.get(count) ?? -Infinity, worth)))
          })
          const asked = { purse: 0, period, urgency }
          expect(fullestPeriod(sorted, prices, asked)?.worth ?? -Infinity).toBe(all)
          for (const [n, worths] of worthByCount(sorted, prices, asked) ?? []) {
            worths.forEach((worth, count) => expect([n, count, worth]).toEqual([n, count, best[n]?.get(count) ?? -Infinity]))
            reached += worths.filter((worth) => worth > -Infinity).length
          }
        },
      ),
      { numRuns: 60, seed: 20261128 },
    )
    expect(reached).toBeGreaterThan(500)
  })
})
