// −ln(u) for 4,096 even steps of u, in 1/1024: annealing draws its thresholds here. Made of the four operations that IEEE 754
// fixes to the last bit; Math.log is not, and would let two machines part ways.

const SIZE = 4096

/** ln(x) for x in (0, 1], by halving the argument's distance to 1 and the series of 2·artanh. */
function naturalLog(x: number): number {
  let [value, powers] = [x, 0]
  while (value < 0.75) {
    value *= 2
    powers++
  }
  const y = (value - 1) / (value + 1)
  let [term, sum] = [y, 0]
  for (let k = 1; k < 40; k += 2) {
    sum += term / k
    term *= y * y
  }
  return 2 * sum - powers * Math.LN2
}

export const THRESHOLDS: Int32Array = Int32Array.from({ length: SIZE }, (_, k) =>
  Math.floor(-naturalLog((k + 0.5) / SIZE) * 1024),
)
