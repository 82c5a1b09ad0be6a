import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideSmallCells, type Cell, type HiddenTable } from './hide-small-cells.ts'

it('S0-25 a village with 3 answers shows <5, and another cell is hidden so that totals do not give the three away', () => {
  const { rowTotals, columnTotals, total, cells } = hideSmallCells([
    [3, 0],
    [70, 10],
    [40, 9],
  ])
  expect(cells[0]).toEqual(['<5', 0])
  expect(rowTotals[0]).toBe('<5')
  expect([cells[1]?.[0], cells[2]?.[0], columnTotals[0]].includes('*')).toBe(true)
  expect([rowTotals[1], rowTotals[2], total].includes('*')).toBe(true)
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
    rowTotals: [100, 12],
    columnTotals: [60, 52],
    total: 112,
  })
})

it('a total known from elsewhere is never relied on to be hidden', () => {
  const table = hideSmallCells([[3, 5, 0]], { rows: [8], total: 8 })
  expect(table.rowTotals).toEqual([8])
  expect(table.cells).toEqual([['*', '*', '*']])
  expect(possible(table, 0)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]))
})

/** All counts of the first column's cell in `row` that a reader can think possible: every table of two rows and two columns is tried. */
function possible(table: HiddenTable, row: number, column = 0, most = 16): ReadonlySet<number> {
  const found = new Set<number>()
  const rows = table.cells.length
  const width = table.cells[0]?.length ?? 0
  const all = table.cells.flat()
  const isWhole = (r: number) => table.cells[r]?.every((cell) => cell === '*') ?? false
  const fits = (cell: Cell | undefined, count: number, least: number) =>
    cell === '<5' ? count >= 1 && count <= 4 : cell === '*' ? count >= least : cell === count
  const counts: number[] = []
  const sumRow = (r: number) => counts.slice(r * width, (r + 1) * width).reduce((a, b) => a + b, 0)
  const visit = (at: number): void => {
    if (at === rows * width) {
      const columns = Array.from({ length: width }, (_one, c) => counts.reduce((s, n, i) => (i % width === c ? s + n : s), 0))
      if (!columns.every((sum, c) => fits(table.columnTotals[c], sum, 0))) return
      if (
        fits(
          table.total,
          columns.reduce((a, b) => a + b, 0),
          0,
        )
      )
        found.add(counts[row * width + column] ?? 0)
      return
    }
    const r = Math.floor(at / width)
    for (let count = 0; count <= most; count++) {
      if (!fits(all[at], count, isWhole(r) ? 0 : 5)) continue
      counts[at] = count
      if ((at + 1) % width !== 0 || fits(table.rowTotals[r], sumRow(r), isWhole(r) ? 0 : 5)) visit(at + 1)
    }
    counts.length = at
  }
  visit(0)
  return found
}

it('whoever tries every table that agrees with what is shown finds each hidden count of one to four possible as each of them', () => {
  const count = fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 9 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 2 }), fc.boolean(), (counts, isKnown) => {
      const known = hideSmallCells(counts.map(([a, b]) => [a + b, 0]))
      const table = hideSmallCells(
        counts,
        isKnown ? { rows: known.cells.map(([first]) => first ?? 0), total: known.columnTotals[0] ?? 0 } : null,
      )
      for (const [r, row] of counts.entries())
        for (const [c, true_] of row.entries())
          if (true_ > 0 && true_ < 5) expect([...possible(table, r, c)]).toEqual(expect.arrayContaining([1, 2, 3, 4]))
    }),
    { seed: 90, numRuns: 120 },
  )
})
