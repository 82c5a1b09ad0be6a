// Whether these people make a team, and on which slots: exactly, every rule that can be said of one team.
import { checkTeam } from '../solve/check-draft.ts'
import { countBits } from '../solve/compile/bits.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { kindOf, type DraftMember, type DraftTeam } from '../solve/draft.ts'
import { matchSlots } from '../solve/exact/read-solution.ts'
import type { Option } from '../solve/layout/options.ts'
import { fitsKind, placeBits } from '../solve/layout/seats.ts'

/** Where a team goes: what stays as it is while people change. */
export interface Place {
  readonly option: Option
  readonly targets: readonly number[]
}

/** Bits of the kinds of slot that the person may fill at this place. */
export function openKinds(instance: Instance, { option, targets }: Place, person: number): number {
  let open = 0
  const kinds = instance.kinds[option.team] ?? []
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]
    if (kind === undefined || !fitsKind(instance, person, kind, option)) continue
    if (placeBits(instance, person, kind, option) !== 0) continue
    if (targets.every((d) => instance.bars.between(person, d, kind.local) === 0)) open |= 1 << k
  }
  return open
}

/** The best valid seating of exactly these people, on their old slots where that makes no difference; null where there is none. */
export function fitTeam(
  instance: Instance,
  place: Place,
  people: readonly number[],
  before: ReadonlyMap<number, number>,
  openOf: (person: number) => number,
): DraftTeam | null {
  const { team } = place.option
  const kinds = instance.kinds[team] ?? []
  if (people.length !== (instance.problem.teams[team]?.slots.length ?? 0)) return null
  const able = people.map((person) => ({ person, kinds: openOf(person) }))
  if (able.some((own) => own.kinds === 0)) return null
  const isAlike = kinds.every((kind) => !kind.local) && !instance.rules.distinctLeaders
  if (isAlike) {
    const members = matchSlots(instance, team, able, before)
    return members === null ? null : sound(instance, { ...place, members })
  }
  let best: { readonly team: DraftTeam; readonly unverified: number; readonly stayed: number } | null = null
  for (const members of allSeatings(kinds, able)) {
    const found = sound(instance, { ...place, members })
    if (found === null) continue
    const unverified = unverifiedIn(instance, found)
    const stayed = members.filter(({ person, slot }) => before.get(person) === slot).length
    if (best === null || unverified < best.unverified || (unverified === best.unverified && stayed > best.stayed))
      best = { team: found, unverified, stayed }
  }
  return best?.team ?? null
}

function sound(instance: Instance, team: DraftTeam): DraftTeam | null {
  return checkTeam(instance, team).length === 0 ? team : null
}

/** Every way to seat them: slots of one kind are filled in the order of the people. */
function* allSeatings(
  kinds: Instance['kinds'][number],
  able: readonly { readonly person: number; readonly kinds: number }[],
): Generator<readonly DraftMember[]> {
  const taken = kinds.map(() => 0)
  const members: DraftMember[] = []
  function* seat(at: number): Generator<readonly DraftMember[]> {
    const own = able[at]
    if (own === undefined) {
      yield members.toSorted((a, b) => a.slot - b.slot)
      return
    }
    for (let k = 0; k < kinds.length; k++) {
      const slot = kinds[k]?.slots[taken[k] ?? 0]
      if (slot === undefined || (own.kinds & (1 << k)) === 0) continue
      taken[k] = (taken[k] ?? 0) + 1
      members.push({ person: own.person, slot })
      yield* seat(at + 1)
      members.pop()
      taken[k] = (taken[k] ?? 0) - 1
    }
  }
  yield* seat(0)
}

export function unverifiedIn(instance: Instance, { option, targets, members }: DraftTeam): number {
  return members.reduce((sum, { person, slot }) => {
    const isLocal = kindOf(instance, option.team, slot)?.local ?? false
    return sum + countBits(instance.unverified(person, targets, isLocal))
  }, 0)
}
