import { describe, expect, it } from 'vitest'
import { aPerson, aSetting, aTarget, aTie, type GivenSetting } from '../testing/builders.ts'
import { prepareStrangerScore } from './stranger.ts'
import type { ReviewPerson } from './types.ts'

const score = (person: Partial<ReviewPerson> = {}, setting: GivenSetting = {}) =>
  prepareStrangerScore(aSetting(setting))(aPerson(person), [aTarget(), aTarget({ id: 'u2', insiders: ['o3'] })])

describe('the stranger score', () => {
  it('S0-07 the roster of the 江陵 team prints 0 ties to 荆州区 for each stranger, and lists each tie of who is none', () => {
    const stranger = score({ schooling: [] })
    expect(stranger).toMatchObject({ ties: 0, unknowns: 0, zh: '与荆州区关系0条', en: '0 ties to 荆州区' })
    expect(stranger.lines.map((line) => line.zh)).toEqual(['亲属', '籍贯、成长地', '就学', '任职', '曾巡察', '其他相识'])

    const known = score(
      {
        native: '421003105',
        schooling: [{ region: '421003', school: '荆州中学' }],
        postings: [{ region: '421003', from: '1999-01', to: '2000-01', title: '审计局' }],
      },
      {
        ties: [aTie({ kind: 'kinship', strength: 400 }), aTie({ b: 'o3' }), aTie({ kind: 'townsman', strength: 150, b: 'o2' })],
        history: [{ round: '2019-1', person: 'p1', region: '421003101' }],
      },
    )
    expect(known.ties).toBe(7)
    expect(known.lines.flatMap((line) => line.ties.map((fact) => fact.zh))).toEqual([
      '与合兴村班子成员1人：亲属，强度400',
      '籍贯、成长地弥市镇',
      '曾就读荆州区荆州中学',
      '与合兴村班子成员1人：同学，强度300',
      '1999年1月至2000年1月任职荆州区审计局',
      '2019-1轮巡察过荆州区（421003101）',
      '与合兴村班子成员1人：同乡，强度150',
    ])
  })

  it('says what is not known instead of calling it none', () => {
    const vague = score({ native: '4210', postings: null, schooling: null, unverified: ['ties'] })
    expect(vague.ties).toBe(0)
    expect(vague.lines.filter((line) => line.isUnknown).map((line) => line.heading)).toEqual([
      'kin',
      'birthplace',
      'schooling',
      'posting',
      'acquaintance',
    ])
    expect(vague.zh).toBe('与荆州区关系0条，5项未核')
  })

  it('counts the present employer as a post', () => {
    expect(score({ home: '421003', postings: [] }).lines.find((line) => line.heading === 'posting')?.ties).toHaveLength(1)
  })
})
