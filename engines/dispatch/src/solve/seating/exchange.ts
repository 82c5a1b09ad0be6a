// Cyclic exchanges: somebody takes another's place, who takes the next one's, until the last takes the first one's place or goes free.
// Shortest paths from those who are free find every chain that saves something, and where none is left, their lengths are prices: what
// a person is worth, in kilometres, to those who would have to do without him. The prices are what the bound is proven with.
import { replacingIn } from './may-replace.ts'
import { reachedBy } from './reach.ts'
import type { Seating } from './seating.ts'
import { sit, teamsOfPlaces, type Seats } from './seats.ts'
import { unitsIn } from './units.ts'

export interface Exchanged {
  /** Price of each person, at least 0; 0 for who is free. */
  readonly prices: Float64Array
  readonly saved: number
  /** No chain that saves anything is left, but for such as would visit a team twice. */
  readonly isSettled: boolean
  readonly steps: number
}

/** Chains longer than this are not followed to see whether they close. */
const LONGEST = 200

/** Improves valid `seats` of `teams` in place, sweep after sweep; stops after `steps` looks at a pair, or when told to. */
export function exchange(
  seating: Seating,
  reach: Int32Array,
  seats: Seats,
  teams: Int32Array,
  limit: number,
  onSweep: (saved: number, steps: number) => boolean,
): Exchanged {
  const { people, journeys, pinOf } = seating
  const { start, members, placeOf } = seats
  const teamOf = teamsOfPlaces(seats)
  const isOurs = new Uint8Array(seating.teams)
  for (const t of teams) isOurs[t] = 1
  const near = reachedBy(seating, reach).map((list) => list.filter((t) => isOurs[t] === 1))
  const replacing = replacingIn(seating, seats)
  const unitsOf = unitsIn(seating, seats)
  const length = new Float64Array(people)
  const from = new Int32Array(people)
  const queue = new Int32Array(people)
  const isQueued = new Uint8Array(people)
  const isSettledTeam = new Uint8Array(seating.teams)
  let [saved, steps] = [0, 0]
  let isOver = false

  for (;;) {
    isSettledTeam.fill(0)
    const before = saved
    const isWhole = sweep()
    isOver = onSweep(saved, steps) || steps >= limit
    if (saved === before || isOver) {
      const prices = length.map((own, i) => ((placeOf[i] ?? -1) < 0 || own === Infinity ? 0 : Math.max(0, own)))
      return { prices, saved, isSettled: isWhole && saved === before, steps }
    }
  }

  /** One search for shortest paths; what it finds on its way is carried out at once, and those teams rest until the next. */
  function sweep(): boolean {
    let [head, count] = [0, 0]
    const push = (i: number): void => {
      if (isQueued[i] === 1) return
      isQueued[i] = 1
      queue[(head + count) % people] = i
      count++
    }
    for (let i = 0; i < people; i++) {
      const isFree = (placeOf[i] ?? -1) < 0
      length[i] = isFree ? 0 : Infinity
      from[i] = -1
      isQueued[i] = 0
      if (isFree && pinOf[i] === -1) push(i)
    }
    while (count > 0) {
      if (steps >= limit) return false
      const j = queue[head] ?? 0
      head = (head + 1) % people
      count--
      isQueued[j] = 0
      const own = (placeOf[j] ?? -1) < 0 ? -1 : (teamOf[placeOf[j] ?? 0] ?? -1)
      if (own >= 0 && isSettledTeam[own] === 1) continue
      const base = length[j] ?? Infinity
      for (const t of near[journeys.homeOf[j] ?? 0] ?? []) {
        if (t === own || isSettledTeam[t] === 1) continue
        steps++
        const role = seating.roleAt(j, t)
        if (role === 0) continue
        const cost = base + seating.costAt(j, t)
        for (let p = start[t] ?? 0; p < (start[t + 1] ?? 0); p++) {
          const i = members[p] ?? -1
          const reached = cost - seating.costAt(i, t)
          if (reached >= (length[i] ?? 0) || pinOf[i] !== -1 || !replacing.may(t, p, j, role)) continue
          const chain = chainTo(j, i)
          if (chain !== null) {
            // the chain closes: carried out it saves what it is short of; one that cannot be carried out is not followed either
            if (carryOut(chain, true)) break
            continue
          }
          if (reached < 0) {
            const path = [...pathTo(j), i]
            if (carryOut(path, false)) break
            continue
          }
          length[i] = reached
          from[i] = j
          push(i)
        }
        if (own >= 0 && isSettledTeam[own] === 1) break
        if (own < 0 && (placeOf[j] ?? -1) >= 0) break
      }
    }
    return true
  }

  function pathTo(j: number): number[] {
    const path: number[] = []
    for (let at = j; at >= 0 && path.length < LONGEST; at = from[at] ?? -1) path.push(at)
    return path.reverse()
  }

  /** The chain from `i` to `j`, where `i` already stands on the way to `j`. */
  function chainTo(j: number, i: number): number[] | null {
    const chain: number[] = []
    for (let at = j, n = 0; at >= 0 && n < LONGEST; at = from[at] ?? -1, n++) {
      chain.push(at)
      if (at === i) return chain.reverse()
    }
    return null
  }

  /** Each takes the next one's place; the last goes free, or, in a ring, takes the first one's. False, and nothing changed, where a team would break. */
  function carryOut(chain: readonly number[], isRing: boolean): boolean {
    const places = chain.map((i) => placeOf[i] ?? -1)
    const touched = [...new Set(places.filter((p) => p >= 0).map((p) => teamOf[p] ?? 0))]
    if (touched.some((t) => isSettledTeam[t] === 1)) return false
    const roles = places.map((p) => (p < 0 ? 0 : (seats.roles[p] ?? 0)))
    const moves = chain.map((i, k) => {
      const next = k + 1 < chain.length ? k + 1 : isRing ? 0 : -1
      return { person: i, place: next < 0 ? -1 : (places[next] ?? -1) }
    })
    let gain = 0
    for (const { person, place } of moves) if (place >= 0) gain += seating.costAt(person, teamOf[place] ?? 0)
    places.forEach((p, k) => {
      if (p >= 0) gain -= seating.costAt(chain[k] ?? 0, teamOf[p] ?? 0)
    })
    if (gain >= 0 || moves.some(({ person, place }) => place >= 0 && seating.roleAt(person, teamOf[place] ?? 0) === 0))
      return false
    for (const { person } of moves) placeOf[person] = -1
    for (const { person, place } of moves) if (place >= 0) sit(seats, place, person, seating.roleAt(person, teamOf[place] ?? 0))
    if (touched.every((t) => unitsOf(t, -1, -1, 0) === 0)) {
      saved -= gain
      for (const t of touched) {
        isSettledTeam[t] = 1
        replacing.refresh(t)
      }
      return true
    }
    for (const person of chain) placeOf[person] = -1
    chain.forEach((person, k) => {
      const p = places[k] ?? -1
      if (p >= 0) sit(seats, p, person, roles[k] ?? 0)
    })
    return false
  }
}
