// Which kinds of slot a person may fill in a team: role, skill and origin fit, no rule about places or targets stands against him.
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'
import { fitsKind, placeBits } from '../layout/seats.ts'
import type { Shapes } from './shapes.ts'

export interface OpenKinds {
  /** A bit for each kind of the team; 0 where he may not sit. */
  readonly kinds: number
  readonly isLocal: boolean
  /** He could sit as a local as well as as a stranger, and is taken for a stranger. */
  readonly isEither: boolean
}

const NONE: OpenKinds = { kinds: 0, isLocal: false, isEither: false }

export function prepareKinds(
  instance: Instance,
  shapes: Shapes,
  places: FixedLayout,
): (person: number, team: number) => OpenKinds {
  const { rules, bars } = instance
  const localOf = shapes.list.map(({ kinds }) => kinds.reduce((bits, kind, k) => (kind.local ? bits | (1 << k) : bits), 0))
  // without rules about places, what somebody can fill is the same everywhere
  const isFlat = shapes.list.map(
    ({ kinds }) => !rules.elevated && !rules.wholeTeams && !rules.zoneBound && kinds.every((kind) => kind.origin === null),
  )
  const isFree = (i: number, targets: readonly number[], local: boolean): boolean => {
    for (const d of targets) if (bars.between(i, d, local) !== 0) return false
    return true
  }
  return (i, t) => {
    const s = shapes.of[t] ?? 0
    const [shape, place] = [shapes.list[s], places[t]]
    if (shape === undefined || place === undefined) return NONE
    const { option, targets } = place
    let kinds = shape.masks[i] ?? 0
    if (kinds === 0) return NONE
    if (isFlat[s] !== true || targets.length === 0) {
      shape.kinds.forEach((kind, k) => {
        if ((kinds & (1 << k)) === 0) return
        const fits = kind.origin === null || fitsKind(instance, i, kind, option)
        if (!fits || placeBits(instance, i, kind, option) !== 0) kinds &= ~(1 << k)
      })
    }
    const [away, local] = [kinds & ~(localOf[s] ?? 0), kinds & (localOf[s] ?? 0)]
    const openAway = away !== 0 && isFree(i, targets, false) ? away : 0
    const openLocal = local !== 0 && isFree(i, targets, true) ? local : 0
    const isEither = openAway !== 0 && openLocal !== 0
    return openAway !== 0
      ? { kinds: openAway, isLocal: false, isEither }
      : { kinds: openLocal, isLocal: openLocal !== 0, isEither }
  }
}
