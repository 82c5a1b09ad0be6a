// Of fifty million ties those that can lie on a path are few: one of its first and last hop touches an inspector or an official, the hop
// between leads from somebody an inspector knows to somebody who knows an official. Two passes over the columns find them, no index is built.
import { growingColumns, type PathEnds, type TieColumns } from './tie-columns.ts'

/** The first pass: the ties that touch an inspector or an official. Ties may come in pieces, in any order, from several workers. */
export function nearTies(ties: TieColumns, ends: PathEnds): TieColumns {
  const { a, b, strength } = ties
  const touched = new Uint32Array((ends.people + 31) >>> 5)
  for (const person of ends.inspectors) mark(touched, person)
  for (const person of ends.officials) mark(touched, person)
  const kept = growingColumns()
  for (let t = 0; t < a.length; t++) {
    const [x, y] = [a[t] ?? 0, b[t] ?? 0]
    if ((((touched[x >>> 5] ?? 0) >>> (x & 31)) | ((touched[y >>> 5] ?? 0) >>> (y & 31))) & 1) kept.add(x, y, strength[t] ?? 0)
  }
  return kept.columns()
}

/** The second pass: the ties from an inspector's acquaintance to an official's. `near` is all that the first pass kept. */
export function middleTies(ties: TieColumns, ends: PathEnds, near: TieColumns): TieColumns {
  const { a, b, strength } = ties
  const sides = acquaintances(ends, near)
  const kept = growingColumns()
  for (let t = 0; t < a.length; t++) {
    const [x, y] = [a[t] ?? 0, b[t] ?? 0]
    const one = ((sides[x >>> 4] ?? 0) >>> ((x & 15) << 1)) & 3
    const other = ((sides[y >>> 4] ?? 0) >>> ((y & 15) << 1)) & 3
    // one of them on the inspectors' side (1), the other on the officials' (2): the crossed bits meet
    if (one & (((other & 1) << 1) | (other >>> 1))) kept.add(x, y, strength[t] ?? 0)
  }
  return kept.columns()
}

/** Two bits a person: 1 = an inspector or known to one, 2 = an official or known to one. */
export function acquaintances(ends: PathEnds, near: TieColumns): Uint32Array {
  const sides = new Uint32Array((ends.people + 15) >>> 4)
  const listed = new Uint32Array(sides.length)
  const add = (person: number, side: number): void => {
    sides[person >>> 4] = (sides[person >>> 4] ?? 0) | (side << ((person & 15) << 1))
  }
  for (const person of ends.inspectors) add(person, 1)
  for (const person of ends.officials) add(person, 2)
  // Who stands in the lists himself, before anybody is added because he is known to one
  listed.set(sides)
  for (let t = 0; t < near.a.length; t++) {
    const [x, y] = [near.a[t] ?? 0, near.b[t] ?? 0]
    const one = ((listed[x >>> 4] ?? 0) >>> ((x & 15) << 1)) & 3
    const other = ((listed[y >>> 4] ?? 0) >>> ((y & 15) << 1)) & 3
    if (one !== 0) add(y, one)
    if (other !== 0) add(x, other)
  }
  return sides
}

function mark(set: Uint32Array, person: number): void {
  set[person >>> 5] = (set[person >>> 5] ?? 0) | (1 << (person & 31))
}
