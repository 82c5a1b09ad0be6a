import { describe, expect, it } from 'vitest'
import { CASES, TARGET } from '../testing/cases.ts'
import { ALL_RULES, formatRule } from './all-rules.ts'
import { prepareBars } from './bars.ts'
import { prepareReview } from './review.ts'
import type { Rule } from './rule.ts'
import type { Answer, RuleName } from './types.ts'

/** The titles of the cases whose verdict a list of rules gets wrong. */
function redCases(rules: readonly Rule[]): readonly string[] {
  return CASES.filter(({ setting, person, seat, barredBy }) => {
    const isBarred = prepareBars(setting, rules).isBarred(person, TARGET, seat)
    return isBarred !== (barredBy !== null)
  }).map(({ title }) => title)
}

describe('the list of rules', () => {
  it('gets every case right', () => {
    expect(redCases(ALL_RULES)).toEqual([])
  })

  it.each(ALL_RULES)('turns a case red without the rule $name', ({ name }) => {
    const missed = redCases(ALL_RULES.filter((rule) => rule.name !== name))
    expect(missed).toEqual(CASES.filter(({ barredBy }) => barredBy === name).map(({ title }) => title))
    expect(missed).not.toEqual([])
  })

  it.each(CASES)('lets $barredBy alone bar: $title', ({ setting, person, seat, barredBy }) => {
    const bars = prepareReview(setting)(person, TARGET, seat).filter((answer) => answer.result === 'bar')
    expect(bars.map((answer) => answer.rule)).toEqual(barredBy === null ? [] : [barredBy])
  })

  it('answers each rule once, with a fact in both languages, also when it passes', () => {
    for (const { setting, person, seat } of CASES) {
      const answers = prepareReview(setting)(person, TARGET, seat)
      expect(answers.map((answer) => answer.rule)).toEqual(ALL_RULES.map((rule) => rule.name))
      const isTold = (answer: Answer): boolean =>
        answer.facts.length > 0 && answer.facts.every((fact) => fact.zh !== '' && fact.en !== '')
      expect(answers.filter((answer) => !isTold(answer))).toEqual([])
    }
  })

  it('calls its bars by the names of the dispatch file', () => {
    const names: readonly RuleName[] = ALL_RULES.map((rule) => rule.name)
    expect(names.map((name) => [name, formatRule(name)])).toEqual([
      ['home', 'home'],
      ['own-unit', 'local'],
      ['local', 'local'],
      ['native', 'native'],
      ['posting', 'posting'],
      ['kin', 'kin'],
      ['study', 'tie'],
      ['shared-leadership', 'tie'],
      ['declared-tie', 'tie'],
      ['objection', 'barred'],
      ['repeat', 'repeat'],
    ])
  })
})
