// Nobody moved, but targets given to another team of the same region: fewer targets first.
import { fitterAt, keepBest, type Bench, type Mended } from './exchanges.ts'

/** Up to so many divisions are gone through; beyond, only those that give away one or two targets. */
const MOST_DIVISIONS = 5_000

export interface Divided {
  readonly found: Mended | null
  readonly isWhole: boolean
}

/** Divisions in which every team that has a target keeps one. */
export function divideTargets(bench: Bench, t: number): Divided {
  const { standing } = bench
  const sharing = standing.sharing[t] ?? [t]
  if (sharing.length < 2) return { found: null, isWhole: true }
  const pieces = sharing.flatMap((own) => (standing.teams[own]?.targets ?? []).map((target) => ({ target, from: own })))
  const all = sharing.length ** pieces.length
  const isWhole = all <= MOST_DIVISIONS
  for (let given = 1; given <= (isWhole ? pieces.length : 2); given++) {
    const found = keepBest(bench)
    for (const division of divisions(pieces, sharing, given)) {
      if (bench.tried >= bench.patience) return { found: found.best(), isWhole: false }
      const changed = sharing.filter((own) => hasOther(standing.teams[own]?.targets ?? [], division.get(own) ?? []))
      if (changed.some((own) => (division.get(own) ?? []).length === 0 && (standing.teams[own]?.targets.length ?? 0) > 0))
        continue
      if (!changed.includes(t)) continue
      found.offer(
        changed.map((own) => {
          const option = standing.teams[own]?.option
          if (option === undefined) return null
          const people = (standing.teams[own]?.members ?? []).map(({ person }) => person)
          return fitterAt(bench, { option, targets: division.get(own) ?? [] }).fit(people)
        }),
      )
    }
    if (found.best() !== null) return { found: found.best(), isWhole: true }
  }
  return { found: null, isWhole }
}

interface Piece {
  readonly target: number
  readonly from: number
}

/** Each way to give exactly so many of the targets to other teams. */
function* divisions(pieces: readonly Piece[], sharing: readonly number[], given: number): Generator<Map<number, number[]>> {
  function* go(at: number, left: number, to: readonly number[]): Generator<readonly number[]> {
    const piece = pieces[at]
    if (piece === undefined) {
      if (left === 0) yield to
      return
    }
    if (pieces.length - at > left) yield* go(at + 1, left, [...to, piece.from])
    if (left > 0) for (const other of sharing) if (other !== piece.from) yield* go(at + 1, left - 1, [...to, other])
  }
  for (const to of go(0, given, [])) {
    const division = new Map<number, number[]>(sharing.map((own) => [own, []]))
    pieces.forEach(({ target }, k) => division.get(to[k] ?? -1)?.push(target))
    yield division
  }
}

function hasOther(before: readonly number[], after: readonly number[]): boolean {
  return before.length !== after.length || after.some((target) => !before.includes(target))
}
