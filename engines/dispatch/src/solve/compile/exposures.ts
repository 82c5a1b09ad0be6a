// Who may know somebody at a target, in thousandths of an expected acquaintance. Most pairs are strangers: only the others are kept.
import { prepareExposure } from '@shengmian/recusal'
import type { Problem } from '../../problem.ts'

export interface Exposures {
  /** Exposure of a person to a target. */
  readonly of: (person: number, target: number) => number
  /** Whether the person is exposed to any target at all. */
  readonly hasAny: (person: number) => boolean
}

export function prepareExposures(problem: Problem): Exposures {
  const graph = prepareExposure(problem.ties)
  const tied = new Set<string>()
  for (const { a, b } of problem.ties) tied.add(a).add(b)
  const insiders = new Set(problem.targets.flatMap((target) => target.insiders))
  const rows = problem.people.map((person): ReadonlyMap<number, number> | null => {
    if (!tied.has(person.id) && !insiders.has(person.id)) return null
    const row = new Map<number, number>()
    problem.targets.forEach((target, d) => {
      const exposure = target.insiders.length === 0 ? 0 : graph.exposure(person.id, target.insiders)
      if (exposure > 0) row.set(d, exposure)
    })
    return row.size === 0 ? null : row
  })
  return {
    of: (i, d) => rows[i]?.get(d) ?? 0,
    hasAny: (i) => (rows[i] ?? null) !== null,
  }
}
