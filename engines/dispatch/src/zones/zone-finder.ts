// Which zone a place lies in, and which regions a zone must be told of: its own, and those around them, whose positions it may need.
import type { Problem } from '../problem.ts'

type Region = Problem['regions'][number]

interface ZoneFinder {
  readonly add: (region: Region) => void
  /** The zone of the place or of its nearest listed ancestor that has one; '' = none, also of an unknown place. */
  readonly zoneOf: (code: string | null) => string
  /** To be called with the numbers of the zones once all regions are there. */
  readonly settle: (numbers: ReadonlyMap<string, number>) => void
  readonly zonesWith: (code: string) => readonly number[]
  /** The zone that both places lie in, if there is one with a number. */
  readonly inBoth: (a: string, b: string) => readonly number[]
}

export function prepareZones(): ZoneFinder {
  const zones = new Map<string, string | null>()
  const told = new Map<string, Set<number>>()
  let numberOf: ReadonlyMap<string, number> = new Map()
  const zoneOf = (code: string | null): string => {
    for (const within of code === null ? [] : selfAndAncestors(code)) {
      const zone = zones.get(within)
      if (zone !== undefined && zone !== null) return zone
    }
    return ''
  }
  return {
    add: ({ code, zone }) => zones.set(code, zone ?? null),
    zoneOf,
    settle(numbers) {
      numberOf = numbers
      for (const code of zones.keys()) {
        const number = numbers.get(zoneOf(code))
        if (number === undefined) continue
        for (const within of selfAndAncestors(code)) {
          if (!zones.has(within)) continue
          const set = told.get(within) ?? new Set()
          told.set(within, set.add(number))
        }
      }
    },
    zonesWith: (code) => [...(told.get(code) ?? [])],
    inBoth(a, b) {
      const zone = zoneOf(a)
      const number = zoneOf(b) === zone ? numberOf.get(zone) : undefined
      return number === undefined ? [] : [number]
    },
  }
}

function selfAndAncestors(code: string): string[] {
  return [12, 9, 6, 4, 2].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits))
}
