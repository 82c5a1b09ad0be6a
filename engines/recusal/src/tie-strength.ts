import { kinRelationOf, type KinList } from './kin-relations.ts'
import { monthNumber } from './months.ts'
import { tieKindOf } from './tie-kinds.ts'
import type { RecusalRules } from './types.ts'

export type DeclaredTie = {
  readonly kind: string
  /** The finer code of the catalogue; for kinship also a relation of `kinRelations`. */
  readonly degree?: string | null
  /** Months, `YYYY-MM`; an end that is null or absent counts as still held. */
  readonly from?: string | null
  readonly to?: string | null
}

/**
 * The default strength of a declared tie, in thousandths, for a round that starts on `start` (`YYYY-MM-DD`). Shared offices keep their
 * full strength while they ended less than `coolingOffYears` ago or lasted `longPostingYears` (北航 2019), and fade otherwise; a tie
 * without dates does not fade, because unknown is not clear. A relative outside the chosen list counts as a distant one.
 */
export function tieStrength(
  tie: DeclaredTie,
  start: string,
  rules: Pick<RecusalRules, 'coolingOffYears' | 'longPostingYears'>,
  kinList: KinList = 'civil',
): number {
  const relation = tie.kind === 'kinship' && tie.degree ? kinRelationOf(tie.degree) : undefined
  const isListed = relation === undefined || relation.lists.includes(kinList)
  const entry = tieKindOf(tie.kind, relation === undefined ? tie.degree : isListed ? relation.degree : 'distant')
  return entry.faded !== undefined && hasFaded(tie, start, rules) ? entry.faded : entry.strength
}

function hasFaded(tie: DeclaredTie, start: string, rules: Pick<RecusalRules, 'coolingOffYears' | 'longPostingYears'>): boolean {
  if (!tie.from || !tie.to) return false
  const age = monthNumber(start) - monthNumber(tie.to)
  const length = monthNumber(tie.to) - monthNumber(tie.from)
  const isRecent = rules.coolingOffYears !== null && age < 12 * rules.coolingOffYears
  const isLong = rules.longPostingYears !== null && length >= 12 * rules.longPostingYears
  return !isRecent && !isLong
}
