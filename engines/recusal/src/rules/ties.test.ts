import { describe, expect, it } from 'vitest'
import { answerOf, aTie, HOST, type Given } from '../../testing/builders.ts'
import { tieKinds } from '../tie-kinds.ts'
import type { Result, ReviewTie, RuleName } from '../types.ts'

const tied = (kind: string, strength: number, more: Partial<ReviewTie> = {}): Given => ({
  setting: { ties: [aTie({ kind, strength, ...more })] },
})

const CASES: readonly [rule: RuleName, title: string, given: Given, result: Result][] = [
  ['kin', 'no ties pass', {}, 'pass'],
  ['kin', 'kinship of full strength bars', tied('kinship', 1000), 'bar'],
  ['kin', 'a tie counts in either direction', tied('kinship', 1000, { a: 'o2', b: 'p1' }), 'bar'],
  ['kin', 'kin of somebody who is no official passes', tied('kinship', 1000, { b: 'x' }), 'pass'],
  ['kin', 'a distant relative warns', tied('kinship', 400), 'warn'],
  ['kin', 'kinship between half and full strength is left to declared ties', tied('kinship', 700), 'pass'],
  ['kin', 'another tie of full strength is not kinship', tied('interest', 1000), 'pass'],
  ['kin', 'a local member’s kin bars too', { ...tied('kinship', 1000), seat: HOST }, 'bar'],
  ['kin', 'an unverified declaration is unknown', { person: { unverified: ['ties'] } }, 'unknown'],
  ['kin', 'an unverified declaration with kin bars', { ...tied('kinship', 1000), person: { unverified: ['ties'] } }, 'bar'],
  ['kin', 'a target without a list of officials is unknown', { target: { insiders: [] } }, 'unknown'],
  ['declared-tie', 'kinship between half and full strength bars', tied('kinship', 700), 'bar'],
  ['declared-tie', 'half strength bars', tied('favour', 500), 'bar'],
  ['declared-tie', 'just below half strength warns', tied('favour', 499), 'warn'],
  ['declared-tie', 'a kind that the catalogue does not know is judged by its strength', tied('neighbour', 600), 'bar'],
  ['declared-tie', 'strength 0 is no tie', tied('friendship', 0), 'pass'],
  ['declared-tie', 'study is left to its own rule', tied('study', 900), 'pass'],
  ['declared-tie', 'full kinship is left to kin', tied('kinship', 1000), 'pass'],
  ['study', 'the same class bars', tied('study', 600), 'bar'],
  ['study', 'a short course warns', tied('study', 64), 'warn'],
  ['study', 'friendship is left to declared ties', tied('friendship', 900), 'pass'],
  ['shared-leadership', 'the same leadership team bars', tied('shared-leadership', 700), 'bar'],
  ['shared-leadership', 'superior and subordinate bar', tied('superior', 800), 'bar'],
  ['shared-leadership', 'a faded shared office warns', tied('shared-leadership', 200), 'warn'],
  ['shared-leadership', 'study is left to its own rule', tied('study', 900), 'pass'],
]

describe('ties', () => {
  it.each(CASES)('%s: %s', (rule, _title, given, result) => {
    expect(answerOf(rule, given).result).toBe(result)
  })

  it.each(tieKinds)('a tie of $kind $degree at its default strength is judged by exactly one rule', ({ kind, strength }) => {
    const names: readonly RuleName[] = ['kin', 'study', 'shared-leadership', 'declared-tie']
    expect(names.filter((rule) => answerOf(rule, tied(kind, strength)).result !== 'pass')).toHaveLength(1)
  })

  it('tells kind, period, strength, limit, source and date of a weak tie, and does not name the official', () => {
    const tie = { degree: 'course', from: '2016-09', to: '2017-01', date: '2026-09-04', source: '党校名册', detail: '党校同学' }
    expect(answerOf('study', tied('study', 64, tie)).facts).toEqual([
      {
        zh: '与合兴村班子成员1人：党校同学，2016年9月至2017年1月，强度64，未达回避限500',
        en: 'tie to an official of 合兴村: same short course, 2016-09 to 2017-01, strength 64, below the limit of 500',
        date: '2026-09-04',
        source: '党校名册',
      },
    ])
  })

  it('says what was compared when there is no tie', () => {
    expect(answerOf('kin', { setting: { ties: [aTie({ b: 'cousin' })] } }).facts[0]?.zh).toBe(
      '申报关系1条，与合兴村班子2人逐一比对，无亲属关系',
    )
  })

  it('counts the strongest of several ties to one official, kinship among equals, and tells the others', () => {
    const ties = [aTie({ strength: 1000 }), aTie({ kind: 'kinship', strength: 1000 })]
    for (const given of [ties, ties.toReversed()]) {
      expect(answerOf('kin', { setting: { ties: given } }).result).toBe('bar')
      const study = answerOf('study', { setting: { ties: given } })
      expect(study.result).toBe('warn')
      expect(study.facts[0]?.zh).toContain('与同一人另有更强关系')
    }
  })

  it('gives the list of officials its own source and date', () => {
    const evidence = { source: '班子名单', date: '2026-09-03' }
    expect(answerOf('kin', { target: { evidence } }).facts).toEqual([
      { zh: '申报关系0条', en: '0 declared ties', date: '2026-09-01', source: '本人申报' },
      { zh: '与合兴村班子2人逐一比对，无亲属关系', en: 'compared with 2 officials of 合兴村: no kinship', ...evidence },
    ])
  })

  it('withholds an identity number that was written into a declaration', () => {
    const [fact] = answerOf('kin', tied('kinship', 1000, { detail: '表兄，42100319800101123X' })).facts
    expect(fact?.zh).toContain('表兄，〔证件号略〕')
  })
})
