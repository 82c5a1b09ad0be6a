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
  let longest = 1
  for (let at = 0; at < km.length; at++) longest = Math.max(longest, km[at] ?? 0)
  const groups: number[][] = codes.map(() => [])
  homeOf.forEach((home, i) => groups[home]?.push(i))
  return {
    homes: codes.length,
    homeOf,
    hostOf: Int32Array.from(places, ({ option }) => hostNumber.get(option.host) ?? 0),
    km,
    longest,
    nearest: hosts.map((_, h) => nearestHomes(km.subarray(h * codes.length, (h + 1) * codes.length), longest)),
    peopleOf: groups.map((group) => Int32Array.from(group)),
  }
}

/** Beyond this many kilometres lengths are sorted, not counted. */
const COUNTED = 20_000

/** Homes by length, then in their order. Lengths are counted, which takes a tenth of the time of a sort. */
function nearestHomes(km: Int32Array, longest: number): Int32Array {
  if (longest > COUNTED) return Int32Array.from(km.keys()).sort((a, b) => (km[a] ?? 0) - (km[b] ?? 0) || a - b)
  const next = new Int32Array(longest + 2)
  for (let home = 0; home < km.length; home++) {
    const after = (km[home] ?? 0) + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let length = 0; length <= longest; length++) next[length + 1] = (next[length + 1] ?? 0) + (next[length] ?? 0)
  const homes = new Int32Array(km.length)
  for (let home = 0; home < km.length; home++) {
    const length = km[home] ?? 0
    const at = next[length] ?? 0
    homes[at] = home
    next[length] = at + 1
  }
  return homes
}
