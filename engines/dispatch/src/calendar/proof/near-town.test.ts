import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSolver } from '../../solve/exact/highs.ts'
import { everyCalendar, smallPool } from '../testing/every-calendar.ts'
import { MILLION, partTowns, seatPricesOf, urgencyAt } from './bound-by-towns.ts'
import { findTownPrices } from './find-town-prices.ts'
import { leftOver } from './left-over.ts'
import { nearFillings } from './near-fillings.ts'
import { nearTown } from './near-town.ts'
import { sortVisits } from './sorts.ts'

/** What the prices of one small pool leave open to calendars that wait `above` longer than the least at most. */
async function limitsOf(number: number, above: number) {
  const pool = smallPool(number)
  const sorted = sortVisits(pool)
  const left = leftOver(sorted)
  let [least, at]: [number, Int32Array | null] = [Infinity, null]
  everyCalendar(pool, (board) => {
    if (board.figures.waiting < least) [least, at] = [board.figures.waiting, board.at.slice()]
  })
  if (at === null) return null
  const [figure, waiting] = ['waiting' as const, least + above]
  const search = { figure, waiting, at, goal: least, share: 1, isTight: true }
  const found = findTownPrices(sorted, left, search, await loadSolver())
  const parted = found === null ? null : partTowns(sorted, left, found.prices, search)
  if (found === null || parted === null) throw new Error('no prices')
  const slack = MILLION * waiting - parted.bound
  const prices = seatPricesOf(sorted, found.prices, figure)
  const towns = parted.towns.map(({ pays }, town) => nearTown(sorted, town, prices, { least: pays, slack }))
  const asked = (purse: number, period: number) => ({ purse, period, urgency: urgencyAt(left, waiting, period, pool.past) })
  return { sorted, waiting, towns, ranges: nearFillings(sorted, found.prices, parted, { slack, asked }) }
}

describe('what prices leave open', () => {
  it('no calendar that is good enough has a township, a visit or a period outside of it, and something is ruled out', async () => {
    let [open, all] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 2 }), async (number, above) => {
        const limits = await limitsOf(number, above)
        if (limits === null) return
        const { sorted, waiting, towns, ranges } = limits
        const { pool, sortOf, townships } = sorted
        const counted = (list: readonly number[], at: Int32Array, k: number): number => list.filter((v) => at[v] === k).length
        const partners = (list: readonly number[]): number[] => list.map((v) => pool.visits[v]?.partner ?? -1)
        const faults: string[] = []
        everyCalendar(pool, ({ at, there, figures }) => {
          if (figures.waiting > waiting) return
          townships.forEach(({ groups, pairs }, town) => {
            const near = towns[town]
            const set = Array.from({ length: pool.periods }, (_, k) => k).filter((k) => (there[town * pool.periods + k] ?? 0) > 0)
            if (near?.sets.some((own) => own.join() === set.join()) !== true) faults.push(`township ${town}: ${set.join()}`)
            for (let k = 0; k < pool.periods; k++) {
              groups.forEach(({ visits }, n) => {
                if (counted(visits, at, k) > (near?.groups[n]?.[k] ?? 0)) faults.push(`group ${n} in ${k}`)
              })
              pairs.forEach(({ visits }, n) => {
                if (counted(visits, at, k) > (near?.firsts[n]?.[k] ?? 0)) faults.push(`first visits ${n} in ${k}`)
                if (counted(partners(visits), at, k) > (near?.agains[n]?.[k] ?? 0)) faults.push(`look-backs ${n} in ${k}`)
              })
            }
          })
          ranges.forEach((own, sort) => {
            own.forEach(({ low, high }, k) => {
              const count = at.reduce((sum, period, v) => sum + (sortOf[v] === sort && period === k ? 1 : 0), 0)
              if (count < low || count > high) faults.push(`sort ${sort} in ${k}: ${count}`)
            })
          })
        })
        expect(faults).toEqual([])
        for (const near of towns) for (const own of near?.groups ?? []) open += own.filter((most) => most > 0).length
        for (const { groups } of townships) for (const own of groups) all += own.open.length
      }),
      { numRuns: 10, seed: 20261128 },
    )
    expect(open).toBeLessThan(all)
  })
})
