import { ALL_RULES } from './all-rules.ts'
import { type Context, contextOf } from './context.ts'
import type { Rule } from './rule.ts'
import type { Answer, ReviewPerson, ReviewTarget, Seat, Setting } from './types.ts'

export type Review = (person: ReviewPerson, target: ReviewTarget, seat: Seat) => readonly Answer[]

/**
 * Prepares the full review of a setting. The review answers for one person, one target and one seat: one answer a rule, in the order of
 * `ALL_RULES`, also where it passes, each with the facts that it looked at. A bar that a waiver lifts stays a bar and carries the waiver;
 * so does an unknown where the rules bar the unknown.
 * `rules` may be narrowed to see what a single rule contributes.
 */
export function prepareReview(setting: Setting, rules: readonly Rule[] = ALL_RULES): Review {
  const context = contextOf(setting)
  return (person, target, seat) =>
    rules.map((rule) => {
      const result = rule.judge(context, person, target, seat)
      const facts = rule.facts(context, person, target, seat)
      const lifted =
        result === 'bar' ? rule.format : result === 'unknown' && context.rules.unverified === 'bar' ? 'unknown' : null
      const waiver = lifted === null ? undefined : waiverFor(context, lifted, person, target)
      const answer: Answer = { rule: rule.name, result, facts }
      return waiver === undefined ? answer : { ...answer, waived: { by: waiver.by, why: waiver.why } }
    })
}

/** The waiver that lifts a rule of the dispatch file for one person and one target. */
export function waiverFor(context: Context, format: string, person: ReviewPerson, target: ReviewTarget) {
  const own = context.waiversOf(person.id)
  return own.length === 0 ? undefined : own.find((waiver) => waiver.rule === format && waiver.target === target.id)
}
