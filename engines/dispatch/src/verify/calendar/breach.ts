import type { Words } from '../finding.ts'

type CalendarRule =
  | 'problem'
  | 'stranger'
  | 'twice'
  | 'uncovered'
  | 'past'
  | 'pin'
  | 'limits'
  | 'window'
  | 'look-back'
  | 'capacity'
  | 'spacing'
  | 'objective'
  | 'bound'
  | 'certified'
  | 'years'

/** One rule broken; the subject holds ids of units and periods, or place codes. */
export interface CalendarBreach {
  readonly rule: CalendarRule
  readonly subject: string
  readonly fact: Words
}

export function broken(rule: CalendarRule, subject: string, zh: string, en: string): CalendarBreach {
  return { rule, subject, fact: { zh, en } }
}
