// Journeys between homes and hosts: people of one home travel alike, teams of one host too.
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'

export interface Journeys {
  readonly homes: number
  /** Number of each person's home as it stands in the file; an unknown home is one more. */
  readonly homeOf: Int32Array
  readonly hostOf: Int32Array
  /** Kilometres at host · homes + home. */
  readonly km: Int32Array
  /** The largest journey, at least 1. */
  readonly longest: number
  /** For each host its homes, nearest first. */
  readonly nearest: readonly Int32Array[]
  /** People of each home, in the order of the file. */
  readonly peopleOf: readonly Int32Array[]
}

export function listJourneys({ problem, map }: Instance, places: FixedLayout): Journeys {
  const codes = [...new Set(problem.people.map((person) => person.home))]
  const hosts = [...new Set(places.map(({ option }) => option.host))]
  const homeNumber = new Map(codes.map((code, at) => [code, at]))
  const hostNumber = new Map(hosts.map((code, at) => [code, at]))
  const homeOf = Int32Array.from(problem.people, (person) => homeNumber.get(person.home) ?? 0)
  const km = map.travelTable(codes, hosts)
  const longest = km.reduce((most, length) => Math.max(most, length), 1)
  const groups: number[][] = codes.map(() => [])
  homeOf.forEach((home, i) => groups[home]?.push(i))
  return {
    homes: codes.length,
    homeOf,
    hostOf: Int32Array.from(places, ({ option }) => hostNumber.get(option.host) ?? 0),
    km,
    longest,
    nearest: hosts.map((_, h) => nearestHomes(km.subarray(h * codes.length, (h + 1) * codes.length))),
    peopleOf: groups.map((group) => Int32Array.from(group)),
  }
}

/** Sorted as one number each, length before place: a sort by comparison takes ten times as long. */
function nearestHomes(km: Int32Array): Int32Array {
  const keys = Float64Array.from(km, (length, home) => length * km.length + home).sort()
  return Int32Array.from(keys, (key) => key % km.length)
}
