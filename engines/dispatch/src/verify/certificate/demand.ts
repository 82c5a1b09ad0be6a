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

export interface Candidate {
  readonly id: string
  readonly cost: number
  /** Bit k: he may fill a slot of kind k. */
  readonly kinds: bigint
  readonly exposure: number
  /** Bit n: he has the n-th needed skill. */
  readonly needs: bigint
  /** Cut to the home level; null = unknown, which counts as nobody's equal. */
  readonly home: string | null
  readonly isSenior: boolean
  readonly isNewcomer: boolean
  readonly isPinned: boolean
  /** Who must not serve with him. */
  readonly apart: ReadonlySet<string>
}

export function demandOf(
  { rules }: Ground,
  slots: readonly ProblemSlot[],
  targets: readonly ProblemTarget[],
  pinned: number,
  maxExposure: number,
): Demand {
  const kinds = new Map<string, SlotKind>()
  for (const slot of slots) {
    const key = `${JSON.stringify(slot.role)} ${JSON.stringify(slot.skill ?? null)} ${slot.origin ?? ''}`
    const count = (kinds.get(key)?.count ?? 0) + 1
    kinds.set(key, { slot, count, isLocal: slot.origin === 'host', isLeader: slot.role === 'leader' })
  }
  return {
    kinds: [...kinds.values()],
    size: slots.length,
    needs: [...new Set(targets.flatMap((target) => target.needs))],
    minSenior: rules.minSenior,
    maxNewcomers: rules.maxNewcomers ?? Infinity,
    maxSameHome: rules.maxSameHome ?? Infinity,
    distinctLeaders: rules.distinctLeaders,
    pinned,
    maxExposure,
  }
}

/**
 * Whether some cheapest team does without the candidate: whatever team he is in, one of the cheaper people who can do
 * all that he can could take his seat. Of one home only as many are counted as one team may hold, so that a full home
 * cannot block more of them than it has members; people kept apart from somebody are not counted.
 */
export function isDominated(demand: Demand, cheaper: readonly Candidate[], candidate: Candidate): boolean {
  if (candidate.isPinned) return false
  const couldLead =
    demand.distinctLeaders && demand.kinds.some((kind, k) => kind.isLeader && ((candidate.kinds >> BigInt(k)) & 1n) === 1n)
  const perHome = couldLead ? 1 : demand.maxSameHome
  // Locals do not count towards the limit of a home, so that a home could hold more of the team than the limit.
  const hasLocals = demand.kinds.some((kind) => kind.isLocal)
  const ofHome = new Map<string, number>()
  let counted = 0
  let ofHisHome = 0
  for (const other of cheaper) {
    if (!replaces(demand, other, candidate)) continue
    if (other.home !== null && other.home === candidate.home) ofHisHome += 1
    const before = other.home === null ? 0 : (ofHome.get(other.home) ?? 0)
    if (other.home !== null) ofHome.set(other.home, before + 1)
    if (before < perHome) counted += 1
    if (counted >= demand.size || (!hasLocals && ofHisHome > 0 && ofHisHome >= demand.maxSameHome)) return true
  }
  return false
}

function replaces(demand: Demand, other: Candidate, candidate: Candidate): boolean {
  if (other.apart.size > 0 || (demand.maxExposure < Infinity && other.exposure > candidate.exposure)) return false
  if ((other.kinds & candidate.kinds) !== candidate.kinds || (other.needs & candidate.needs) !== candidate.needs) return false
  if (demand.minSenior > 0 && candidate.isSenior && !other.isSenior) return false
  return demand.maxNewcomers === Infinity || !other.isNewcomer || candidate.isNewcomer
}
