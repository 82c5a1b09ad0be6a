// Who may know somebody at a target, in thousandths of an expected acquaintance. Most pairs are strangers: only the others are kept.
import { strongestPaths, type TieColumns } from '@shengmian/recusal'
import type { Problem } from '../../problem.ts'
import { numberOfficials, type Officials } from './officials.ts'

export interface Exposures {
  /** Exposure of a person to a target. */
  readonly of: (person: number, target: number) => number
  /** Whether the person is exposed to any target at all. */
  readonly hasAny: (person: number) => boolean
}

export function prepareExposures(problem: Problem, known = numberOfficials(problem)): Exposures {
  const { ties, ends, targetOf, others } = numberAll(problem, known)
  const paths = strongestPaths(ties, ends)
  // each person's targets, ascending, side by side with all others': far less room than a map, or an array, a person
  const first = new Int32Array(problem.people.length + 1)
  let [targets, exposures, length] = [new Int32Array(1024), new Int32Array(1024), 0]
  const sums = new Int32Array(problem.targets.length)
  const touched = new Int32Array(problem.targets.length)
  let [count, isAscending] = [0, true]
  const add = (d: number, strength: number): void => {
    const sum = sums[d] ?? 0
    if (sum === 0) {
      if (count > 0 && (touched[count - 1] ?? 0) > d) isAscending = false
      touched[count++] = d
    }
    sums[d] = sum + strength
  }
  for (let i = 0; i < problem.people.length; i++) {
    ;[count, isAscending] = [0, true]
    for (let k = paths.first[i] ?? 0; k < (paths.first[i + 1] ?? 0); k++) {
      const [official, strength] = [paths.official[k] ?? 0, paths.strength[k] ?? 0]
      add(targetOf[official] ?? 0, strength)
      if (others.size > 0) for (const d of others.get(official) ?? []) add(d, strength)
    }
    if (!isAscending) touched.subarray(0, count).sort()
    while (length + count > targets.length) [targets, exposures] = [longer(targets), longer(exposures)]
    for (let k = 0; k < count; k++) {
      const d = touched[k] ?? 0
      targets[length] = d
      exposures[length++] = sums[d] ?? 0
      sums[d] = 0
    }
    first[i + 1] = length
  }
  ;[targets, exposures] = [targets.slice(0, length), exposures.slice(0, length)]
  return {
    of(i, d) {
      const end = first[i + 1] ?? 0
      let [low, high] = [first[i] ?? 0, end - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((targets[middle] ?? 0) < d) low = middle + 1
        else high = middle
      }
      return low < end && targets[low] === d ? (exposures[low] ?? 0) : 0
    },
    hasAny: (i) => (first[i + 1] ?? 0) > (first[i] ?? 0),
  }
}

function longer(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * column.length)
  twice.set(column)
  return twice
}

/** The people of the problem and the officials of its targets get numbers, and of all others those who can lie on a path between them. */
function numberAll(problem: Problem, { numbers, targetOf, others }: Officials) {
  const numberOf = (id: string): number => {
    let number = numbers.get(id)
    if (number === undefined) {
      number = numbers.size
      numbers.set(id, number)
    }
    return number
  }
  const officials = Int32Array.from({ length: targetOf.length }, (_, official) => official)
  const inspectors = Int32Array.from(problem.people, ({ id }) => numberOf(id))
  const ties = tiesOnPaths(problem.ties, numbers, numberOf)
  return { ties, ends: { people: numbers.size, inspectors, officials }, targetOf, others }
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
