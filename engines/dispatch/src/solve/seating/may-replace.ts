// Whether one person can take another's place, everybody else staying: counts, homes, pairs apart, exposure of that one team.
import type { Seating } from './seating.ts'
import type { Seats } from './seats.ts'

export interface Replacing {
  /** Whether the team stays valid with `person` at `place`; it must be valid now. */
  readonly may: (team: number, place: number, person: number, role: number) => boolean
  /** Counts of a team anew, after its members changed. */
  readonly refresh: (team: number) => void
}

const LANES = 8

export function replacingIn(seating: Seating, seats: Seats): Replacing {
  const { shapes, shapeOf, roles, homeCap, cap, instance } = seating
  const { homeOf, apartFrom } = instance
  const { start, members } = seats
  const counts = new Int32Array(seating.teams * LANES)
  const exposed = new Float64Array(seating.teams)
  const watchesExposure = cap > 0 && cap < Infinity
  const refresh = (t: number): void => {
    counts.fill(0, t * LANES, (t + 1) * LANES)
    exposed[t] = 0
    for (let p = start[t] ?? 0; p < (start[t + 1] ?? 0); p++) {
      roles[seats.roles[p] ?? 0]?.lanes.forEach((value, lane) => {
        counts[t * LANES + lane] = ((counts[t * LANES + lane] ?? 0) + value) | 0
      })
      const i = members[p] ?? -1
      if (watchesExposure && i >= 0) exposed[t] = (exposed[t] ?? 0) + seating.exposureAt(i, t)
    }
  }
  for (let t = 0; t < seating.teams; t++) refresh(t)
  return {
    refresh,
    may(t, place, person, role) {
      const shape = shapes[shapeOf[t] ?? 0]
      const [comes, goes] = [roles[role], roles[seats.roles[place] ?? 0]]
      if (shape === undefined || comes === undefined || goes === undefined) return false
      const { lanes, bias, guard } = shape.packing
      for (let lane = 0; lane < lanes; lane++) {
        const count = (counts[t * LANES + lane] ?? 0) + (comes.lanes[lane] ?? 0) - (goes.lanes[lane] ?? 0)
        const wanted = guard[lane] ?? 0
        if (((count + (bias[lane] ?? 0)) & wanted) !== wanted) return false
      }
      const [from, to] = [start[t] ?? 0, start[t + 1] ?? 0]
      const home = homeOf[person] ?? -1
      if (home >= 0 && !comes.isLocal && homeCap < to - from) {
        let alike = 0
        for (let p = from; p < to; p++) {
          if (p !== place && homeOf[members[p] ?? 0] === home && roles[seats.roles[p] ?? 0]?.isLocal === false) alike++
        }
        if (alike >= homeCap) return false
      }
      const apart = apartFrom[person]
      if (apart !== undefined && apart.length > 0) {
        for (const other of apart) {
          const at = seats.placeOf[other] ?? -1
          if (at >= from && at < to && at !== place) return false
        }
      }
      if (!watchesExposure || !(comes.isExposed || goes.isExposed)) return true
      const before = goes.isExposed ? seating.exposureAt(members[place] ?? 0, t) : 0
      return (exposed[t] ?? 0) - before + seating.exposureAt(person, t) <= cap
    },
  }
}
