// The fewest openings of townships that wait no more than the calendar on the board: an integer program over what the counts leave
// open. It starts from that calendar, so it mostly has to prove only that there is no better one.
import type { Highs } from 'highs'
import { addColumn, addRow, addTerm, emptySum, type Sum } from '../solve/exact/lp.ts'
import { solveMip } from '../solve/exact/highs.ts'
import type { Start } from '../solve/exact/start.ts'
import { put, type Board } from './board.ts'
import { wholeBound } from './earliest.ts'
import { kindAt, type CountLimits } from './limit-counts.ts'
import { buildModel, spreadVisits } from './model.ts'
import { relax } from './relax.ts'

/** Of a program that is still worth building: a relaxation of more takes too long. */
const ENTRIES = 60_000

export interface TownProgram {
  /** What no calendar can go below; −∞ where the program has no answer. */
  readonly relaxed: () => number
  /** Searches from the calendar on the board, leaves the better one there and answers a proven bound; ∞ where there is no calendar. */
  readonly search: (work: number) => number
}

/** For the fewest openings without more waiting than on the board, or for the least waiting; null where the program is too large. */
export function buildTownProgram(
  board: Board,
  figure: 'waiting' | 'openings',
  { open: allowed, counts }: CountLimits,
  highs: Highs,
): TownProgram | null {
  const { pool, at, figures, there } = board
  const { past, periods, towns, visits } = pool
  const model = buildModel(pool, {
    isElastic: false,
    apart: ({ town }) => String(town),
    openOf: (_, v) => allowed[v] ?? [],
  })
  const { lp, alike, waiting } = model
  const totals: { readonly column: number; readonly of: readonly number[] }[] = []
  const openings = emptySum()
  const opened = towns.map(() =>
    Array.from({ length: periods - past }, () => {
      const column = addColumn(lp, 0, 1, true)
      addTerm(openings, column, 1)
      return column
    }),
  )
  const kinds = new Map<string, Sum>()
  for (const { visits: list, columns, open } of alike) {
    const visit = visits[list[0] ?? 0]
    const town = opened[visit?.town ?? 0] ?? []
    columns.forEach((column, n) => {
      const k = open[n] ?? 0
      if (visit !== undefined && counts.has(kindAt(visit, k))) {
        const sum = kinds.get(kindAt(visit, k)) ?? emptySum()
        addTerm(sum, column, 1)
        kinds.set(kindAt(visit, k), sum)
      }
      const isOpened = town[k - past]
      if (isOpened === undefined) return
      addRow(lp, -Infinity, 0, { columns: [column, isOpened], values: [1, -list.length] })
    })
  }
  // a first visit and its look-back lie in different periods: the relaxation would spread both over all of them
  for (const { visits: list, open } of alike) {
    const { kind, partner, town } = visits[list[0] ?? 0] ?? { kind: 'first', partner: -1, town: 0 }
    if (kind === 'first' || (allowed[partner]?.[0] ?? 0) < past) continue
    const own = [...new Set([...open, ...(allowed[partner] ?? [])])].map((k) => opened[town]?.[k - past] ?? 0)
    addRow(lp, 2, Infinity, { columns: own, values: own.map(() => 1) })
  }
  if (figure === 'openings') addRow(lp, -Infinity, figures.waiting, waiting)
  for (const [kind, sum] of kinds) {
    const { low, high } = counts.get(kind) ?? { low: 0, high: Infinity }
    const column = addColumn(lp, low, high, true)
    totals.push({ column, of: [...sum.columns] })
    addTerm(sum, column, -1)
    addRow(lp, 0, 0, sum)
  }
  addSpacing(board, lp, opened)
  const start = (): Start => {
    const values = new Float64Array(lp.lower.length)
    opened.forEach((own, town) => {
      own.forEach((column, n) => {
        values[column] = (there[town * periods + past + n] ?? 0) > 0 ? 1 : 0
      })
    })
    for (const { visits: list, columns, open } of alike)
      columns.forEach((column, n) => {
        values[column] = list.reduce((count, v) => count + (at[v] === open[n] ? 1 : 0), 0)
      })
    for (const { column, of } of totals) values[column] = of.reduce((sum, own) => sum + (values[own] ?? 0), 0)
    return { indices: Int32Array.from(values.keys()), values }
  }
  if (lp.indices.length > ENTRIES) return null
  const sum = figure === 'openings' ? openings : waiting
  return {
    relaxed: () => wholeBound(relax(highs, lp, sum)?.least ?? 0),
    search(work) {
      const isThere = figures.crowding === 0
      const answer = solveMip(highs, lp, sum, { work, ...(isThere ? { start: start() } : {}), isAsymmetric: true })
      // that there is no calendar is believed when a second run without presolve says so too
      if (answer.status === 'infeasible')
        return !isThere && solveMip(highs, lp, sum, { work, plain: true }).status === 'infeasible' ? Infinity : 0
      if (answer.values !== null) {
        const before = { at: at.slice(), ...figures }
        spreadVisits(pool, model, answer.values).forEach((k, v) => put(board, v, k))
        const isBetter =
          figures.crowding < before.crowding ||
          (figures.crowding === before.crowding &&
            (figures.waiting < before.waiting || (figures.waiting === before.waiting && figures.openings < before.openings)))
        if (!isBetter) before.at.forEach((k, v) => put(board, v, k))
      }
      return wholeBound(answer.bound)
    },
  }
}

/** In so many periods in a row each township is opened once at most. */
function addSpacing({ pool, there }: Board, lp: Parameters<typeof addRow>[0], opened: readonly (readonly number[])[]): void {
  const { past, periods, spacing } = pool
  if (spacing === 1) return
  opened.forEach((own, town) => {
    own.forEach((column, n) => {
      const before = Array.from({ length: spacing - 1 }, (_, back) => past + n - 1 - back)
      // what was opened before the open periods keeps the first of them shut
      const isShut = before.some((k) => k >= 0 && k < past && (there[town * periods + k] ?? 0) > 0)
      if (isShut) addRow(lp, 0, 0, { columns: [column], values: [1] })
      const row = own.slice(n, n + spacing)
      addRow(lp, -Infinity, 1, { columns: row, values: row.map(() => 1) })
    })
  })
}
