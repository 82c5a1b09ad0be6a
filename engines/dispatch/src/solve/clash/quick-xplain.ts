// QuickXplain (Junker 2004): an irreducible clash by halving, in about k·log(n/k) questions instead of n.

/**
 * An irreducible subset of `elements` that clashes together with `background`; empty where the background clashes alone.
 * `clashes` must be monotone: what clashes goes on clashing when more is added. Once `mayAsk` says no, halves are kept whole,
 * and the answer still clashes but may not be irreducible.
 */
export function quickXplain<T>(
  elements: readonly T[],
  background: readonly T[],
  clashes: (subset: readonly T[]) => boolean,
  mayAsk: () => boolean,
): readonly T[] {
  const explain = (base: readonly T[], isBaseNew: boolean, rest: readonly T[]): readonly T[] => {
    if (isBaseNew && mayAsk() && clashes(base)) return []
    if (rest.length <= 1 || !mayAsk()) return rest
    const half = rest.length >> 1
    const [first, second] = [rest.slice(0, half), rest.slice(half)]
    const needed = explain([...base, ...first], first.length > 0, second)
    return [...explain([...base, ...needed], needed.length > 0, first), ...needed]
  }
  return explain(background, true, elements)
}
