// Who may know somebody at a target, in thousandths of an expected acquaintance. Most pairs are strangers: only the others are kept.
import { strongestPaths, type TieColumns } from '@shengmian/recusal'
import type { Problem } from '../../problem.ts'

export interface Exposures {
  /** Exposure of a person to a target. */
  readonly of: (person: number, target: number) => number
  /** Whether the person is exposed to any target at all. */
  readonly hasAny: (person: number) => boolean
}

export function prepareExposures(problem: Problem): Exposures {
  const { ties, ends, targetsOf } = numberAll(problem)
  const paths = strongestPaths(ties, ends)
  const rows: (Row | null)[] = problem.people.map(() => null)
  const sums = new Int32Array(problem.targets.length)
  problem.people.forEach((_, i) => {
    const touched: number[] = []
    for (let k = paths.first[i] ?? 0; k < (paths.first[i + 1] ?? 0); k++) {
      for (const d of targetsOf[paths.official[k] ?? 0] ?? []) {
        const sum = sums[d] ?? 0
        if (sum === 0) touched.push(d)
        sums[d] = sum + (paths.strength[k] ?? 0)
      }
    }
    if (touched.length === 0) return
    const targets = Int32Array.from(touched).sort()
    rows[i] = { targets, exposures: targets.map((d) => sums[d] ?? 0) }
    for (const d of touched) sums[d] = 0
  })
  return {
    of(i, d) {
      const row = rows[i] ?? null
      return row === null ? 0 : lookUp(row, d)
    },
    hasAny: (i) => (rows[i] ?? null) !== null,
  }
}

/** A person's targets, ascending, with the exposure to each: where exposures are many, far less room than a map. */
interface Row {
  readonly targets: Int32Array
  readonly exposures: Int32Array
}

function lookUp({ targets, exposures }: Row, d: number): number {
  let [low, high] = [0, targets.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((targets[middle] ?? 0) < d) low = middle + 1
    else high = middle
  }
  return targets[low] === d ? (exposures[low] ?? 0) : 0
}

/** The people of the problem and the officials of its targets get numbers, and of all others those who can lie on a path between them. */
function numberAll(problem: Problem) {
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number => {
    let number = numbers.get(id)
    if (number === undefined) {
      number = numbers.size
      numbers.set(id, number)
    }
    return number
  }
  const targetsOf: number[][] = []
  problem.targets.forEach((target, d) => {
    for (const insider of target.insiders) {
      const official = numberOf(insider)
      const targets = targetsOf[official]
      if (targets === undefined) targetsOf[official] = [d]
      else targets.push(d)
    }
  })
  const officials = Int32Array.from({ length: numbers.size }, (_, official) => official)
  const inspectors = Int32Array.from(problem.people, ({ id }) => numberOf(id))
  const ties = tiesOnPaths(problem.ties, numbers, numberOf)
  return { ties, ends: { people: numbers.size, inspectors, officials }, targetsOf }
}

/** The ties of those who have a number, then the ties between those whom the first have added: most ids are never numbered at all. */
function tiesOnPaths(ties: Problem['ties'], numbers: ReadonlyMap<string, number>, numberOf: (id: string) => number): TieColumns {
  const listed = numbers.size
  const columns = { a: new Int32Array(ties.length), b: new Int32Array(ties.length), strength: new Uint16Array(ties.length) }
  let length = 0
  const keep = (a: number, b: number, strength: number): void => {
    columns.a[length] = a
    columns.b[length] = b
    columns.strength[length++] = strength
  }
  const isListed = (id: string): boolean => (numbers.get(id) ?? listed) < listed
  const others = ties.filter(({ a, b, strength }) => {
    const isNear = isListed(a) || isListed(b)
    if (isNear) keep(numberOf(a), numberOf(b), strength)
    return !isNear
  })
  for (const { a, b, strength } of others) {
    const [one, other] = [numbers.get(a), numbers.get(b)]
    if (one !== undefined && other !== undefined) keep(one, other, strength)
  }
  return {
    a: columns.a.subarray(0, length),
    b: columns.b.subarray(0, length),
    strength: columns.strength.subarray(0, length),
  }
}
