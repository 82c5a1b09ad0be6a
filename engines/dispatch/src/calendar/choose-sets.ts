// Of a few good sets of periods for each township, one: an integer program that starts from the calendar on the board. What a township
// may be opened in is settled by whole sets, so spacing is kept by itself and the program is far smaller than with every period open.
import type { Highs } from 'highs'
import { solveMip } from '../solve/exact/highs.ts'
import { addColumn, addRow, addTerm, emptySum, type Sum } from '../solve/exact/lp.ts'
import { put, type Board } from './board.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'
import { emptySeats, holdDays, placeSeats, seatTown } from './seat-program.ts'

export interface Choosing {
  readonly figure: 'waiting' | 'openings'
  /** By township; the set in which it is open now joins them. */
  readonly sets: readonly (readonly (readonly number[])[])[]
  readonly left: LeftOver
  readonly highs: Highs
  readonly work: number
}

/** Leaves the better calendar on the board: fewer openings without more waiting, or less waiting. */
export function chooseSets(board: Board, sorted: Sorted, { figure, sets, left, highs, work }: Choosing): void {
  const { at, figures, there } = board
  const { past, periods } = sorted.pool
  const program = emptySeats(sorted)
  const { lp, seated } = program
  const openings = emptySum()
  const asNow: number[] = []
  for (const town of sorted.townships.keys()) {
    const now = Array.from({ length: periods - past }, (_, n) => past + n).filter((k) => (there[town * periods + k] ?? 0) > 0)
    const choices = new Map([now, ...(sets[town] ?? [])].map((set) => [set.join(), set]))
    const opens = new Map<number, Sum>()
    const all = emptySum()
    for (const [key, set] of choices) {
      const column = addColumn(lp, 0, 1, true)
      if (key === now.join()) asNow.push(column)
      addTerm(openings, column, set.length)
      addTerm(all, column, 1)
      for (const k of set) {
        const sum = opens.get(k) ?? emptySum()
        addTerm(sum, column, 1)
        opens.set(k, sum)
      }
    }
    addRow(lp, 1, 1, all)
    seatTown(program, sorted, { town, opens })
  }
  const waiting = holdDays(program, sorted, left)
  if (figure === 'openings') addRow(lp, -Infinity, figures.waiting, waiting)
  const known = new Float64Array(lp.lower.length)
  for (const column of asNow) known[column] = 1
  for (const { visits: list, seats } of seated)
    for (const { k, column } of seats) known[column] = list.filter((v) => at[v] === k).length
  const { values } = solveMip(highs, lp, figure === 'openings' ? openings : waiting, {
    work,
    start: { indices: Int32Array.from(known.keys()), values: known },
    isAsymmetric: true,
  })
  if (values === null) return
  const before = { at: at.slice(), figure: figures[figure] }
  placeSeats(board, seated, values)
  if (figures[figure] > before.figure || figures.crowding > 0) before.at.forEach((k, v) => put(board, v, k))
}
