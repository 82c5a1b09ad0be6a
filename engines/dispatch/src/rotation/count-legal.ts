/**
 * How many permutations of `size` members leave nobody at home and swap no two, exactly:
 * a(n) = (n−1)·a(n−1) + (n−1)(n−2)·a(n−3), with a(0) = 1, a(1) = a(2) = 0. Seen from the last member: taken out of a cycle of
 * at least four, or out of a cycle of three with two others.
 */
export function countLegalPermutations(size: number): bigint {
  const counts = [1n, 0n, 0n]
  for (let n = 3; n <= size; n++) {
    const others = BigInt(n - 1)
    counts.push(others * (counts[n - 1] ?? 0n) + others * (others - 1n) * (counts[n - 3] ?? 0n))
  }
  return counts[size] ?? 0n
}
