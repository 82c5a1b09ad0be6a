/** A whole number by need, none lost: what is left over goes to the largest remainders, to the first where they are equal. */
export function divide(days: number, needs: readonly number[]): readonly number[] {
  const all = needs.reduce((sum, need) => sum + need, 0)
  if (all === 0) return needs.map((_, k) => (k === 0 ? days : 0))
  const parts = needs.map((need) => Math.floor((days * need) / all))
  const left = days - parts.reduce((sum, part) => sum + part, 0)
  const first = needs
    .map((need, k) => ({ k, rest: (days * need) % all }))
    .toSorted((a, b) => b.rest - a.rest || a.k - b.k)
    .slice(0, left)
  return parts.map((part, k) => part + (first.some((one) => one.k === k) ? 1 : 0))
}
