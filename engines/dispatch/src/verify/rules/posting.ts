import type { PairBar } from '../finding.ts'
import { cut, liesIn, monthNumber, reaches } from '../places.ts'
import type { Ground } from '../world.ts'

/** A post held there lately, or for long. Lengths are differences of months; a post still held lasts until the round starts. */
export function posting({ rules, problem }: Ground): PairBar {
  const start = monthNumber(problem.round.start)
  return ({ person, isLocal }, target) => {
    if (isLocal) return null
    const region = cut(target.region, rules.recusalLevel)
    for (const post of person.postings ?? []) {
      if (!reaches(post.region, rules.recusalLevel) || !liesIn(post.region, region)) continue
      const ended = post.to === null ? start : monthNumber(post.to)
      const lasted = ended - monthNumber(post.from)
      const isRecent = rules.coolingOffYears !== null && start - ended < 12 * rules.coolingOffYears
      const isLong = rules.longPostingYears !== null && lasted >= 12 * rules.longPostingYears
      if (!isRecent && !isLong) continue
      const span = `${post.from}–${post.to ?? '…'}`
      return {
        zh: `曾在 ${post.region} 任职 ${span}（${isRecent ? `离任不满 ${rules.coolingOffYears} 年` : `任职满 ${rules.longPostingYears} 年`}）`,
        en: `posted to ${post.region} ${span} (${isRecent ? `left less than ${rules.coolingOffYears} years ago` : `for ${rules.longPostingYears} years or more`})`,
      }
    }
    return null
  }
}
