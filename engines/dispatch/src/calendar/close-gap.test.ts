import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSolver } from '../solve/exact/highs.ts'
import { setUp } from './board.ts'
import { closeGap } from './close-gap.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import { leftOver } from './proof/left-over.ts'
import { sortVisits } from './proof/sorts.ts'
import { everyCalendar, smallPool } from './testing/every-calendar.ts'

const seeds = fc.integer({ min: 0, max: 500 })
const few = { numRuns: 12, seed: 20261128 } as const
const WORK = 1_000_000

/** From this calendar, as far as all its visits allow. */
async function close(number: number, at: Int32Array, figure: 'waiting' | 'openings', work = WORK) {
  const pool = smallPool(number)
  const highs = await loadSolver()
  const sorted = sortVisits(pool)
  const left = leftOver(sorted)
  const board = setUp(pool, at)
  const { waiting } = board.figures
  const found = findTownPrices(sorted, left, { figure, waiting, at, goal: board.figures[figure], share: 1, isTight: true }, highs)
  if (found === null) throw new Error('no prices')
  const { prices, bound } = found
  const proven = closeGap(board, sorted, { figure, waiting, bound, prices, left, highs, work })
  return { board, proven, bound }
}

describe('closing the gap between a calendar and what is proven', () => {
  it('from the calendar that waits longest, the least waiting of all calendars is found and proven', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (number) => {
        let [least, most, worst]: [number, number, Int32Array | null] = [Infinity, -1, null]
        everyCalendar(smallPool(number), ({ figures: { waiting }, at }) => {
          least = Math.min(least, waiting)
          if (waiting > most) [most, worst] = [waiting, at.slice()]
        })
        if (worst === null) return
        const { board, proven } = await close(number, worst, 'waiting')
        expect([board.figures.waiting, board.figures.crowding, proven]).toEqual([least, 0, least])
      }),
      few,
    )
  })

  it('from a calendar with many openings, the fewest of all that wait no longer are found and proven', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (number) => {
        const calendars: { waiting: number; openings: number; at: Int32Array }[] = []
        everyCalendar(smallPool(number), ({ figures: { waiting, openings }, at }) => {
          if (calendars.length < 20_000) calendars.push({ waiting, openings, at: at.slice() })
        })
        const from = calendars.reduce((high, one) => (one.openings > high.openings ? one : high), {
          waiting: 0,
          openings: 0,
          at: new Int32Array(),
        })
        if (from.openings === 0) return
        let fewest = Infinity
        everyCalendar(smallPool(number), ({ figures: { waiting, openings } }) => {
          if (waiting <= from.waiting) fewest = Math.min(fewest, openings)
        })
        const { board, proven } = await close(number, from.at, 'openings')
        expect([board.figures.openings, proven]).toEqual([fewest, fewest])
        expect(board.figures.waiting).toBeLessThanOrEqual(from.waiting)
      }),
      few,
    )
  })

  it('without work nothing is claimed but what the prices prove, and the calendar stays', async () => {
    let last = new Int32Array()
    everyCalendar(smallPool(3), ({ at }) => (last = at.slice()))
    const { board, proven, bound } = await close(3, last, 'waiting', 0)
    expect(proven).toBe(bound)
    expect([...board.at]).toEqual([...last])
  })
})
