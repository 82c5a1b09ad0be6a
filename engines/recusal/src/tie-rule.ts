// The four rules on ties differ in which ties they judge and how they speak; how a tie is judged is the same for all.
import { type Context, type DirectTie, evidenceOf, isUnverified } from './context.ts'
import { factOf } from './facts.ts'
import { kinRelationOf } from './kin-relations.ts'
import { monthZh } from './months.ts'
import type { Question, Rule } from './rule.ts'
import { ruleOfTie, tieKindOf } from './tie-kinds.ts'
import type { Fact, Result, ReviewPerson, ReviewTarget, ReviewTie, Words } from './types.ts'

type TieRuleName = 'kin' | 'study' | 'shared-leadership' | 'declared-tie'

/** A rule that judges the direct ties to the target's officials which `ruleOfTie` gives to it, and nothing else. */
export function tieRule(name: TieRuleName, words: Words): Rule {
  return {
    name,
    format: name === 'kin' ? 'kin' : 'tie',
    judge: (...question) => judge(name, ...question),
    facts(context, person, target) {
      const found = tiesFor(name, context, person, target).map((direct) =>
        withVerdict(describeTie(direct, target), direct, context.profileOf(target).tieLimit),
      )
      if (found.length > 0 && !isUnverified(person, 'ties')) return found
      return [...summaryOf(words, context, person, target, found.length > 0), ...found]
    },
  }
}

function judge(name: TieRuleName, ...[context, person, target]: Question): Result {
  const limit = context.profileOf(target).tieLimit
  let hasWeak = false
  for (const { tie, counts } of tiesFor(name, context, person, target)) {
    if (counts && tie.strength >= limit) return 'bar'
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

/** A direct tie in words: what it is, when, how strong. The official is counted, not named. */
export function describeTie({ tie }: DirectTie, target: ReviewTarget): Fact {
  const entry = tieKindOf(tie.kind, tie.degree)
  const relation = tie.degree ? kinRelationOf(tie.degree) : undefined
  const label = { zh: tie.detail ?? relation?.zh ?? entry.zh, en: relation?.en ?? entry.en }
  const period = periodOf(tie)
  return factOf(
    `与${target.name}班子成员1人：${label.zh}${period.zh}，强度${tie.strength}`,
    `tie to an official of ${target.name}: ${label.en}${period.en}, strength ${tie.strength}`,
    { source: tie.source, date: tie.date ?? null },
  )
}

function periodOf({ from, to }: ReviewTie): Words {
  if (!from) return { zh: '', en: '' }
  if (!to) return { zh: `，${monthZh(from)}起`, en: `, since ${from}` }
  return { zh: `，${monthZh(from)}至${monthZh(to)}`, en: `, ${from} to ${to}` }
}

function withVerdict(fact: Fact, { tie, counts }: DirectTie, limit: number): Fact {
  if (tie.strength < limit)
    return { ...fact, zh: `${fact.zh}，未达回避限${limit}`, en: `${fact.en}, below the limit of ${limit}` }
  return counts
    ? { ...fact, zh: `${fact.zh}，达到回避限${limit}`, en: `${fact.en}, reaches the limit of ${limit}` }
    : { ...fact, zh: `${fact.zh}，与同一人另有更强关系`, en: `${fact.en}, next to a stronger tie to the same official` }
}

/** What was compared with what: one fact, or two where the list of officials has a source of its own. */
function summaryOf(
  words: Words,
  context: Context,
  person: ReviewPerson,
  target: ReviewTarget,
  hasFound: boolean,
): readonly Fact[] {
  const officials = target.insiders.length
  const evidence = evidenceOf(person, 'ties')
  if (officials === 0) {
    const missing = {
      zh: `${target.name}班子名单缺，${words.zh}无从比对`,
      en: `no list of officials of ${target.name}: ${words.en} not compared`,
    }
    return [factOf(missing.zh, missing.en, target.evidence)]
  }
  const doubt = isUnverified(person, 'ties') ? { zh: '（未经核实）', en: ' (not verified)' } : { zh: '', en: '' }
  const count = context.tiesOf(person.id).length
  const declared = { zh: `申报关系${count}条${doubt.zh}`, en: `${count} declared ${count === 1 ? 'tie' : 'ties'}${doubt.en}` }
  const outcome = hasFound ? { zh: '', en: '' } : { zh: `，无${words.zh}`, en: `: no ${words.en}` }
  const compared = {
    zh: `与${target.name}班子${officials}人逐一比对${outcome.zh}`,
    en: `compared with ${officials} officials of ${target.name}${outcome.en}`,
  }
  return target.evidence === undefined
    ? [factOf(`${declared.zh}，${compared.zh}`, `${declared.en}, ${compared.en}`, evidence)]
    : [factOf(declared.zh, declared.en, evidence), factOf(compared.zh, compared.en, target.evidence)]
}
