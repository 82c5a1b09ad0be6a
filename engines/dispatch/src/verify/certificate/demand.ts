// What one team asks for, and what one person brings to it: the terms of the pricing search.
import type { ProblemSlot, ProblemTarget } from '../../problem.ts'
import type { Ground } from '../world.ts'

/** Slots that ask for the same. */
export interface SlotKind {
  readonly slot: ProblemSlot
  readonly count: number
  readonly isLocal: boolean
  readonly isLeader: boolean
}

export interface Demand {
  readonly kinds: readonly SlotKind[]
  readonly size: number
  readonly needs: readonly string[]
  readonly minSenior: number
  readonly maxNewcomers: number
  readonly maxSameHome: number
  readonly distinctLeaders: boolean
  readonly pinned: number
  /** The most that the members' exposures may add up to. */
  readonly maxExposure: number
}

/** A set of numbers in words of 32 bits. */
export type Bits = readonly number[]

export interface Candidate {
  readonly person: number
  readonly cost: number
  /** Bit k: he may fill a slot of kind k; bit kinds + n: he has the n-th needed skill; then senior, then no newcomer, where it counts. */
  readonly abilities: Bits
  readonly exposure: number
  /** Home cut to the home level, by number; -1 = unknown, which counts as nobody's equal. */
  readonly home: number
  readonly isSenior: boolean
  readonly isNewcomer: boolean
  readonly isPinned: boolean
  /** Who must not serve with him. */
  readonly apart: ReadonlySet<number>
}

export function kindsOf(slots: readonly ProblemSlot[]): SlotKind[] {
  const kinds = new Map<string, SlotKind>()
  for (const slot of slots) {
    const key = JSON.stringify([slot.role, slot.skill ?? null, slot.origin ?? null])
    const count = (kinds.get(key)?.count ?? 0) + 1
    kinds.set(key, { slot, count, isLocal: slot.origin === 'host', isLeader: slot.role === 'leader' })
  }
  return [...kinds.values()]
}

export function demandOf(
  { rules }: Ground,
  kinds: readonly SlotKind[],
  targets: readonly ProblemTarget[],
  pinned: number,
  maxExposure: number,
): Demand {
  return {
    kinds,
    size: kinds.reduce((sum, kind) => sum + kind.count, 0),
    needs: [...new Set(targets.flatMap((target) => target.needs))],
    minSenior: rules.minSenior,
    maxNewcomers: rules.maxNewcomers ?? Infinity,
    maxSameHome: rules.maxSameHome ?? Infinity,
    distinctLeaders: rules.distinctLeaders,
    pinned,
    maxExposure,
  }
}

/** `has` answers for the kinds, then for the needs. */
export function abilitiesOf(
  { kinds, needs, minSenior, maxNewcomers }: Demand,
  has: (place: number) => boolean,
  { isSenior, isNewcomer }: Pick<Candidate, 'isSenior' | 'isNewcomer'>,
): Bits {
  const places = kinds.length + needs.length
  const bits: number[] = Array.from({ length: (places + 2 + 31) >> 5 }, () => 0)
  const set = (place: number): void => {
    bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
  }
  for (let place = 0; place < places; place++) if (has(place)) set(place)
  if (minSenior > 0 && isSenior) set(places)
  if (maxNewcomers < Infinity && !isNewcomer) set(places + 1)
  return bits
}

export function hasBit(bits: Bits, place: number): boolean {
  return (((bits[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1
}

/**
 * Whether some cheapest team does without the candidate: whatever team he is in, one of the cheaper people who can do
 * all that he can could take his seat. Of one home only as many are counted as one team may hold, so that a full home
 * cannot block more of them than it has members; people kept apart from somebody are not counted. `everybody` says
 * that the same holds for whoever has the same abilities, no less exposure and no lower cost; `home`: of his home.
 */
export function dominance(demand: Demand, cheaper: readonly Candidate[], candidate: Candidate): 'none' | 'home' | 'everybody' {
  if (candidate.isPinned) return 'none'
  const couldLead = demand.distinctLeaders && demand.kinds.some((kind, k) => kind.isLeader && hasBit(candidate.abilities, k))
  const perHome = couldLead ? 1 : demand.maxSameHome
  // Locals do not count towards the limit of a home, so that a home could hold more of the team than the limit.
  const isHomeFull = !demand.kinds.some((kind) => kind.isLocal)
  const ofHome = new Map<number, number>()
  let counted = 0
  let ofHisHome = 0
  for (const other of cheaper) {
    if (!replaces(demand, other, candidate)) continue
    const before = other.home < 0 ? 0 : (ofHome.get(other.home) ?? 0)
    if (other.home >= 0) ofHome.set(other.home, before + 1)
    if (before < perHome) counted += 1
    if (counted >= demand.size) return 'everybody'
    if (other.home >= 0 && other.home === candidate.home) ofHisHome += 1
    if (isHomeFull && ofHisHome > 0 && ofHisHome >= demand.maxSameHome) return 'home'
  }
  return 'none'
}

function replaces({ maxExposure }: Demand, other: Candidate, candidate: Candidate): boolean {
  if (other.apart.size > 0 || (maxExposure < Infinity && other.exposure > candidate.exposure)) return false
  for (let word = 0; word < candidate.abilities.length; word++) {
    const wanted = candidate.abilities[word] ?? 0
    if (((other.abilities[word] ?? 0) & wanted) !== wanted) return false
  }
  return true
}
