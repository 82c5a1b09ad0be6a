// People for given places, made ready for search at any size. A province has twenty million pairs of person and team, of which a search
// looks at a few hundred thousand: each pair is judged when it is first asked for, and kept in two bytes.
import type { FixedLayout } from '../anneal/field.ts'
import { countBits } from '../compile/bits.ts'
import type { Instance } from '../compile/instance.ts'
import type { Keep } from '../exact/stages.ts'
import { fitsKind, placeBits } from '../layout/seats.ts'
import { contributionOf } from './fields.ts'
import { listJourneys, type Journeys } from './journeys.ts'
import { shapesOf, type Shape } from './shapes.ts'

/** What one person is to one team. */
interface Role {
  /** Kinds of slot that he may fill. */
  readonly kinds: number
  readonly isLocal: boolean
  readonly facts: number
  readonly isExposed: boolean
  readonly isMoved: boolean
  /** What he adds to the counts of the team. */
  readonly lanes: readonly number[]
  /** Kilometres added to his journey: what facts and moves weigh in a search. */
  readonly surcharge: number
}

/** What the better levels weigh, in kilometres: far above any journey, so that a search serves them first. */
export interface Weights {
  readonly fact: number
  readonly exposure: number
  readonly moved: number
}

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
  const targetsOf = places.map(({ targets }) => targets)
  const pinOf = new Int32Array(people).fill(-1)
  for (const [i, pins] of instance.pinsOf) pinOf[i] = pins.length === 1 ? (pins[0] ?? -1) : -2
  const cells = new Uint16Array(people * teams)
  const roles: Role[] = [CLOSED_ROLE, CLOSED_ROLE]
  const numbers = new Map<string, number>()
  const exposed = new Map<number, number>()
  let isWhole = true
  let dearest = 0
  const isFlat = !rules.elevated && !rules.wholeTeams && !rules.zoneBound

  const openKinds = (i: number, t: number, shape: Shape): number => {
    const { option, targets } = places[t] ?? { option: null, targets: [] }
    if (option === null) return 0
    let bits = 0
    shape.kinds.forEach((kind, k) => {
      if (((shape.masks[i] ?? 0) & (1 << k)) === 0 || (kind.origin !== null && !fitsKind(instance, i, kind, option))) return
      if (!(isFlat && kind.origin === null && targets.length > 0) && placeBits(instance, i, kind, option) !== 0) return
      bits |= 1 << k
    })
    return bits
  }
  const judge = (i: number, t: number): number => {
    const shape = shapes.list[shapes.of[t] ?? 0]
    const pin = pinOf[i] ?? -1
    if (shape === undefined || problem.people[i]?.unavailable === true || (pin !== -1 && pin !== t)) return CLOSED
    const open = openKinds(i, t, shape)
    if (open === 0) return CLOSED
    const targets = targetsOf[t] ?? []
    const isFree = (local: boolean): boolean => targets.every((d) => instance.bars.between(i, d, local) === 0)
    const localKinds = shape.kinds.reduce((bits, kind, k) => (kind.local ? bits | (1 << k) : bits), 0)
    const away = (open & ~localKinds) !== 0 && isFree(false) ? open & ~localKinds : 0
    const local = (open & localKinds) !== 0 && isFree(true) ? open & localKinds : 0
    if (away !== 0 && local !== 0) isWhole = false
    const kinds = away === 0 ? local : away
    if (kinds === 0) return CLOSED
    let exposure = 0
    if (exposures.hasAny(i)) for (const d of targets) exposure += exposures.of(i, d)
    if (exposure > cap) return CLOSED
    if (exposure > 0) {
      exposed.set(t * people + i, exposure)
      dearest = Math.max(dearest, exposure * weights.exposure)
    }
    const isLocal = away === 0
    const facts = countBits(instance.unverified(i, targets, isLocal))
    const isMoved = keep !== null && keep.teamOf.get(i) !== t
    const person = {
      kinds,
      isSenior: instance.senior[i] === 1,
      isNewcomer: instance.newcomer[i] === 1,
      needs: shape.needs[i] ?? 0,
    }
    const lanes = contributionOf(shape.fields, shape.packing, person)
    const key = `${kinds} ${lanes.join(' ')} ${isLocal} ${facts} ${exposure > 0} ${isMoved}`
    let number = numbers.get(key)
    if (number === undefined) {
      const surcharge = facts * weights.fact + (isMoved ? weights.moved : 0)
      dearest = Math.max(dearest, surcharge)
      number = roles.push({ kinds, isLocal, facts, isExposed: exposure > 0, isMoved, lanes, surcharge }) - 1
      if (number > 65_535) throw new Error('more kinds of seat than two bytes can name')
      numbers.set(key, number)
    }
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
    pinOf,
    homeCap: rules.maxSameHome ?? Infinity,
    isWhole: () => isWhole,
  }
}

const CLOSED_ROLE: Role = { kinds: 0, isLocal: false, facts: 0, isExposed: false, isMoved: false, lanes: [], surcharge: 0 }
