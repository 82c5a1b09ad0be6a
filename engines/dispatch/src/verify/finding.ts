import type { ProblemPerson, ProblemTarget } from '../problem.ts'

/** A fact in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** The rules about one person and one target: the only ones that a waiver can lift. */
export type PairRuleName = 'home' | 'native' | 'posting' | 'repeat' | 'local' | 'kin' | 'tie' | 'barred' | 'unknown'

type VerifyRule =
  | PairRuleName
  | 'problem'
  | 'objective'
  | 'bound'
  | 'certificate'
  | 'unassigned'
  | 'one-team'
  | 'host'
  | 'slot'
  | 'level'
  | 'same-home'
  | 'whole-team'
  | 'leaders'
  | 'apart'
  | 'senior'
  | 'newcomers'
  | 'need'
  | 'self'
  | 'swap'
  | 'zone'
  | 'again'
  | 'reversal'
  | 'pin'

/** One rule broken: printed as `rule subject — fact`. The subject holds ids only. */
export interface Breach {
  readonly rule: VerifyRule
  readonly subject: string
  readonly fact: Words
}

/** A waiver of the problem that lifted a bar of this plan. */
export interface WaiverUse {
  readonly rule: PairRuleName
  readonly person: string
  readonly target: string
  readonly by: string
  readonly why: string
  readonly fact: Words
}

/** How a person sits in a team, as far as the bars care. */
export interface Seat {
  readonly person: ProblemPerson
  /** In a slot of origin `host`: a local, for whom `local` stands in place of home, native, posting and repeat. */
  readonly isLocal: boolean
}

/** Says what bars the seat from the target, or null. */
export type PairBar = (seat: Seat, target: ProblemTarget) => Words | null

/** Several facts as one, or null where there is none. */
export function joinWords(facts: readonly Words[]): Words | null {
  if (facts.length === 0) return null
  return { zh: facts.map((fact) => fact.zh).join('；'), en: facts.map((fact) => fact.en).join('; ') }
}
