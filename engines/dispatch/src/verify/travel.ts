// Kilometres from a home to a host: the problem's entry, else the straight line, else 0.
import type { Problem } from '../problem.ts'
import { selfAndAncestors } from './places.ts'

/** From a person's home (null = unknown) to a team's host (null = none). */
export type Travel = (home: string | null, host: string | null) => number

export function travelTable(problem: Problem): Travel {
  const entries = new Map(problem.travel.map(([home, host, km]) => [`${home} ${host}`, km]))
  const positions = new Map(
    problem.regions.flatMap(({ code, at }) => (at === undefined || at === null ? [] : [[code, at] as const])),
  )
  const homes = [...new Set(problem.people.flatMap((person) => (person.home === null ? [] : [person.home])))]
  const farthest = new Map<string, number>()

  const positionOf = (code: string): readonly [number, number] | null => {
    for (const region of selfAndAncestors(code)) {
      const at = positions.get(region)
      if (at !== undefined) return at
    }
    return null
  }
  const between = (home: string, host: string): number => {
    const entry = entries.get(`${home} ${host}`)
    if (entry !== undefined) return entry
    const [from, to] = [positionOf(home), positionOf(host)]
    if (from === null || to === null) return 0
    const [dx, dy] = [from[0] - to[0], from[1] - to[1]]
    return Math.floor(Math.sqrt(dx * dx + dy * dy))
  }
  const farthestTo = (host: string): number => {
    const known = farthest.get(host)
    if (known !== undefined) return known
    const most = homes.reduce((max, home) => Math.max(max, between(home, host)), 0)
    farthest.set(host, most)
    return most
  }
  return (home, host) => {
    if (host === null) return 0
    return home === null ? farthestTo(host) : between(home, host)
  }
}
