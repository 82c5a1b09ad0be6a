import type { Context } from './context.ts'
import type { Fact, FormatRule, Result, ReviewPerson, ReviewTarget, RuleName, Seat } from './types.ts'

export type Question = readonly [context: Context, person: ReviewPerson, target: ReviewTarget, seat: Seat]

/**
 * One ground for recusal. `judge` decides and is all that a solver calls; `facts` only tells what was looked at, for a result that
 * `judge` gave, so that the fast path and the certificate cannot differ.
 */
export type Rule = {
  readonly name: RuleName
  readonly format: Exclude<FormatRule, 'unknown'>
  readonly judge: (...question: Question) => Result
  readonly facts: (...question: Question) => readonly Fact[]
}

/** What a rule on places answers for a local member, whom the file judges by township and unit only. */
export const LOCAL_SEAT_ZH = '本地组员，按本乡镇、本单位回避核查'
export const LOCAL_SEAT_EN = 'local member: checked by township and unit'
