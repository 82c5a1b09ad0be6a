// Numbers that look random and are the same on every machine: 32-bit integers only, seeded by a label.

export type Random = {
  /** An integer from 0 up to, not including, `below`. */
  readonly int: (below: number) => number
  /** An integer of the closed range. */
  readonly between: (low: number, high: number) => number
  /** True in `permille` of 1000 cases. */
  readonly chance: (permille: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** Distinct items in random order; all of them when there are fewer. */
  readonly sample: <T>(items: readonly T[], count: number) => T[]
}

/** A stream of its own for every label, so that a change in one part of an example leaves the others as they are. */
export function seeded(label: string): Random {
  const next = sfc32(hash(label, 1), hash(label, 2), hash(label, 3), hash(label, 4))
  for (let warm = 0; warm < 12; warm += 1) next()
  const int = (below: number) => Math.floor((next() / 4294967296) * below)
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(int(rest.length), 1))
    return taken
  }
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(items.length)]
    if (item === undefined) throw new Error(`nothing to pick from for ${label}`)
    return item
  }
  return { int, between: (low, high) => low + int(high - low + 1), chance: (permille) => int(1000) < permille, pick, sample }
}

function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

function sfc32(first: number, second: number, third: number, counter: number): () => number {
  let [a, b, c, d] = [first, second, third, counter]
  return () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
}
