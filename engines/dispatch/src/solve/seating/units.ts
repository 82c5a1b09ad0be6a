// How far a team is from obeying its rules, in units: counts that fall short, members of one home over the limit, pairs to be kept apart,
// exposure over the cap. A unit for each thing lacking, not for each rule broken, so that a search can feel its way.
import type { Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { shortOf } from './fields.ts'

/** Units of team `t` if `person` with `role` sat at `place` (−1: leave all as it is). */
export type UnitsOf = (t: number, place: number, person: number, role: number) => number

export function unitsIn(seating: Seating, seats: Seats): UnitsOf {
  const { shapes, shapeOf, roles, homeCap, cap, instance } = seating
  const { homeOf, apartFrom } = instance
  const { start, members } = seats
  const seated = new Int32Array(64)
  const counts = new Int32Array(8)
  const watchesExposure = cap > 0 && cap < Infinity

  return (t, place, person, role) => {
    const shape = shapes[shapeOf[t] ?? 0]
    if (shape === undefined) return 0
    const { lanes, bias, guard } = shape.packing
    const [from, to] = [start[t] ?? 0, start[t + 1] ?? 0]
    let units = 0
    let n = 0
    let exposure = 0
    for (let lane = 0; lane < lanes; lane++) counts[lane] = 0
    for (let p = from; p < to; p++) {
      const i = p === place ? person : (members[p] ?? -1)
      if (i < 0) {
        units++
        continue
      }
      const own = roles[p === place ? role : (seats.roles[p] ?? 0)]
      if (own === undefined) continue
      for (let lane = 0; lane < lanes; lane++) counts[lane] = (counts[lane] ?? 0) + (own.lanes[lane] ?? 0)
      if (watchesExposure && own.isExposed) exposure += seating.exposureAt(i, t)
      const home = homeOf[i] ?? -1
      if (home >= 0 && !own.isLocal) {
        let alike = 0
        for (let q = 0; q < n; q++) if (homeOf[seated[q] ?? 0] === home) alike++
        if (alike >= homeCap) units++
        seated[n++] = i
      }
      const apart = apartFrom[i]
      if (apart !== undefined && apart.length > 0) {
        for (const j of apart) {
          for (let q = from; q < p; q++) if ((q === place ? person : members[q]) === j) units++
        }
      }
    }
    if (exposure > cap) units += 1 + Math.floor((4 * (exposure - cap)) / cap)
    for (let lane = 0; lane < lanes; lane++) {
      if ((((counts[lane] ?? 0) + (bias[lane] ?? 0)) & (guard[lane] ?? 0)) !== (guard[lane] ?? 0)) {
        return units + shortOf(shape.fields, shape.packing, (own) => counts[own] ?? 0)
      }
    }
    return units
  }
}
