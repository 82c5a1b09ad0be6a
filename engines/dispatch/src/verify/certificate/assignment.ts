// The cheapest way to give each row a column of its own (Kuhn–Munkres with potentials, O(n³)).

/** `cost` is square; Infinity = not allowed. Answers the least sum, Infinity where there is none. */
export function leastAssignment(cost: readonly (readonly number[])[]): number {
  const size = cost.length
  const finite = cost.flat().filter((value) => value < Infinity)
  // Forbidden pairs get a price that no allowed assignment can reach, so that differences stay finite.
  const forbidden = (finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0) + 1) * 2 * (size + 1)
  const at = (row: number, column: number): number => Math.min(cost[row]?.[column] ?? forbidden, forbidden)
  const rowOf: number[] = Array.from({ length: size }, () => -1)
  const rowPrice = new Float64Array(size)
  const columnPrice = new Float64Array(size)
  for (let row = 0; row < size; row++) assignRow(row, size, at, rowOf, rowPrice, columnPrice)
  const chosen = rowOf.map((row, column) => at(row, column))
  return chosen.includes(forbidden) ? Infinity : chosen.reduce((sum, value) => sum + value, 0)
}

/** Takes in one more row by the shortest augmenting path. */
function assignRow(
  start: number,
  size: number,
  at: (row: number, column: number) => number,
  rowOf: number[],
  rowPrice: Float64Array,
  columnPrice: Float64Array,
): void {
  const least = new Float64Array(size).fill(Infinity)
  const cameFrom = new Int32Array(size).fill(-1)
  const isDone = new Uint8Array(size)
  const rows: number[] = [start]
  let [row, last] = [start, -1]
  for (;;) {
    let [delta, next] = [Infinity, -1]
    for (let column = 0; column < size; column++) {
      if (isDone[column] === 1) continue
      const reduced = at(row, column) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0)
      if (reduced < (least[column] ?? Infinity)) {
        least[column] = reduced
        cameFrom[column] = last
      }
      if ((least[column] ?? Infinity) < delta) {
        delta = least[column] ?? Infinity
        next = column
      }
    }
    for (const reached of rows) rowPrice[reached] = (rowPrice[reached] ?? 0) + delta
    for (let column = 0; column < size; column++) {
      if (isDone[column] === 1) columnPrice[column] = (columnPrice[column] ?? 0) - delta
      else least[column] = (least[column] ?? Infinity) - delta
    }
    isDone[next] = 1
    last = next
    const taken = rowOf[next] ?? -1
    if (taken < 0) break
    row = taken
    rows.push(row)
  }
  for (let column = last; column >= 0;) {
    const before = cameFrom[column] ?? -1
    rowOf[column] = before < 0 ? start : (rowOf[before] ?? -1)
    column = before
  }
}
