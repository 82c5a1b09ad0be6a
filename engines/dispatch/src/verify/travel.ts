// Kilometres from a home to a host: the problem's entry, else the straight line, else 0.
import type { Problem } from '../problem.ts'
import { selfAndAncestors } from './places.ts'

/** From a person's home (null = unknown) to a team's host (null = none). */
export type Travel = (home: string | null, host: string | null) => number

/** To a host from each of a list of homes, in the order of the list; the row is only good until the next host is asked for. */
export type JourneysTo = (host: string | null) => Float64Array

export function travelTable(problem: Problem): Travel {
  const entries = new Map(problem.travel.map(([home, host, km]) => [`${home} ${host}`, km]))
  const positionOf = positionsOf(problem)
  const homes = [...new Set(problem.people.flatMap((person) => (person.home === null ? [] : [person.home])))]
  const farthest = new Map<string, number>()
  const between = (home: string, host: string): number =>
    entries.get(`${home} ${host}`) ?? straightLine(positionOf(home), positionOf(host))
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

/** The same for all homes at once; `homes` are those of everybody, each once, null = unknown. */
export function journeysFrom(problem: Problem, homes: readonly (string | null)[]): JourneysTo {
  const positionOf = positionsOf(problem)
  const from = homes.map((home) => (home === null ? null : positionOf(home)))
  const placeOf = new Map(homes.map((home, place) => [home, place]))
  const unknown = placeOf.get(null)
  const entries = new Map<string, [number, number][]>()
  for (const [home, host, km] of problem.travel) {
    const place = placeOf.get(home)
    if (place === undefined) continue
    const before = entries.get(host)
    if (before === undefined) entries.set(host, [[place, km]])
    else before.push([place, km])
  }
  const row = new Float64Array(homes.length)
  return (host) => {
    if (host === null) return row.fill(0)
    const to = positionOf(host)
    for (let place = 0; place < homes.length; place++) row[place] = straightLine(from[place] ?? null, to)
    for (const [place, km] of entries.get(host) ?? []) row[place] = km
    if (unknown !== undefined) row[unknown] = row.reduce((most, km) => Math.max(most, km), 0)
    return row
  }
}

type Position = readonly [number, number]

function straightLine(from: Position | null, to: Position | null): number {
  if (from === null || to === null) return 0
  const [dx, dy] = [from[0] - to[0], from[1] - to[1]]
  return Math.floor(Math.sqrt(dx * dx + dy * dy))
}

/** The position of a place, or of its nearest listed ancestor that has one. */
function positionsOf(problem: Problem): (code: string) => Position | null {
  const positions = new Map(
    problem.regions.flatMap(({ code, at }) => (at === undefined || at === null ? [] : [[code, at] as const])),
  )
  return (code) => {
    for (const region of selfAndAncestors(code)) {
      const at = positions.get(region)
      if (at !== undefined) return at
    }
    return null
  }
}
