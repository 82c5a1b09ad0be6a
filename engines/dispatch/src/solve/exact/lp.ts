// A linear program under construction: columns first named by number, rows packed one after the other.

export interface Lp {
  readonly lower: number[]
  readonly upper: number[]
  readonly integer: boolean[]
  readonly rowLower: number[]
  readonly rowUpper: number[]
  readonly starts: number[]
  readonly indices: number[]
  readonly values: number[]
}

/** A sum of columns with integer coefficients. */
export interface Sum {
  readonly columns: number[]
  readonly values: number[]
}

export function emptyLp(): Lp {
  return { lower: [], upper: [], integer: [], rowLower: [], rowUpper: [], starts: [0], indices: [], values: [] }
}

export function emptySum(): Sum {
  return { columns: [], values: [] }
}

export function addTerm(sum: Sum, column: number, value: number): void {
  sum.columns.push(column)
  sum.values.push(value)
}

/** Adds a column and answers its number. */
export function addColumn(lp: Lp, lower: number, upper: number, integer: boolean): number {
  lp.lower.push(lower)
  lp.upper.push(upper)
  lp.integer.push(integer)
  return lp.lower.length - 1
}

/** Adds lower ≤ sum ≤ upper; terms of a column that is named twice are added up. */
export function addRow(lp: Lp, lower: number, upper: number, sum: Sum): void {
  const at = new Map<number, number>()
  sum.columns.forEach((column, k) => at.set(column, (at.get(column) ?? 0) + (sum.values[k] ?? 0)))
  for (const [column, value] of at) {
    if (value === 0) continue
    lp.indices.push(column)
    lp.values.push(value)
  }
  lp.starts.push(lp.indices.length)
  lp.rowLower.push(lower)
  lp.rowUpper.push(upper)
}
