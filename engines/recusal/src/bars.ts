// The solvers' path: the same rules, no sentences.
import { ALL_RULES } from './all-rules.ts'
import { contextOf } from './context.ts'
import { waiverFor } from './review.ts'
import type { Rule } from './rule.ts'
import type { FormatRule, ReviewPerson, ReviewTarget, Seat, Setting } from './types.ts'
import { unverifiedFacts } from './unverified-facts.ts'

export type Bars = {
  /** Whether any rule bars the person from the target in this seat, waivers taken into account. */
  readonly isBarred: (person: ReviewPerson, target: ReviewTarget, seat: Seat) => boolean
  /** The dispatch file's names of the rules that bar, each once, waivers taken into account. */
  readonly barsOf: (person: ReviewPerson, target: ReviewTarget, seat: Seat) => readonly FormatRule[]
}

/**
 * Prepares the bars of a setting for a solver: 1,000 people × 200 regions take well under a second. With `unverified: "bar"` an
 * unverified fact that an active rule reads bars too, under the name `unknown`.
 */
export function prepareBars(setting: Setting, rules: readonly Rule[] = ALL_RULES): Bars {
  const context = contextOf(setting)
  const isUnknown = (person: ReviewPerson, target: ReviewTarget, seat: Seat): boolean =>
    setting.rules.unverified === 'bar' && unverifiedFacts(person, seat, [target], setting.rules).length > 0
  const isLifted = (format: string, person: ReviewPerson, target: ReviewTarget): boolean =>
    waiverFor(context, format, person, target) !== undefined

  return {
    isBarred(person, target, seat) {
      for (const rule of rules) {
        if (rule.judge(context, person, target, seat) === 'bar' && !isLifted(rule.format, person, target)) return true
      }
      return isUnknown(person, target, seat) && !isLifted('unknown', person, target)
    },
    barsOf(person, target, seat) {
      const found = new Set<FormatRule>()
      for (const rule of rules) if (rule.judge(context, person, target, seat) === 'bar') found.add(rule.format)
      if (isUnknown(person, target, seat)) found.add('unknown')
      return [...found].filter((format) => !isLifted(format, person, target))
    },
  }
}
