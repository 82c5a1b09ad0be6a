// What a pattern of rotation makes of the form of a round: mode, level of the leaders, and the rules and policies that go with them. Pure.
import type { BodyOf, adoptRotation, Warning } from '@shengmian/contract'
import { resolveRules, rulesUnder, teamsFromRotation } from '@shengmian/dispatch'
import { checkForm } from '../round/check-form.ts'
import type { RoundRecord, RoundSettings } from '../round/round-record.ts'
import { basisOf } from '../round/templates.ts'

export type RotationPattern = BodyOf<typeof adoptRotation>['pattern']
export type RoundForm = Pick<RoundSettings, 'mode' | 'elevated' | 'rules' | 'basis'>

export const ROTATION_PATTERNS: readonly RotationPattern[] = ['whole-team', 'half-team', 'elevated', 'paired']

/** Whole and half-teams leave the level of the leaders as the round has it; pairs swap no more than the schedule that made them. */
export function formUnder(round: RoundForm & Pick<RoundSettings, 'types'>, pattern: RotationPattern): RoundForm {
  const { mode, elevated = round.elevated } = teamsFromRotation([], pattern, []).rules
  if (mode === round.mode) return { mode, elevated, rules: round.rules, basis: round.basis }
  const before = { mode: round.mode, ...round.rules }
  const { mode: _mode, elevated: _elevated, ...rules } = rulesUnder(before, mode)
  const isDefault = JSON.stringify(round.basis) === JSON.stringify(basisOf(round.mode, round.types))
  return {
    mode,
    elevated,
    rules: { ...rules, noSwap: round.rules.noSwap ?? resolveRules({ mode: 'rotation' }).noSwap },
    // clauses that came with the old mode go with it; what the office wrote itself stays
    basis: isDefault ? basisOf(mode, round.types) : round.basis,
  }
}

export const formOf = ({ mode, elevated, rules, basis }: RoundForm): RoundForm => ({ mode, elevated, rules, basis })

export function isSameForm(a: RoundForm, b: RoundForm): boolean {
  const text = ({ mode, elevated, rules, basis }: RoundForm) =>
    JSON.stringify([mode, elevated, Object.entries(rules).toSorted(([x], [y]) => (x < y ? -1 : 1)), basis])
  return text(a) === text(b)
}

/** What in the form of the round stands against a pattern, such as leaders of the level above without an authorisation. */
export function barsAgainst(round: RoundRecord, pattern: RotationPattern): readonly Warning[] {
  const form = { ...round, ...formUnder(round, pattern) }
  return checkForm(form).filter(({ level, rule }) => level === 'bar' && (rule === 'mix' || rule === 'authorisation'))
}
