import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPerson, aSetting, aTarget, aTie, HOST, SENDER, type GivenSetting } from '../testing/builders.ts'
import { CASES, TARGET } from '../testing/cases.ts'
import { formatRule } from './all-rules.ts'
import { prepareBars } from './bars.ts'
import { prepareReview } from './review.ts'
import type { ReviewPerson } from './types.ts'

const barsOf = (setting: GivenSetting, person: Partial<ReviewPerson> = {}, seat = SENDER) =>
  prepareBars(aSetting(setting)).barsOf(aPerson(person), aTarget(), seat)

const waiver = { person: 'p1', target: 'u1', by: '罗启明', why: '唯一懂审计的人' }

describe('the fast path', () => {
  it.each(CASES)('agrees with the full review: $title', ({ setting, person, seat }) => {
    const bars = prepareBars(setting)
    const full = prepareReview(setting)(person, TARGET, seat).filter((answer) => answer.result === 'bar')
    expect(bars.barsOf(person, TARGET, seat)).toEqual([...new Set(full.map((answer) => formatRule(answer.rule)))])
    expect(bars.isBarred(person, TARGET, seat)).toBe(full.length > 0)
  })

  it('names a rule of the file once however many ties break it', () => {
    const ties = [aTie({ strength: 600 }), aTie({ strength: 700, b: 'o2' }), aTie({ kind: 'favour', strength: 900 })]
    expect(barsOf({ ties })).toEqual(['tie'])
  })

  it('lifts one rule for one person and target by a waiver, and no other', () => {
    const given = { home: '421003', native: '421003' }
    expect(barsOf({}, given)).toEqual(['home', 'native'])
    expect(barsOf({ waivers: [{ ...waiver, rule: 'home' }] }, given)).toEqual(['native'])
    expect(barsOf({ waivers: [{ ...waiver, rule: 'home', target: 'u2' }] }, given)).toEqual(['home', 'native'])
    expect(barsOf({ waivers: [{ ...waiver, rule: 'home', person: 'p2' }] }, given)).toEqual(['home', 'native'])
    const both = [{ ...waiver, rule: 'home' } as const, { ...waiver, rule: 'native' } as const]
    expect(prepareBars(aSetting({ waivers: both })).isBarred(aPerson(given), aTarget(), SENDER)).toBe(false)
  })

  it('shows a waived bar in the review as a bar with its waiver', () => {
    const review = prepareReview(aSetting({ waivers: [{ ...waiver, rule: 'home' }] }))
    const [home] = review(aPerson({ home: '421003' }), aTarget(), SENDER)
    expect(home).toMatchObject({ rule: 'home', result: 'bar', waived: { by: '罗启明', why: '唯一懂审计的人' } })
  })

  it('does not bar an unverified fact unless the rules say so', () => {
    expect(barsOf({}, { native: null })).toEqual([])
    expect(barsOf({ rules: { unverified: 'bar' } }, { native: null })).toEqual(['unknown'])
    expect(barsOf({ rules: { unverified: 'bar' }, waivers: [{ ...waiver, rule: 'unknown' }] }, { native: null })).toEqual([])
    expect(barsOf({ rules: { unverified: 'bar' } }, { unit: null })).toEqual([])
    expect(barsOf({ rules: { unverified: 'bar' } }, { unit: null, native: '421003101', postings: [] }, HOST)).toEqual(['unknown'])
  })

  it('bars exactly the ties that the dispatch file calls kin and tie, the strongest of several to one official', () => {
    const kind = fc.constantFrom('kinship', 'study', 'superior', 'shared-leadership', 'favour', 'friendship', 'neighbour')
    const strength = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 499, 500, 999, 1000))
    const end = fc.constantFrom('o1', 'o2', 'stranger')
    const ties = fc.array(fc.record({ kind, strength, b: end }).map(aTie), { maxLength: 6 })
    fc.assert(
      fc.property(ties, (given) => {
        const strongest = ['o1', 'o2'].flatMap((insider) => {
          const own = given.filter(({ b }) => b === insider)
          const most = Math.max(...own.map((tie) => tie.strength))
          const top = own.filter((tie) => tie.strength === most)
          return top.length === 0 ? [] : [{ most, isKin: most === 1000 && top.some((tie) => tie.kind === 'kinship') }]
        })
        const expected = [
          ...(strongest.some((tie) => tie.isKin) ? ['kin'] : []),
          ...(strongest.some((tie) => !tie.isKin && tie.most >= 500) ? ['tie'] : []),
        ]
        expect(barsOf({ ties: given })).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })
})
