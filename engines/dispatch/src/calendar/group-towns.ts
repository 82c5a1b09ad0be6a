// The fewest openings of townships that wait no more than the calendar on the board. Where the prices of team-days say that a visit
// cannot lie, there is no column; what is left is small enough for an integer program.
import type { Highs } from 'highs'
import { addColumn, addRow, addTerm, emptySum } from '../solve/exact/lp.ts'
import { solveMip } from '../solve/exact/highs.ts'
import { put, type Board } from './board.ts'
import { bandsOf, type Prices } from './bound-calendar.ts'
import { wholeBound } from './earliest.ts'
import { buildModel, spreadVisits } from './model.ts'

/** Leaves the better calendar on the board and answers a proven bound on its openings. */
export function groupTowns(board: Board, prices: Prices, highs: Highs, work: number): number {
  const { pool, at, figures, there } = board
  const { past, periods, spacing, towns, visits } = pool
  const { bands } = bandsOf(pool, prices, figures.waiting)
  const model = buildModel(pool, {
    isElastic: false,
    apart: ({ town }) => String(town),
    openOf: (_, v) => bands[v] ?? [],
  })
  const { lp, alike, waiting } = model
  const openings = emptySum()
  const opened = towns.map(() =>
    Array.from({ length: periods - past }, () => {
      const column = addColumn(lp, 0, 1, true)
      addTerm(openings, column, 1)
      return column
    }),
  )
  for (const { visits: list, columns, open } of alike) {
    const town = opened[visits[list[0] ?? 0]?.town ?? 0] ?? []
    columns.forEach((column, n) => {
      const k = open[n] ?? 0
      const isOpened = town[k - past]
      if (isOpened === undefined) return
      const sum = emptySum()
      addTerm(sum, column, 1)
      addTerm(sum, isOpened, -list.length)
      addRow(lp, -Infinity, 0, sum)
    })
  }
  addRow(lp, -Infinity, figures.waiting, waiting)
  if (spacing > 1)
    opened.forEach((own, town) => {
      for (let n = 0; n < own.length; n++) {
        const sum = emptySum()
        for (const column of own.slice(n, n + spacing)) addTerm(sum, column, 1)
        const before = Array.from({ length: spacing - 1 }, (_, back) => past + n - 1 - back)
        // what was opened before the open periods keeps the first of them shut
        const isShut = before.some((k) => k >= 0 && k < past && (there[town * periods + k] ?? 0) > 0)
        if (isShut) addRow(lp, 0, 0, { columns: [own[n] ?? 0], values: [1] })
        addRow(lp, -Infinity, 1, sum)
      }
    })
  const answer = solveMip(highs, lp, openings, {
    work,
  })
  if (answer.values !== null) {
    const found = spreadVisits(pool, model, answer.values)
    const before = { at: at.slice(), openings: figures.openings, waiting: figures.waiting }
    found.forEach((k, v) => put(board, v, k))
    const isBetter = figures.openings < before.openings && figures.waiting <= before.waiting && figures.crowding === 0
    if (!isBetter) before.at.forEach((k, v) => put(board, v, k))
  }
  return wholeBound(answer.bound)
}
