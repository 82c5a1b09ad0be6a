import { describe, expect, it } from 'vitest'
import { answerOf, HOST, LEADER, type Given } from '../../testing/builders.ts'
import type { ReviewPosting, Result } from '../types.ts'

const held = (from: string, to: string | null, region = '421003'): Given => ({ person: { postings: [{ region, from, to }] } })
const withRules = (given: Given, rules: NonNullable<Given['setting']>['rules']): Given =>
  rules === undefined ? given : { ...given, setting: { rules } }
const NO_COOLING = { coolingOffYears: null }
const NO_LONG = { longPostingYears: null }

// the round starts in September 2026
const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['a post elsewhere passes', {}, 'pass'],
  ['left 35 months ago bars', held('2023-01', '2023-10'), 'bar'],
  ['left exactly 36 months ago passes', held('2023-01', '2023-09'), 'pass'],
  ['35 months long and old passes', held('2010-01', '2012-12'), 'pass'],
  ['exactly 36 months long bars however old', held('2010-01', '2013-01'), 'bar'],
  ['still held bars, however short', held('2026-08', null), 'bar'],
  ['still held bars by length too, cooling-off aside', withRules(held('2023-09', null), NO_COOLING), 'bar'],
  ['still held for 35 months passes without cooling-off', withRules(held('2023-10', null), NO_COOLING), 'pass'],
  ['a long old post passes without the long limit', withRules(held('2000-01', '2020-01'), NO_LONG), 'pass'],
  [
    'neither limit: nothing is asked, nothing unknown',
    withRules({ person: { postings: null } }, { ...NO_COOLING, ...NO_LONG }),
    'pass',
  ],
  ['zero years of cooling-off bar nothing', withRules(held('2026-01', '2026-08'), { coolingOffYears: 0 }), 'pass'],
  ['a township of the county counts', held('2025-01', '2025-06', '421003105'), 'bar'],
  ['a post known only as the city is unknown', held('2025-01', '2025-06', '4210'), 'unknown'],
  ['a post in another city is not', held('2025-01', '2025-06', '4201'), 'pass'],
  ['missing postings are unknown', { person: { postings: null } }, 'unknown'],
  ['unverified postings elsewhere are unknown', { person: { unverified: ['postings'] } }, 'unknown'],
  [
    'an unverified posting in the region bars all the same',
    { person: { ...held('2025-01', null).person, unverified: ['postings'] } },
    'bar',
  ],
  ['a local member is not judged by postings', { ...held('2025-01', null), seat: HOST }, 'pass'],
  [
    'short posts that add up to a long one warn',
    {
      person: {
        postings: [
          { region: '421003', from: '2005-01', to: '2007-01' },
          { region: '421003105', from: '2010-01', to: '2011-01' },
        ],
      },
    },
    'warn',
  ],
]

describe('posting', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('posting', given).result).toBe(result)
  })

  it('S0-01 a leader whose former post is 弥市镇 421003105 is refused, and the reason names the rule, the tie and the dates', () => {
    const former: ReviewPosting = { region: '421003105', from: '2021-03', to: '2024-05', title: '党委委员' }
    const answer = answerOf('posting', { person: { postings: [former] }, seat: LEADER })
    expect(answer).toEqual({
      rule: 'posting',
      result: 'bar',
      facts: [
        {
          zh: '2021年3月至2024年5月任职弥市镇党委委员，计3年2个月，离任未满3年，任职满3年',
          en: '2021-03 to 2024-05 in 弥市镇党委委员, 3 years 2 months; left less than 3 years ago; held at least 3 years',
          date: '2026-09-02',
          source: '干部履历',
        },
      ],
    })
  })

  it('tells length and age of an old short post that passes', () => {
    const old: ReviewPosting = { region: '421003', from: '2011-07', to: '2013-02', title: '审计局（借调）' }
    const [fact] = answerOf('posting', { person: { postings: [old] } }).facts
    expect(fact?.zh).toBe('2011年7月至2013年2月任职荆州区审计局（借调），计1年7个月，已离任13年7个月')
  })
})
