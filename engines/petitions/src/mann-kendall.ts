// The exact distribution behind Mann and Kendall's test, ties included: over all orders of the values, the number of pairs that fall has
// the q-multinomial coefficient as its generating function, so no approximation for few months is needed.

/** The chance that values in a random order rise at least as consistently as these do, one being equal to another or not. At most 12. */
export function chanceOfRise(values: readonly number[]): number {
  const falls = values.reduce((sum, value, k) => sum + values.slice(k + 1).filter((later) => later < value).length, 0)
  const sizes = [...Map.groupBy(values, (value) => value).values()].map((same) => same.length)
  const orders = sizes.reduce<{ readonly length: number; readonly ways: readonly number[] }>(
    ({ length, ways }, size) => ({ length: length + size, ways: product(ways, ordersOf(length + size, size)) }),
    { length: 0, ways: [1] },
  ).ways
  const total = (ways: readonly number[]) => ways.reduce((sum, way) => sum + way, 0)
  return total(orders.slice(0, falls + 1)) / total(orders)
}

/** The Gaussian binomial coefficient: at place k, the ways to put `size` equal things among `length` with k falls. */
function ordersOf(length: number, size: number): readonly number[] {
  if (size === 0 || size === length) return [1]
  const first = ordersOf(length - 1, size - 1)
  const rest = ordersOf(length - 1, size)
  return Array.from({ length: size * (length - size) + 1 }, (_, k) => (first[k] ?? 0) + (rest[k - size] ?? 0))
}

function product(one: readonly number[], other: readonly number[]): readonly number[] {
  return Array.from({ length: one.length + other.length - 1 }, (_, k) =>
    one.reduce((sum, way, at) => sum + way * (other[k - at] ?? 0), 0),
  )
}
