// Every bar between one person and one target, and the waivers that lift some of them.
import type { ProblemTarget } from '../problem.ts'
import type { PairBar, PairRuleName, Seat, Words } from './finding.ts'
import { barred } from './rules/barred.ts'
import { home } from './rules/home.ts'
import { kin } from './rules/kin.ts'
import { local } from './rules/local.ts'
import { native } from './rules/native.ts'
import { posting } from './rules/posting.ts'
import { repeat } from './rules/repeat.ts'
import { tie } from './rules/tie.ts'
import { unknown } from './rules/unknown.ts'
import type { Ground } from './world.ts'

const PAIR_RULES: Readonly<Record<PairRuleName, (ground: Ground) => PairBar>> = {
  home,
  native,
  posting,
  repeat,
  local,
  kin,
  tie,
  barred,
  unknown,
}

interface BarFound {
  readonly rule: PairRuleName
  readonly fact: Words
  /** The waiver that lifts it, or null. */
  readonly waiver: { readonly by: string; readonly why: string } | null
}

/** For a seat and a target, everything that bars, waived or not. */
export type PairBars = (seat: Seat, target: ProblemTarget) => readonly BarFound[]

export function pairBars(ground: Ground): PairBars {
  const bars = Object.entries(PAIR_RULES).map(([rule, bar]) => [rule as PairRuleName, bar(ground)] as const)
  const waivers = new Map(ground.problem.waivers.map((waiver) => [`${waiver.rule} ${waiver.person} ${waiver.target}`, waiver]))
  return (seat, target) => {
    const found: BarFound[] = []
    for (const [rule, bar] of bars) {
      const fact = bar(seat, target)
      if (fact === null) continue
      const waiver = waivers.get(`${rule} ${seat.person.id} ${target.id}`)
      found.push({ rule, fact, waiver: waiver === undefined ? null : { by: waiver.by, why: waiver.why } })
    }
    return found
  }
}
