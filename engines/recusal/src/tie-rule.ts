// The four rules on ties differ in which ties they judge and how they speak; how a tie is judged is the same for all.
import { type Context, type DirectTie, evidenceOf, isUnverified } from './context.ts'
import { factOf } from './facts.ts'
import { monthZh } from './months.ts'
import type { Question, Rule } from './rule.ts'
import { HARD_TIE_LIMIT } from './strictness.ts'
import { ruleOfTie, tieKindOf } from './tie-kinds.ts'
import type { Fact, Result, ReviewPerson, ReviewTarget } from './types.ts'

type TieRuleName = 'kin' | 'study' | 'shared-leadership' | 'declared-tie'
type Words = { readonly zh: string; readonly en: string }

/** A rule that judges the direct ties to the target's officials which `ruleOfTie` gives to it, and nothing else. */
export function tieRule(name: TieRuleName, words: Words): Rule {
  return {
    name,
    format: name === 'kin' ? 'kin' : 'tie',
    judge: (...question) => judge(name, ...question),
    facts(context, person, target) {
      const found = tiesFor(name, context, person, target).map((direct) => describe(context, direct, target))
      if (found.length > 0 && !isUnverified(person, 'ties')) return found
      return [summaryOf(words, context, person, target, found.length > 0), ...found]
    },
  }
}

function judge(name: TieRuleName, ...[context, person, target]: Question): Result {
  let hasWeak = false
  for (const { tie } of tiesFor(name, context, person, target)) {
    if (tie.strength >= HARD_TIE_LIMIT || tie.strength >= context.profileOf(target).tieLimit) return 'bar'
    if (tie.strength > 0) hasWeak = true
  }
  // without a list of officials nothing was compared, and nothing compared is nothing cleared
  if (isUnverified(person, 'ties') || target.insiders.length === 0) return 'unknown'
  return hasWeak ? 'warn' : 'pass'
}

function tiesFor(name: TieRuleName, context: Context, person: ReviewPerson, target: ReviewTarget): readonly DirectTie[] {
  const direct = context.tiesTo(person.id, target)
  return direct.length === 0 ? direct : direct.filter(({ tie }) => ruleOfTie(tie.kind, tie.strength) === name)
}

function describe(context: Context, { tie }: DirectTie, target: ReviewTarget): Fact {
  const entry = tieKindOf(tie.kind, tie.degree)
  const label = { zh: tie.detail ?? entry?.zh ?? tie.kind, en: entry?.en ?? tie.kind }
  const period = tie.from
    ? { zh: `，${monthZh(tie.from)}至${tie.to ? monthZh(tie.to) : '今'}`, en: `, ${tie.from} to ${tie.to ?? 'now'}` }
    : { zh: '', en: '' }
  const limit = Math.min(HARD_TIE_LIMIT, context.profileOf(target).tieLimit)
  const verdict =
    tie.strength >= limit
      ? { zh: `达到回避限${limit}`, en: `reaches the limit of ${limit}` }
      : { zh: `未达回避限${limit}`, en: `below the limit of ${limit}` }
  return factOf(
    `与${target.name}班子成员1人：${label.zh}${period.zh}，强度${tie.strength}，${verdict.zh}`,
    `tie to an official of ${target.name}: ${label.en}${period.en}, strength ${tie.strength}, ${verdict.en}`,
    { source: tie.source, date: tie.date ?? null },
  )
}

function summaryOf(words: Words, context: Context, person: ReviewPerson, target: ReviewTarget, hasFound: boolean): Fact {
  const officials = target.insiders.length
  if (officials === 0) {
    return factOf(
      `${target.name}班子名单缺，${words.zh}无从比对`,
      `no list of officials of ${target.name}: ${words.en} not compared`,
      target.evidence,
    )
  }
  const declared = context.tiesOf(person.id).length
  const compared = `申报关系${declared}条，与${target.name}班子${officials}人逐一比对`
  const comparedEn = `${declared} declared ties compared with ${officials} officials of ${target.name}`
  const doubt = isUnverified(person, 'ties') ? { zh: '；申报未经核实', en: '; declaration not verified' } : { zh: '', en: '' }
  const outcome = hasFound ? { zh: '', en: '' } : { zh: `，无${words.zh}`, en: `: no ${words.en}` }
  return factOf(`${compared}${outcome.zh}${doubt.zh}`, `${comparedEn}${outcome.en}${doubt.en}`, evidenceOf(person, 'ties'))
}
