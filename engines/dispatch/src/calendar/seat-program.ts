// What programs over townships share: visits of a township that are alike have one integer column for each period in which they may lie and
// the township may be opened; look-backs come late enough; days suffice; of urgency at least so much is left over as counting proves.
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from '../solve/exact/lp.ts'
import { put, type Board } from './board.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { NearTown } from './proof/near-town.ts'
import type { Sorted } from './proof/sorts.ts'

export interface Seated {
  readonly visits: readonly number[]
  readonly seats: readonly { readonly k: number; readonly column: number }[]
}

export interface SeatProgram {
  readonly lp: Lp
  readonly seated: Seated[]
  /** By sort and period: the visits there. */
  readonly counts: Sum[][]
}

export function emptySeats({ pool, sorts }: Sorted): SeatProgram {
  return { lp: emptyLp(), seated: [], counts: sorts.map(() => Array.from({ length: pool.periods }, emptySum)) }
}

/** `opens`: by period in which the township can be opened, the columns of which one at most is 1, and is 1 when it is opened there. */
export function seatTown(
  { lp, seated, counts }: SeatProgram,
  { pool, townships }: Sorted,
  { town, opens, limits }: { readonly town: number; readonly opens: ReadonlyMap<number, Sum>; readonly limits?: NearTown },
): void {
  const seat = (list: readonly number[], sort: number, open: readonly number[], limit: Int32Array | undefined): Seated => {
    const seats = open.flatMap((k) => {
      const chosen = opens.get(k)
      const most = limit === undefined ? list.length : (limit[k] ?? 0)
      if (chosen === undefined || most === 0) return []
      const column = addColumn(lp, 0, most, true)
      const count = counts[sort]?.[k]
      if (count !== undefined) addTerm(count, column, 1)
      addRow(lp, -Infinity, 0, { columns: [column, ...chosen.columns], values: [1, ...chosen.columns.map(() => -most)] })
      return [{ k, column }]
    })
    addRow(lp, list.length, list.length, { columns: seats.map(({ column }) => column), values: seats.map(() => 1) })
    const own = { visits: list, seats }
    seated.push(own)
    return own
  }
  const { groups = [], pairs = [] } = townships[town] ?? {}
  for (const [n, { visits: list, sort, open }] of groups.entries()) seat(list, sort, open, limits?.groups[n])
  for (const [n, { visits: list, sort, open, again, openAgain, after: wait, within }] of pairs.entries()) {
    const first = seat(list, sort, open, limits?.firsts[n])
    const seconds = list.map((v) => pool.visits[v]?.partner ?? 0)
    const second = seat(seconds, again, openAgain, limits?.agains[n])
    // so many look-backs may be over as first visits were long enough ago, and must be as were too long ago
    for (const { k: until } of second.seats) {
      const sum = emptySum()
      for (const { k, column } of second.seats) if (k <= until) addTerm(sum, column, 1)
      for (const { k, column } of first.seats) if (k + wait <= until) addTerm(sum, column, -1)
      addRow(lp, -Infinity, 0, sum)
    }
    for (const until of open.map((k) => k + within)) {
      if (until >= (second.seats.at(-1)?.k ?? 0)) continue
      const sum = emptySum()
      for (const { k, column } of second.seats) if (k <= until) addTerm(sum, column, 1)
      for (const { k, column } of first.seats) if (k + within <= until) addTerm(sum, column, -1)
      addRow(lp, 0, Infinity, sum)
    }
  }
}

/** Adds the rows of days and of what is left over, as the counts now stand, and answers the waiting. */
export function holdDays({ lp, counts }: SeatProgram, { pool, sorts }: Sorted, left: LeftOver): Sum {
  const { past, periods, purses } = pool
  const waiting = emptySum()
  const loads = purses.map(() => Array.from({ length: periods }, emptySum))
  const after = Array.from({ length: periods }, emptySum)
  sorts.forEach(({ purse, urgency, workload }, sort) => {
    counts[sort]?.forEach((count, k) => {
      count.columns.forEach((column) => {
        const load = loads[purse]?.[k]
        if (load !== undefined) addTerm(load, column, workload)
        if (urgency === 0) return
        if (k > past) addTerm(waiting, column, urgency * (k - past))
        for (const sum of after.slice(past, k)) addTerm(sum, column, urgency)
      })
    })
  })
  purses.forEach(({ capacity }, purse) => {
    loads[purse]?.forEach((sum, k) => {
      if (k >= past) addRow(lp, -Infinity, capacity[k] ?? 0, sum)
    })
  })
  after.forEach((sum, k) => {
    if (sum.columns.length > 0) addRow(lp, left.least[k] ?? 0, Infinity, sum)
  })
  return waiting
}

/** Lays visits as the program has them; first visits stand before their look-backs, which follow in the order of their first visits. */
export function placeSeats(board: Board, seated: readonly Seated[], values: Float64Array): void {
  const { visits } = board.pool
  for (const { visits: list, seats } of seated) {
    const isAgain = visits[list[0] ?? 0]?.kind === 'look-back'
    const rankOf = (v: number): number => (isAgain ? (board.at[visits[v]?.partner ?? 0] ?? 0) : 0)
    const periods = seats.flatMap(({ k, column }) => Array.from({ length: Math.round(values[column] ?? 0) }, () => k))
    list.toSorted((a, b) => rankOf(a) - rankOf(b)).forEach((v, n) => put(board, v, periods[n] ?? board.at[v] ?? 0))
  }
}
