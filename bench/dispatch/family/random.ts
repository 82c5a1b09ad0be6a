// xorshift32: the same numbers on any machine and in any language, by integers of 32 bits alone.

export interface Random {
  /** A whole number from 0 to count − 1: the next state modulo count. */
  readonly below: (count: number) => number
  /** Whether a chance of so many per thousand came true. */
  readonly happens: (perThousand: number) => boolean
}

/** `seed`: any integer but 0. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const below = (count: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % count
  }
  return { below, happens: (perThousand) => below(1000) < perThousand }
}
