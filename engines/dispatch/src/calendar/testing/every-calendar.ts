// Calendars so small that all of them can be looked at.
import { randomOf } from '../../solve/testing/sample-problem.ts'
import { put, setUp, type Board } from '../board.ts'
import { poolsOf, type Pool } from '../pools.ts'
import { calendar, months, villages } from './sample-calendar.ts'

/** Seven villages of two townships, one of them looked back at (in every third pool without delay), in six months; no township is opened two months in a row. */
export function smallPool(number: number): Pool {
  const units = villages(7, 4, randomOf(number + 1)).map((unit, k) => ({
    ...unit,
    urgency: (number + k) % 3,
    ...(k === 2 ? { lookBack: { after: 2, workload: 2, ...(number % 3 === 0 ? { within: 2 + (number % 2) } : {}) } } : {}),
  }))
  const periods = months(2026).slice(0, 6)
  const days = periods.map((_, k) => 10 + ((number >> k) & 3))
  const [pool] = poolsOf(calendar({ periods, units, spacing: 2, capacities: [{ region: '421087', name: '某市', days }] }), [])
  if (pool === undefined) throw new Error('no pool')
  return pool
}

/** Calls with every calendar that keeps the rules, on the same board. */
export function everyCalendar(pool: Pool, onCalendar: (board: Board) => void): void {
  const board = setUp(pool, new Int32Array(pool.visits.length).fill(-1))
  const { at, load, figures } = board
  const walk = (v: number): void => {
    const visit = pool.visits[v]
    if (visit === undefined) {
      onCalendar(board)
      return
    }
    const isAgain = visit.kind === 'look-back'
    const first = isAgain ? (at[visit.partner] ?? 0) + visit.after : 0
    const last = isAgain ? (at[visit.partner] ?? 0) + visit.within : Infinity
    for (const k of visit.open) {
      if (k < first || k > last || (load[k] ?? 0) + visit.workload > (pool.purses[0]?.capacity[k] ?? 0)) continue
      put(board, v, k)
      if (figures.crowding === 0) walk(v + 1)
      put(board, v, -1)
    }
  }
  walk(0)
}
