// The rules as the format names them, each with a bit, so that the rules that stand against a seat fit one integer.
import type { FormatRule } from '@shengmian/recusal'

/** Rules that can stand between one person and one seat. */
export const SEAT_RULES = [
  'home',
  'native',
  'posting',
  'repeat',
  'local',
  'kin',
  'tie',
  'barred',
  'unknown',
  'level',
  'whole-team',
  'zone',
  'unavailable',
  'pin',
] as const
export type SeatRule = (typeof SEAT_RULES)[number]

/** Rules about a team, a pair of people, a pair of places or a target. */
export type TeamRule =
  | 'slot'
  | 'one-team'
  | 'same-home'
  | 'leaders'
  | 'apart'
  | 'senior'
  | 'newcomers'
  | 'need'
  | 'self'
  | 'swap'
  | 'again'
  | 'reversal'
export type RuleName = SeatRule | TeamRule

export function bitOf(rule: SeatRule): number {
  return 1 << SEAT_RULES.indexOf(rule)
}

/** The rules of a bit set, in the order of the list. */
export function rulesOf(bits: number): readonly SeatRule[] {
  return SEAT_RULES.filter((_, at) => (bits & (1 << at)) !== 0)
}

export function bitsOf(rules: readonly FormatRule[]): number {
  let bits = 0
  for (const rule of rules) bits |= bitOf(rule)
  return bits
}
