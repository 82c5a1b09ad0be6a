import type { Words } from '../finding.ts'

type RotationRule =
  | 'problem'
  | 'rounds'
  | 'stranger'
  | 'self'
  | 'zone'
  | 'twice'
  | 'sends'
  | 'receives'
  | 'swap'
  | 'barred'
  | 'again'
  | 'reversal'
  | 'objective'
  | 'bound'

/** One rule broken; the subject holds round numbers from 1 and place codes. */
export interface RotationBreach {
  readonly rule: RotationRule
  readonly subject: string
  readonly fact: Words
}

export function broken(rule: RotationRule, subject: string, zh: string, en: string): RotationBreach {
  return { rule, subject, fact: { zh, en } }
}
