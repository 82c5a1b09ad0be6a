import type { Rule } from './rule.ts'
import { declaredTie } from './rules/declared-tie.ts'
import { home } from './rules/home.ts'
import { kin } from './rules/kin.ts'
import { local } from './rules/local.ts'
import { native } from './rules/native.ts'
import { objection } from './rules/objection.ts'
import { ownUnit } from './rules/own-unit.ts'
import { posting } from './rules/posting.ts'
import { repeat } from './rules/repeat.ts'
import { sharedLeadership } from './rules/shared-leadership.ts'
import { study } from './rules/study.ts'
import type { FormatRule, RuleName } from './types.ts'

/** Every rule, in the order in which a person reads them: places, ties, repeats. */
export const ALL_RULES: readonly Rule[] = [
  home,
  ownUnit,
  local,
  native,
  posting,
  kin,
  study,
  sharedLeadership,
  declaredTie,
  objection,
  repeat,
]

/** The name that the dispatch files give to a rule's bar; a waiver and a breach carry this name. */
export function formatRule(rule: RuleName): FormatRule {
  return ALL_RULES.find((candidate) => candidate.name === rule)?.format ?? 'tie'
}
