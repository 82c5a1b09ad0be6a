// Annealing over sets: a member is replaced by somebody from a home nearby, who comes from the free, or from another team in exchange,
// or from another team that takes somebody free. Integers only, counts only: the same seed gives the same seats on any machine.
import { THRESHOLDS } from '../anneal/thresholds.ts'
import type { Random } from '../anneal/random.ts'
import type { Seating } from './seating.ts'
import { teamsOfPlaces, type Seats } from './seats.ts'
import { unitsIn } from './units.ts'

export interface Cooling {
  /** Temperatures in 1/1024 of a kilometre. */
  readonly hot: number
  readonly cold: number
  readonly proposals: number
  /** Kilometres that a unit lacking costs. */
  readonly price: number
  /** How many of four proposals are for teams that lack something, while there are any. */
  readonly forLacking: number
  /** Every so many proposals `onPause` is asked: true ends the search. */
  readonly pause: number
  readonly onPause: (units: number, cost: number) => boolean
}

export interface Cooled {
  readonly units: number
  readonly cost: number
}

/** Whom a team looks at: the people of so many of its nearest homes, or those of a list, best first. */
export type Looks = Int32Array | readonly Int32Array[]

/** Anneals `seats` in place, the teams of `teams` only; everybody pinned stays. */
export function annealSets(
  seating: Seating,
  looks: Looks,
  seats: Seats,
  teams: Int32Array,
  random: Random,
  cooling: Cooling,
): Cooled {
  const { pinOf, journeys } = seating
  const { start, members, placeOf } = seats
  const unitsOf = unitsIn(seating, seats)
  const teamOf = teamsOfPlaces(seats)
  const isOurs = new Uint8Array(seating.teams)
  const lack = new Int32Array(seating.teams)
  const bad: number[] = []
  const badAt = new Int32Array(seating.teams).fill(-1)
  let [units, cost] = [0, 0]
  const setLack = (t: number, now: number): void => {
    units += now - (lack[t] ?? 0)
    lack[t] = now
    const at = badAt[t] ?? -1
    if (now > 0 && at < 0) badAt[t] = bad.push(t) - 1
    else if (now === 0 && at >= 0) {
      const last = bad.pop() ?? t
      if (last !== t) {
        bad[at] = last
        badAt[last] = at
      }
      badAt[t] = -1
    }
  }
  for (const t of teams) {
    isOurs[t] = 1
    setLack(t, unitsOf(t, -1, -1, 0))
    for (let p = start[t] ?? 0; p < (start[t + 1] ?? 0); p++) {
      const i = members[p] ?? -1
      if (i >= 0) cost += seating.costAt(i, t)
    }
  }
  // the product of two integers below 2^26 stays exact in a double
  const below = (limit: number): number => Math.floor(((random() >>> 6) * limit) / 67_108_864)
  const put = (p: number, i: number, role: number): void => {
    members[p] = i
    seats.roles[p] = role
    if (i >= 0) placeOf[i] = p
  }
  const price = cooling.price * 1024
  let temperature = cooling.hot

  /** Somebody to look at, the better the likelier; −1 where there is nobody. */
  const pick = (t: number): number => {
    if (!(looks instanceof Int32Array)) {
      const list = looks[t]
      return list === undefined || list.length === 0 ? -1 : (list[below(1 + below(list.length))] ?? -1)
    }
    const home = journeys.nearest[journeys.hostOf[t] ?? 0]?.[below(1 + below(looks[t] ?? 1))] ?? 0
    const people = journeys.peopleOf[home]
    return people === undefined || people.length === 0 ? -1 : (people[below(people.length)] ?? -1)
  }
  const propose = (): void => {
    const draw = random()
    const t =
      bad.length > 0 && (draw & 3) < cooling.forLacking ? (bad[below(bad.length)] ?? 0) : (teams[below(teams.length)] ?? 0)
    const size = (start[t + 1] ?? 0) - (start[t] ?? 0)
    const j = pick(t)
    if (size === 0 || j < 0 || (pinOf[j] ?? -1) !== -1) return
    const p = (start[t] ?? 0) + below(size)
    const i = members[p] ?? -1
    const q = placeOf[j] ?? -1
    if (i >= 0 && (pinOf[i] ?? -1) !== -1) return
    const limit = temperature * (THRESHOLDS[(draw >>> 8) & 4095] ?? 0)
    const spared = i < 0 ? 0 : seating.costAt(i, t)
    // when all rules are kept, a change cannot cost less than its kilometres
    const isTooDear = (change: number): boolean => units === 0 && change * 1048576 > limit
    if (q < 0) {
      if (isTooDear(seating.travelAt(j, t) - spared)) return
      const role = seating.roleAt(j, t)
      if (role === 0) return
      const gain = seating.costAt(j, t) - spared
      const now = unitsOf(t, p, j, role)
      if (gain * 1048576 + (now - (lack[t] ?? 0)) * price * 1024 > limit) return
      if (i >= 0) placeOf[i] = -1
      put(p, j, role)
      cost += gain
      setLack(t, now)
      return
    }
    const k = teamOf[q] ?? 0
    if (k === t || isOurs[k] === 0) return
    let [h, out] = [i, -1]
    if ((draw & 0xc0) === 0) {
      h = pick(k)
      out = i
      if (h < 0 || h === i || (placeOf[h] ?? -1) >= 0 || (pinOf[h] ?? -1) !== -1) return
    }
    const saved = spared + seating.costAt(j, k)
    if (isTooDear(seating.travelAt(j, t) + (h < 0 ? 0 : seating.travelAt(h, k)) - saved)) return
    const [own, role] = [seating.roleAt(j, t), h < 0 ? 0 : seating.roleAt(h, k)]
    if (own === 0 || (h >= 0 && role === 0)) return
    const gain = seating.costAt(j, t) + (h < 0 ? 0 : seating.costAt(h, k)) - saved
    change(t, p, j, own, k, q, h, role, out, gain, limit)
  }
  const change = (
    t: number,
    p: number,
    j: number,
    own: number,
    k: number,
    q: number,
    h: number,
    role: number,
    out: number,
    gain: number,
    limit: number,
  ): void => {
    const [nowT, nowK] = [unitsOf(t, p, j, own), unitsOf(k, q, h, role)]
    if (gain * 1048576 + (nowT + nowK - (lack[t] ?? 0) - (lack[k] ?? 0)) * price * 1024 > limit) return
    if (out >= 0) placeOf[out] = -1
    put(p, j, own)
    put(q, h, role)
    cost += gain
    setLack(t, nowT)
    setLack(k, nowK)
  }

  const steps = Math.max(1, Math.ceil(cooling.proposals / cooling.pause))
  for (let step = 0; step < steps; step++) {
    for (let n = 0; n < cooling.pause; n++) propose()
    // a straight line in the root of the temperature: slow where it is cold
    const left = steps - step - 1
    temperature = cooling.cold + Math.floor(((cooling.hot - cooling.cold) * left * left) / (steps * steps))
    if (cooling.onPause(units, cost)) break
  }
  return { units, cost }
}
