import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideSmallCells, type Cell, type HiddenTable } from './hide-small-cells.ts'

it('a count of three is hidden, and others in its row and column, so that totals do not give the three away', () => {
  const { columnTotals, cells } = hideSmallCells([
    [3, 20, 0],
    [70, 10, 0],
    [40, 9, 0],
  ])
  expect(cells[0]).toEqual(['<5', '*', 0])
  expect([cells[1]?.[0], cells[2]?.[0], columnTotals[0]]).toContain('*')
  expect([cells[1]?.[1], cells[2]?.[1], columnTotals[1]]).toContain('*')
})

it('a table without small cells is shown whole', () => {
  expect(
    hideSmallCells([
      [60, 40],
      [0, 12],
    ]),
  ).toEqual({
    cells: [
      [60, 40],
      [0, 12],
    ],
    columnTotals: [60, 52],
  })
})

it('where single cells do not do, a whole row goes: a total is known and never relied on to be hidden', () => {
  const table = hideSmallCells([[3, 5, 0]])
  expect(table.cells).toEqual([['*', '*', '*']])
  expect(possible(table, [8], 0)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]))
})

/** All counts of a cell that a reader can think possible who knows the row totals: every table is tried. */
function possible(table: HiddenTable, totals: readonly number[], row: number, column = 0): ReadonlySet<number> {
  const found = new Set<number>()
  const fits = (cells: readonly Cell[] | undefined, column: number, count: number) => {
    const cell = cells?.[column]
    const least = cells?.every((one) => one === '*') === true ? 0 : 5
    return cell === '<5' ? count >= 1 && count <= 4 : cell === '*' ? count >= least : cell === count
  }
  const rowsOf = (total: number, width: number): readonly (readonly number[])[] =>
    width === 1
      ? [[total]]
      : Array.from({ length: total + 1 }, (_one, first) => first).flatMap((first) =>
          rowsOf(total - first, width - 1).map((rest) => [first, ...rest]),
        )
  const visit = (rows: readonly (readonly number[])[]): void => {
    const total = totals[rows.length]
    if (total !== undefined) {
      for (const one of rowsOf(total, table.columnTotals.length))
        if (one.every((count, c) => fits(table.cells[rows.length], c, count))) visit([...rows, one])
      return
    }
    const sums = table.columnTotals.map((_one, c) => rows.reduce((sum, one) => sum + (one[c] ?? 0), 0))
    if (sums.every((sum, c) => fits(table.columnTotals, c, sum))) found.add(rows[row]?.[column] ?? 0)
  }
  visit([])
  return found
}

it('whoever tries every table that agrees with what is shown finds each hidden count of one to four possible as each of them', () => {
  const count = fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 9 }))
  const row = fc.tuple(count, count, fc.nat(5)).filter((counts) => counts.reduce((a, b) => a + b, 0) > 4)
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 2 }), (counts) => {
      const table = hideSmallCells(counts)
      const totals = counts.map((own) => own.reduce((a, b) => a + b, 0))
      for (const [r, own] of counts.entries())
        for (const [c, truth] of own.entries())
          if (truth > 0 && truth < 5) expect([...possible(table, totals, r, c)]).toEqual(expect.arrayContaining([1, 2, 3, 4]))
    }),
    { seed: 90, numRuns: 120 },
  )
})
