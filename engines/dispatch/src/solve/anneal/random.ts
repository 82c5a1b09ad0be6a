// sfc32: a small generator of 32-bit integers with the same stream on every machine.

export type Random = () => number

/** A stream of unsigned 32-bit integers from a seed of 64 hexadecimal digits. */
export function randomFrom(seed: string): Random {
  const words = [0, 8, 16, 24, 32, 40, 48, 56].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0)
  const word = (k: number): number => words[k] ?? 0
  let [a, b, c, d] = [word(0), word(1), word(2), word(3) + 1]
  const next: Random = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  // each half of the seed is stirred in for itself: folded together, equal halves would cancel out
  for (let k = 0; k < 16; k++) next()
  a ^= word(4)
  b ^= word(5)
  c ^= word(6)
  d ^= word(7)
  for (let k = 0; k < 16; k++) next()
  return next
}

/** An integer below `limit` (at most 2^20: the product stays exact). */
export function below(random: Random, limit: number): number {
  return Math.floor(((random() >>> 4) * limit) / 268435456)
}
