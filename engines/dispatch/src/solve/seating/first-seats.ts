// A first seating: team by team, whoever is nearest and still lets the team become whole. Not good, rarely quite valid, there at once.
import type { Keep } from '../exact/stages.ts'
import type { Seating } from './seating.ts'
import { emptySeats, sit, type Seats } from './seats.ts'

/** Seats the pinned and those of the older plan, then everybody else, the teams in the order of `order`. */
export function firstSeats(seating: Seating, keep: Keep | null, order: Int32Array): Seats {
  const seats = emptySeats(seating)
  const take = (i: number, t: number): boolean => {
    const role = seating.roleAt(i, t)
    if (role === 0 || (seats.placeOf[i] ?? -1) >= 0) return false
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) {
      if ((seats.members[p] ?? -1) >= 0) continue
      sit(seats, p, i, role)
      return true
    }
    return false
  }
  seating.pinOf.forEach((t, i) => t >= 0 && take(i, t))
  for (const [i, t] of keep?.teamOf ?? []) take(i, t)
  // homes with nobody left are passed over: the last teams would look at everybody who is taken
  const left = seating.journeys.peopleOf.map((people) => people.filter((i) => (seats.placeOf[i] ?? -1) < 0))
  for (const t of order) fillTeam(seating, seats, t, left)
  return seats
}

function fillTeam(seating: Seating, seats: Seats, t: number, left: Int32Array[]): void {
  const shape = seating.shapes[seating.shapeOf[t] ?? 0]
  if (shape === undefined) return
  const { fields, packing } = shape
  const { journeys, roles, homeCap, pinOf, instance } = seating
  const [from, to] = [seats.start[t] ?? 0, seats.start[t + 1] ?? 0]
  const missing = fields.map(({ least }) => least)
  const mask = (1 << packing.width) - 1
  const adds = (role: number, f: number): number =>
    ((roles[role]?.lanes[Math.floor(f / packing.perLane)] ?? 0) >>> (packing.width * (f % packing.perLane))) & mask
  const homes = new Map<number, number>()
  let open = 0
  const count = (i: number, role: number): void => {
    fields.forEach((_, f) => {
      missing[f] = (missing[f] ?? 0) - adds(role, f)
    })
    const home = instance.homeOf[i] ?? -1
    if (home >= 0 && roles[role]?.isLocal === false) homes.set(home, (homes.get(home) ?? 0) + 1)
  }
  for (let p = from; p < to; p++) {
    const i = seats.members[p] ?? -1
    if (i < 0) open++
    else count(i, seats.roles[p] ?? 0)
  }
  const taken = new Set(seats.members.subarray(from, to))
  const fits = (i: number, role: number): boolean => {
    if (role === 0 || (pinOf[i] ?? -1) !== -1) return false
    // after him, every count must still be reachable with the places that are left
    for (let f = 0; f < fields.length; f++) if ((missing[f] ?? 0) - adds(role, f) > open - 1) return false
    const home = instance.homeOf[i] ?? -1
    if (home >= 0 && roles[role]?.isLocal === false && (homes.get(home) ?? 0) >= homeCap) return false
    return !(instance.apartFrom[i]?.some((j) => taken.has(j)) ?? false)
  }
  for (let p = from; p < to; p++) {
    if ((seats.members[p] ?? -1) >= 0) continue
    const found = cheapestFree(seating, t, left, fits)
    if (found < 0) continue
    const role = seating.roleAt(found, t)
    sit(seats, p, found, role)
    taken.add(found)
    count(found, role)
    open--
    const home = journeys.homeOf[found] ?? 0
    left[home] = left[home]?.filter((i) => i !== found) ?? left[home] ?? new Int32Array()
  }
}

/** The nearest who fits and brings no unverified fact and no exposure, else the one who costs least; −1 where nobody fits. */
function cheapestFree(
  seating: Seating,
  t: number,
  left: readonly Int32Array[],
  fits: (person: number, role: number) => boolean,
): number {
  const { journeys } = seating
  const host = journeys.hostOf[t] ?? 0
  let [best, least] = [-1, Infinity]
  for (const home of journeys.nearest[host] ?? []) {
    const km = journeys.km[host * journeys.homes + home] ?? 0
    if (km >= least) break
    for (const i of left[home] ?? []) {
      if (!fits(i, seating.roleAt(i, t))) continue
      const cost = seating.costAt(i, t)
      if (cost < least) [best, least] = [i, cost]
      if (cost === km) break
    }
  }
  return best
}
