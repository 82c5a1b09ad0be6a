// A first seating: team by team, whoever is nearest and still lets the team become whole. Not good, rarely quite valid, there at once.
import { sortPeople, type Sorts } from './sorts.ts'
import type { Seating } from './seating.ts'
import { emptySeats, sit, type Seats } from './seats.ts'

/** Seats the pinned and those who `stay` (person, team), then everybody else, the teams in the order of `order`. */
export function firstSeats(seating: Seating, stay: Iterable<readonly [number, number]>, order: Int32Array): Seats {
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
  for (const [i, t] of stay) take(i, t)
  const sorts = sortPeople(seating)
  const left = leftIn(seating, seats, sorts)
  for (const t of order) fillTeam(seating, seats, t, left, sorts)
  return seats
}

/** Who may still be seated, home by home in the order of the file. */
interface Left {
  readonly people: readonly Int32Array[]
  readonly count: Int32Array
  /** By shape and home: a bit for each sort of somebody left there. Nearly everybody who is near is of no use any more, and whole homes are passed over. */
  readonly sortBits: readonly Int32Array[]
  readonly sorts: Sorts
}

function leftIn({ journeys, pinOf, shapes }: Seating, seats: Seats, sorts: Sorts): Left {
  const people = journeys.peopleOf.map((own) => own.filter((i) => (seats.placeOf[i] ?? -1) < 0 && pinOf[i] === -1))
  const sortBits = shapes.map(() => new Int32Array(people.length))
  const left = { people, count: Int32Array.from(people, (own) => own.length), sortBits, sorts }
  for (const home of people.keys()) noteSorts(left, home)
  return left
}

/** The bit of a sort; beyond 32 of them several share one, and a home is looked through that could have been passed over. */
function bitOf(sort: number): number {
  return 1 << (sort & 31)
}

function noteSorts({ people, count, sortBits, sorts }: Left, home: number): void {
  const own = people[home]?.subarray(0, count[home]) ?? []
  sortBits.forEach((bits, s) => {
    const sortOf = sorts.of[s]
    let found = 0
    for (const i of own) found |= bitOf(sortOf?.[i] ?? 0)
    bits[home] = found
  })
}

function takeOut(left: Left, home: number, i: number): void {
  const own = left.people[home]
  const at = own?.indexOf(i) ?? -1
  own?.copyWithin(at, at + 1)
  left.count[home] = (left.count[home] ?? 0) - 1
  noteSorts(left, home)
}

function fillTeam(seating: Seating, seats: Seats, t: number, left: Left, sorts: Sorts): void {
  const s = seating.shapeOf[t] ?? 0
  const shape = seating.shapes[s]
  if (shape === undefined) return
  const { fields, packing } = shape
  const { journeys, roles, homeCap, instance } = seating
  const sortOf = sorts.of[s] ?? new Int32Array()
  const [from, to] = [seats.start[t] ?? 0, seats.start[t + 1] ?? 0]
  const missing = fields.map(({ least }) => least)
  const isScarce = sorts.isScarce[s] ?? []
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
  /** After him, every count must still be reachable with the places that are left. */
  const leavesRoom = (role: number): boolean => {
    for (let f = 0; f < fields.length; f++) if ((missing[f] ?? 0) - adds(role, f) > open - 1) return false
    return true
  }
  const sortsOfShape = sorts.adds[s] ?? []
  const isAble = new Uint8Array(sortsOfShape.length)
  /** Which sorts of people leave the team room to become whole, and, unless they may, spend nothing scarce where it is not asked for. */
  const findAble = (mayWaste: boolean): number => {
    let bits = 0
    for (let sort = 0; sort < isAble.length; sort++) {
      const adds = sortsOfShape[sort]
      let able = 1
      for (let f = 0; f < fields.length; f++) {
        const [short, add] = [missing[f] ?? 0, adds?.[f] ?? 0]
        if (short - add > open - 1 || (!mayWaste && add > 0 && short <= 0 && isScarce[f] === true)) able = 0
      }
      isAble[sort] = able
      if (able === 1) bits |= bitOf(sort)
    }
    return bits
  }
  const fits = (i: number, role: number): boolean => {
    if (role === 0 || !leavesRoom(role)) return false
    const home = instance.homeOf[i] ?? -1
    if (home >= 0 && roles[role]?.isLocal === false && (homes.get(home) ?? 0) >= homeCap) return false
    return !(instance.apartFrom[i]?.some((j) => taken.has(j)) ?? false)
  }
  // homes with somebody left, nearest first, as far as has been looked
  const near: number[] = []
  let looked = 0
  const nearest = journeys.nearest[journeys.hostOf[t] ?? 0] ?? new Int32Array()
  const homeAt = (k: number): number => {
    while (near.length <= k && looked < nearest.length) {
      const home = nearest[looked++] ?? 0
      if ((left.count[home] ?? 0) > 0) near.push(home)
    }
    return near[k] ?? -1
  }
  /** The nearest who fits and brings no unverified fact and no exposure, else the one who costs least; −1 where nobody fits. */
  const cheapest = (mayWaste: boolean): number => {
    const able = findAble(mayWaste)
    const bits = left.sortBits[s]
    const offset = (journeys.hostOf[t] ?? 0) * journeys.homes
    let [best, least] = [-1, Infinity]
    for (let k = 0; ; k++) {
      const home = homeAt(k)
      const km = journeys.km[offset + home] ?? 0
      if (home < 0 || km >= least) return best
      if (((bits?.[home] ?? 0) & able) === 0) continue
      const own = left.people[home] ?? new Int32Array()
      const count = left.count[home] ?? 0
      for (let at = 0; at < count; at++) {
        const i = own[at] ?? 0
        if (isAble[sortOf[i] ?? 0] === 0 || !fits(i, seating.roleAt(i, t))) continue
        const cost = seating.costAt(i, t)
        if (cost < least) [best, least] = [i, cost]
        if (cost === km) break
      }
    }
  }
  for (let p = from; p < to; p++) {
    if ((seats.members[p] ?? -1) >= 0) continue
    let found = cheapest(false)
    if (found < 0) found = cheapest(true)
    if (found < 0) continue
    const role = seating.roleAt(found, t)
    sit(seats, p, found, role)
    taken.add(found)
    count(found, role)
    open--
    takeOut(left, journeys.homeOf[found] ?? 0, found)
  }
}
