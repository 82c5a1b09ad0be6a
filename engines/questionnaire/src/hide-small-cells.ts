// Counts of one to four people are hidden, and as many further cells that neither row nor column totals give them away. The row totals are
// known to every reader; what else of the table with its column totals is hidden is a circulation (cells flow from rows to columns, totals
// flow back), so what a reader can still think possible is what other circulations agree with all that is shown. Source: Kelly, Golden
// and Assad 1992, "Cell suppression: disclosure protection for sensitive tabular data".

/** Counts below it are hidden; nought is shown. */
export const SMALL = 5

/** `<5`: one to four. `*`: hidden so that another stays hidden. */
export type Cell = number | '<5' | '*'

export interface HiddenTable {
  readonly cells: readonly (readonly Cell[])[]
  readonly columnTotals: readonly Cell[]
}

export const isSmall = (count: number): boolean => count > 0 && count < SMALL

type Sign = 'shown' | 'known' | '<5' | '*' | 'withheld'
type Grid<T> = T[][]

/**
 * Hides a table of counts, rows of equal length whose totals are shown and never small. Every hidden count of one to four, column totals
 * included, could be any of one to four for a reader who knows all that is shown and the rule itself. Where that cannot be had by hiding
 * single cells, a whole row goes, and else all of them.
 */
export function hideSmallCells(counts: readonly (readonly number[])[]): HiddenTable {
  const grid = withTotals(counts)
  const last = grid.length - 1
  let withheld = new Set<number>()
  for (;;) {
    const signs = firstSigns(grid, withheld)
    const rows = [...new Set(protectAll(grid, signs))]
    if (rows.length === 0 || withheld.size > last) return shown(grid, signs)
    const isStuck = rows.some((row) => row === last || withheld.has(row))
    withheld = isStuck ? new Set(grid.map((_row, index) => index)) : new Set([...withheld, ...rows])
  }
}

function withTotals(counts: readonly (readonly number[])[]): Grid<number> {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const rows = counts.map((row) => [...row, sum(row)])
  const width = rows[0]?.length ?? 1
  return [...rows, Array.from({ length: width }, (_one, column) => sum(rows.map((row) => row[column] ?? 0)))]
}

function firstSigns(grid: Grid<number>, withheld: ReadonlySet<number>): Grid<Sign> {
  return grid.map((row, r) =>
    row.map((count, c) => (c === row.length - 1 ? 'known' : withheld.has(r) ? 'withheld' : isSmall(count) ? '<5' : 'shown')),
  )
}

/** Rows with a small count that stays recognisable; marks in `signs` what is hidden for the others. */
function protectAll(grid: Grid<number>, signs: Grid<Sign>): readonly number[] {
  return grid.flatMap((row, r) =>
    row.flatMap((count, c) => {
      const sign = signs[r]?.[c]
      if (!isSmall(count) || (sign !== '<5' && sign !== 'withheld')) return []
      const isSafe = move(grid, signs, [r, c], 1, SMALL - 1 - count) && move(grid, signs, [r, c], -1, count - 1)
      return isSafe ? [] : [r]
    }),
  )
}

type Place = readonly [row: number, column: number]

/** Whether the cell could be `units` higher (or lower) if others move with it; hides those that must. */
function move(grid: Grid<number>, signs: Grid<Sign>, [row, column]: Place, way: 1 | -1, units: number): boolean {
  const flow = grid.map((line) => [...line])
  for (let unit = 0; unit < units; unit++) {
    const path = cheapestWay(flow, grid, signs, [row, column], way)
    if (path === null) return false
    for (const { at, by } of path) {
      const [r, c] = at
      const line = flow[r]
      const marks = signs[r]
      if (line !== undefined) line[c] = (line[c] ?? 0) + by
      if (marks?.[c] === 'shown') marks[c] = '*'
    }
  }
  return true
}

interface Step {
  readonly at: Place
  readonly by: 1 | -1
}

/** The cells that move when the given one does, at the least number of people hidden; `null`: none can. */
function cheapestWay(
  flow: Grid<number>,
  grid: Grid<number>,
  signs: Grid<Sign>,
  [row, column]: Place,
  way: 1 | -1,
): readonly Step[] | null {
  const [height, width] = [grid.length, grid[0]?.length ?? 0]
  const isTurned = (r: number, c: number) => (r === height - 1) !== (c === width - 1)
  const ends = (r: number, c: number): readonly [number, number] => (isTurned(r, c) ? [height + c, r] : [r, height + c])
  const [tail, head] = ends(row, column)
  const [start, goal] = way === 1 ? [head, tail] : [tail, head]
  const best = Array.from({ length: height + width }, () => Infinity)
  const from: (Step & { readonly node: number })[] = []
  const done = new Set<number>()
  best[start] = 0
  for (;;) {
    const node = nearest(best, done)
    if (node === null) return null
    if (node === goal) break
    done.add(node)
    const isRow = node < height
    for (let other = 0; other < (isRow ? width : height); other++) {
      const [r, c] = isRow ? [node, other] : [other, node - height]
      if (r === row && c === column) continue
      const by = ends(r, c)[0] === node ? 1 : -1
      const cost = costOf(signs[r]?.[c], flow[r]?.[c] ?? 0, grid[r]?.[c] ?? 0, by)
      const target = isRow ? height + c : r
      const sum = (best[node] ?? Infinity) + cost
      if (sum >= (best[target] ?? Infinity)) continue
      best[target] = sum
      from[target] = { at: [r, c], by, node }
    }
  }
  const path: Step[] = []
  for (let node = goal; node !== start;) {
    const step = from[node]
    if (step === undefined) return null
    path.push(step)
    node = step.node
  }
  return path
}

function nearest(best: readonly number[], done: ReadonlySet<number>): number | null {
  let found: number | null = null
  for (const [node, cost] of best.entries())
    if (cost < Infinity && !done.has(node) && (found === null || cost < (best[found] ?? Infinity))) found = node
  return found
}

/** What it costs to let a cell move by one: people newly hidden, and a trifle, so that short ways win. */
function costOf(sign: Sign | undefined, flow: number, count: number, by: 1 | -1): number {
  const next = flow + by
  if (sign === '<5') return next >= 1 && next < SMALL ? 0.001 : Infinity
  if (sign === 'withheld') return next >= 0 ? 0.001 : Infinity
  if (sign === '*') return next >= SMALL ? 0.001 : Infinity
  return sign === 'shown' && count >= SMALL && next >= SMALL ? count : Infinity
}

function shown(grid: Grid<number>, signs: Grid<Sign>): HiddenTable {
  const cells = grid.map((row, r) =>
    row.slice(0, -1).map((count, c): Cell => {
      const sign = signs[r]?.[c]
      return sign === '<5' ? '<5' : sign === '*' || sign === 'withheld' ? '*' : count
    }),
  )
  return { cells: cells.slice(0, -1), columnTotals: cells.at(-1) ?? [] }
}
