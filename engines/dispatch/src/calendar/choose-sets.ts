// Of a few good sets of periods for each township, one: an integer program that starts from the calendar on the board. What a township
// may be opened in is settled by whole sets, so spacing is kept by itself and the program is far smaller than with every period open.
import type { Highs } from 'highs'
import { solveMip } from '../solve/exact/highs.ts'
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Sum } from '../solve/exact/lp.ts'
import { put, type Board } from './board.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'

export interface Choosing {
  readonly figure: 'waiting' | 'openings'
  /** By township; the set in which it is open now joins them. */
  readonly sets: readonly (readonly (readonly number[])[])[]
  readonly left: LeftOver
  readonly highs: Highs
  readonly work: number
}

interface Seated {
  readonly visits: readonly number[]
  readonly seats: readonly { readonly k: number; readonly column: number }[]
}

/** Leaves the better calendar on the board: fewer openings without more waiting, or less waiting. */
export function chooseSets(board: Board, { pool, sorts, townships }: Sorted, choosing: Choosing): void {
  const { figure, sets, left, highs, work } = choosing
  const { at, figures, there } = board
  const { past, periods, purses, visits } = pool
  const lp = emptyLp()
  const start: number[] = []
  const add = (most: number, now: number): number => {
    start.push(now)
    return addColumn(lp, 0, most, true)
  }
  const [waiting, openings] = [emptySum(), emptySum()]
  const loads = purses.map(() => Array.from({ length: periods }, emptySum))
  const after = Array.from({ length: periods }, emptySum)
  const seated: Seated[] = []
  const seat = (list: readonly number[], sort: number, open: readonly number[], opens: ReadonlyMap<number, Sum>): Seated => {
    const { urgency = 0, workload = 0, purse = 0 } = sorts[sort] ?? {}
    const seats = open.flatMap((k) => {
      const chosen = opens.get(k)
      if (chosen === undefined) return []
      const column = add(list.length, list.filter((v) => at[v] === k).length)
      const load = loads[purse]?.[k]
      if (load !== undefined) addTerm(load, column, workload)
      if (urgency > 0 && k > past) addTerm(waiting, column, urgency * (k - past))
      if (urgency > 0) for (const sum of after.slice(past, k)) addTerm(sum, column, urgency)
      const values = [1, ...chosen.columns.map(() => -list.length)]
      addRow(lp, -Infinity, 0, { columns: [column, ...chosen.columns], values })
      return [{ k, column }]
    })
    addRow(lp, list.length, list.length, { columns: seats.map(({ column }) => column), values: seats.map(() => 1) })
    const own = { visits: list, seats }
    seated.push(own)
    return own
  }
  townships.forEach(({ groups, pairs }, town) => {
    const now = Array.from({ length: periods - past }, (_, n) => past + n).filter((k) => (there[town * periods + k] ?? 0) > 0)
    const choices = new Map([now, ...(sets[town] ?? [])].map((set) => [set.join(), set]))
    const opens = new Map<number, Sum>()
    const all = emptySum()
    for (const [key, set] of choices) {
      const column = add(1, key === now.join() ? 1 : 0)
      addTerm(openings, column, set.length)
      addTerm(all, column, 1)
      for (const k of set) {
        const sum = opens.get(k) ?? emptySum()
        addTerm(sum, column, 1)
        opens.set(k, sum)
      }
    }
    addRow(lp, 1, 1, all)
    for (const { visits: list, sort, open } of groups) seat(list, sort, open, opens)
    for (const { visits: list, sort, open, again, openAgain, after: wait } of pairs) {
      const first = seat(list, sort, open, opens)
      const seconds = list.map((v) => visits[v]?.partner ?? 0)
      const second = seat(seconds, again, openAgain, opens)
      // so many look-backs may be over as first visits were long enough ago
      for (const { k: until } of second.seats) {
        const sum = emptySum()
        for (const { k, column } of second.seats) if (k <= until) addTerm(sum, column, 1)
        for (const { k, column } of first.seats) if (k + wait <= until) addTerm(sum, column, -1)
        addRow(lp, -Infinity, 0, sum)
      }
    }
  })
  purses.forEach(({ capacity }, purse) => {
    loads[purse]?.forEach((sum, k) => {
      if (k >= past) addRow(lp, -Infinity, capacity[k] ?? 0, sum)
    })
  })
  after.forEach((sum, k) => {
    if (sum.columns.length > 0) addRow(lp, left.least[k] ?? 0, Infinity, sum)
  })
  if (figure === 'openings') addRow(lp, -Infinity, figures.waiting, waiting)
  const known = { indices: Int32Array.from(start.keys()), values: Float64Array.from(start) }
  const { values } = solveMip(highs, lp, figure === 'openings' ? openings : waiting, { work, start: known, isAsymmetric: true })
  if (values === null) return
  const before = { at: at.slice(), figure: figures[figure] }
  for (const own of seated) place(board, own, values)
  if (figures[figure] > before.figure || figures.crowding > 0) before.at.forEach((k, v) => put(board, v, k))
}

/** First visits stand before their look-backs, which follow in the order of their first visits. */
function place(board: Board, { visits: list, seats }: Seated, values: Float64Array): void {
  const { visits } = board.pool
  const isAgain = visits[list[0] ?? 0]?.kind === 'look-back'
  const rankOf = (v: number): number => (isAgain ? (board.at[visits[v]?.partner ?? 0] ?? 0) : 0)
  const periods = seats.flatMap(({ k, column }) => Array.from({ length: Math.round(values[column] ?? 0) }, () => k))
  list.toSorted((a, b) => rankOf(a) - rankOf(b)).forEach((v, n) => put(board, v, periods[n] ?? board.at[v] ?? 0))
}
