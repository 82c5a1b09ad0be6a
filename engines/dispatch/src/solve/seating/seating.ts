// People for given places, made ready for search at any size. A province has twenty million pairs of person and team, of which a search
// looks at a few hundred thousand: each pair is judged when it is first asked for, and kept in two bytes.
import type { FixedLayout } from '../anneal/field.ts'
import { countBits } from '../compile/bits.ts'
import type { Instance } from '../compile/instance.ts'
import type { Keep } from '../exact/stages.ts'
import { listJourneys, type Journeys } from './journeys.ts'
import { prepareKinds } from './open-kinds.ts'
import { openRoleBook, type Role, type Weights } from './roles.ts'
import { shapesOf, type Shape } from './shapes.ts'

export interface Seating {
  readonly instance: Instance
  readonly places: FixedLayout
  readonly people: number
  readonly teams: number
  readonly shapes: readonly Shape[]
  readonly shapeOf: Int32Array
  readonly journeys: Journeys
  readonly weights: Weights
  /** The most exposure a team may have, in thousandths; 0: nobody who is exposed at all may sit. */
  readonly cap: number
  /** 0 where the person cannot sit in the team, else the number of his role there. */
  readonly roleAt: (person: number, team: number) => number
  readonly roles: readonly Role[]
  /** Thousandths. */
  readonly exposureAt: (person: number, team: number) => number
  /** Kilometres. */
  readonly travelAt: (person: number, team: number) => number
  /** What his seat costs a search; only for who may sit. */
  readonly costAt: (person: number, team: number) => number
  /** What the better levels weigh most in any seat looked at so far: breaking a rule must be dearer. */
  readonly dearest: () => number
  /** Unverified facts that each person has wherever he sits. */
  readonly leastFacts: Uint8Array
  /** Team of a pinned person, −1 for everybody else. */
  readonly pinOf: Int32Array
  /** Most members of one home, locals aside; Infinity where there is no limit. */
  readonly homeCap: number
  /** False where somebody could sit as a local and as a stranger alike: he is then taken for a stranger, and bounds prove nothing. */
  readonly isWhole: () => boolean
}

const CLOSED = 1
const FACT_WEIGHT = 16
const EXPOSURE_WEIGHT = 64

/** Compiles a round whose places are given; null where its teams are beyond counting. `cap`: the most exposure of a team, Infinity for any. */
export function prepareSeating(instance: Instance, places: FixedLayout, cap: number, keep: Keep | null): Seating | null {
  const shapes = shapesOf(instance, places)
  if (shapes === null) return null
  const { problem, rules, exposures } = instance
  const [people, teams] = [problem.people.length, places.length]
  const journeys = listJourneys(instance, places)
  const fact = FACT_WEIGHT * (journeys.longest + 1)
  const weights: Weights = { fact, exposure: EXPOSURE_WEIGHT * fact, moved: EXPOSURE_WEIGHT * fact * 64 }
  const { roles, numberOf } = openRoleBook(instance, shapes, weights)
  const openKinds = prepareKinds(instance, shapes, places)
  const pinOf = new Int32Array(people).fill(-1)
  for (const [i, pins] of instance.pinsOf) pinOf[i] = pins.length === 1 ? (pins[0] ?? -1) : -2
  const cells = new Uint16Array(people * teams)
  const exposed = new Map<number, number>()
  let isWhole = true
  let dearest = 0

  const judge = (i: number, t: number): number => {
    const pin = pinOf[i] ?? -1
    if (problem.people[i]?.unavailable === true || (pin !== -1 && pin !== t)) return CLOSED
    const open = openKinds(i, t)
    if (open.kinds === 0) return CLOSED
    if (open.isEither) isWhole = false
    const targets = places[t]?.targets ?? []
    let exposure = 0
    if (exposures.hasAny(i)) for (const d of targets) exposure += exposures.of(i, d)
    if (exposure > cap) return CLOSED
    const facts = countBits(instance.unverified(i, targets, open.isLocal))
    const isMoved = keep !== null && keep.teamOf.get(i) !== t
    if (exposure > 0) exposed.set(t * people + i, exposure)
    const { kinds, isLocal } = open
    const number = numberOf(i, shapes.of[t] ?? 0, { kinds, isLocal, facts, isExposed: exposure > 0, isMoved })
    dearest = Math.max(dearest, (roles[number]?.surcharge ?? 0) + exposure * weights.exposure)
    return number
  }
  const roleAt = (i: number, t: number): number => {
    const at = t * people + i
    let number = cells[at] ?? 0
    if (number === 0) {
      number = judge(i, t)
      cells[at] = number
    }
    return number === CLOSED ? 0 : number
  }
  const travelAt = (i: number, t: number): number =>
    journeys.km[(journeys.hostOf[t] ?? 0) * journeys.homes + (journeys.homeOf[i] ?? 0)] ?? 0
  const exposureAt = (i: number, t: number): number =>
    roles[roleAt(i, t)]?.isExposed === true ? (exposed.get(t * people + i) ?? 0) : 0
  return {
    instance,
    places,
    people,
    teams,
    shapes: shapes.list,
    shapeOf: shapes.of,
    journeys,
    weights,
    cap,
    roleAt,
    roles,
    exposureAt,
    travelAt,
    costAt(i, t) {
      const role = roles[roleAt(i, t)]
      const exposure = role?.isExposed === true ? exposureAt(i, t) * weights.exposure : 0
      return travelAt(i, t) + (role?.surcharge ?? 0) + exposure
    },
    dearest: () => dearest,
    leastFacts: Uint8Array.from(problem.people, (_, i) => countBits(instance.unverified(i, [], false))),
    pinOf,
    homeCap: rules.maxSameHome ?? Infinity,
    isWhole: () => isWhole,
  }
}

/** Numbers of all teams. */
export function teamsOf({ teams }: Seating): Int32Array {
  return Int32Array.from({ length: teams }, (_, t) => t)
}

/** The same with another limit on the exposure of a team, above 0; roles keep their numbers. */
export function withCap(open: Seating, cap: number): Seating {
  return { ...open, cap, roleAt: (i, t) => (open.exposureAt(i, t) > cap ? 0 : open.roleAt(i, t)) }
}
