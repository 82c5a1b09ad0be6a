// A graph of millions of ties as three columns: what fits in a cache line is quick, what is an object a tie is not.

/** Ties as columns of equal length: two people as numbers 0 … people − 1, and the strength in thousandths, 0 to 1000. */
export interface TieColumns {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly strength: Uint16Array
}

/** Between whom paths are sought: numbers of people, each list without repetition; one person may stand in both. */
export interface PathEnds {
  /** How many people there are: the numbers in the columns lie below it. */
  readonly people: number
  readonly inspectors: Int32Array
  readonly officials: Int32Array
}

/** Columns that grow: what a pass keeps is a small part of what it reads. */
export interface GrowingColumns {
  readonly add: (a: number, b: number, strength: number) => void
  readonly columns: () => TieColumns
}

export function growingColumns(): GrowingColumns {
  let [a, b, strength] = [new Int32Array(4096), new Int32Array(4096), new Uint16Array(4096)]
  let length = 0
  return {
    add(from, to, of) {
      if (length === a.length) [a, b, strength] = [longer(a), longer(b), longer(strength)]
      a[length] = from
      b[length] = to
      strength[length++] = of
    },
    columns: () => ({ a: a.slice(0, length), b: b.slice(0, length), strength: strength.slice(0, length) }),
  }
}

/** Twice the room, the same content. */
export function longer<T extends Int32Array | Uint16Array>(column: T): T {
  const room = column.constructor as new (length: number) => T
  const twice = new room(column.length * 2)
  twice.set(column)
  return twice
}

/** One after the other: what several workers, or several pieces of a file, have kept. */
export function joinColumns(parts: readonly TieColumns[]): TieColumns {
  const length = parts.reduce((sum, part) => sum + part.a.length, 0)
  const whole = { a: new Int32Array(length), b: new Int32Array(length), strength: new Uint16Array(length) }
  let at = 0
  for (const part of parts) {
    whole.a.set(part.a, at)
    whole.b.set(part.b, at)
    whole.strength.set(part.strength, at)
    at += part.a.length
  }
  return whole
}
