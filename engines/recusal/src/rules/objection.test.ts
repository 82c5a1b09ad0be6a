import { describe, expect, it } from 'vitest'
import { answerOf } from '../../testing/builders.ts'

const barred = [{ person: 'p1', target: 'u1', why: '被巡察党组织申请更换', source: '荆巡函〔2026〕9号', date: '2026-09-03' }]

describe('objection', () => {
  it('bars a pair to which the inspected unit objected and tells why, by which letter', () => {
    expect(answerOf('objection', { setting: { barred } })).toEqual({
      rule: 'objection',
      result: 'bar',
      facts: [
        {
          zh: '不得派往合兴村：被巡察党组织申请更换',
          en: 'not to be sent to 合兴村: 被巡察党组织申请更换',
          date: '2026-09-03',
          source: '荆巡函〔2026〕9号',
        },
      ],
    })
  })

  it.each([
    ['another target', { target: { id: 'u2' } }],
    ['another person', { person: { id: 'p2' } }],
  ])('passes for %s', (_title, given) => {
    expect(answerOf('objection', { setting: { barred }, ...given }).result).toBe('pass')
  })
})
