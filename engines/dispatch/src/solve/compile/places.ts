// Places are codes: containment is a prefix, levels are lengths, travel is measured in whole kilometres.
import type { PlaceLevel, Problem } from '../../problem.ts'

/** Digits of a code at each level. */
export const DIGITS = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const satisfies Record<PlaceLevel, number>

/** The code cut to a level; a shorter code is its own region there. */
export function cutTo(level: PlaceLevel, code: string): string {
  return code.slice(0, DIGITS[level])
}

export interface Map2D {
  /** The zone of the place or of its nearest listed ancestor that has one. */
  readonly zoneOf: (code: string) => string | null
  /** Whole kilometres from a home to a host; an unknown home costs the largest journey from any known one. */
  readonly travel: (home: string | null, host: string | null) => number
  /** The same for every host and every home, at host · homes + home: millions of pairs at once. */
  readonly travelTable: (homes: readonly (string | null)[], hosts: readonly (string | null)[]) => Int32Array
}

/** Indexes the regions and journeys of a problem. */
export function prepareMap(problem: Problem): Map2D {
  const zones = new Map<string, string>()
  const positions = new Map<string, readonly [number, number]>()
  for (const region of problem.regions) {
    if (region.zone !== undefined && region.zone !== null) zones.set(region.code, region.zone)
    if (region.at !== undefined && region.at !== null) positions.set(region.code, region.at)
  }
  const given = new Map(problem.travel.map(([home, host, km]) => [`${home} ${host}`, km]))
  const homes = [...new Set(problem.people.map((person) => person.home).filter((home) => home !== null))]
  const known = new Map<string, number>()
  const worst = new Map<string, number>()

  const between = (home: string, host: string): number => {
    const key = `${home} ${host}`
    let km = known.get(key)
    if (km === undefined) {
      km = given.get(key) ?? straightLine(nearest(positions, home), nearest(positions, host))
      known.set(key, km)
    }
    return km
  }
  const travelTable: Map2D['travelTable'] = (from, hosts) => {
    const places = from.map((home) => (home === null ? null : nearest(positions, home)))
    // a place that is not on the map has no coordinates, and NaN is a journey of nought in a table of integers
    const [xs, ys] = [0, 1].map((axis) => Float64Array.from(places, (place) => place?.[axis] ?? Number.NaN))
    const unknown = from.flatMap((home, at) => (home === null ? [at] : []))
    const table = new Int32Array(hosts.length * from.length)
    if (xs === undefined || ys === undefined) return table
    for (const [h, host] of hosts.entries()) {
      if (host === null) continue
      const [x, y] = nearest(positions, host) ?? [Number.NaN, Number.NaN]
      const row = table.subarray(h * from.length, (h + 1) * from.length)
      for (let at = 0; at < row.length; at++) row[at] = length((xs[at] ?? Number.NaN) - x, (ys[at] ?? Number.NaN) - y)
      for (const at of unknown) row[at] = travel(null, host)
      if (given.size === 0) continue
      for (const [at, home] of from.entries()) {
        const listed = home === null ? undefined : given.get(`${home} ${host}`)
        if (listed !== undefined) row[at] = listed
      }
    }
    return table
  }
  const travel: Map2D['travel'] = (home, host) => {
    if (host === null) return 0
    if (home !== null) return between(home, host)
    let km = worst.get(host)
    if (km === undefined) {
      km = homes.reduce((most, listed) => Math.max(most, between(listed, host)), 0)
      worst.set(host, km)
    }
    return km
  }
  return { zoneOf: (code) => nearest(zones, code), travel, travelTable }
}

/** sqrt and floor are exact for the sums that occur, so that every machine rounds alike. */
function straightLine(from: readonly [number, number] | null, to: readonly [number, number] | null): number {
  if (from === null || to === null) return 0
  return length(from[0] - to[0], from[1] - to[1])
}

function length(x: number, y: number): number {
  return Math.floor(Math.sqrt(x * x + y * y))
}

function nearest<T>(listed: ReadonlyMap<string, T>, code: string): T | null {
  for (const length of [12, 9, 6, 4, 2]) {
    const value = length <= code.length ? listed.get(code.slice(0, length)) : undefined
    if (value !== undefined) return value
  }
  return null
}
