import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../testing/builders.ts'
import { monthNumber, monthZh, spanOf } from './months.ts'

const month = fc.tuple(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 1, max: 12 }))
const text = ([year, of]: readonly [number, number]): string => `${year}-${String(of).padStart(2, '0')}`

describe('months', () => {
  it('are numbered 12·year + month', () => {
    expect(monthNumber('2012-03')).toBe(12 * 2012 + 3)
    expect(monthNumber('2026-09-07')).toBe(monthNumber('2026-09'))
    fc.assert(fc.property(month, (given) => monthNumber(text(given)) === 12 * given[0] + given[1]))
  })

  it('differ by what a calendar says, and spans read back to the same number', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 600 }), (given, later) => {
        const index = given[0] * 12 + (given[1] - 1) + later
        const end = text([Math.floor(index / 12), (index % 12) + 1])
        expect(monthNumber(end) - monthNumber(text(given))).toBe(later)
        const [, years = '0', months = '0'] = /^(?:(\d+)年)?(?:(\d+)个月)?$/.exec(spanOf(later).zh) ?? []
        expect(12 * Number(years) + Number(months)).toBe(later)
      }),
    )
  })

  it('bar a posting exactly when it is younger than the cooling-off or as long as a long posting', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const start = monthNumber('2026-09')
        const end = Math.min(from[0] * 12 + (from[1] - 1) + length, start - 1)
        const to = text([Math.floor(end / 12), (end % 12) + 1])
        const months = monthNumber(to) - monthNumber(text(from))
        fc.pre(months >= 0)
        const expected = start - monthNumber(to) < 36 || months >= 36 ? 'bar' : 'pass'
        const person = { postings: [{ region: '421003', from: text(from), to }] }
        expect(answerOf('posting', { person }).result).toBe(expected)
      }),
    )
  })

  it('are written as people write them', () => {
    expect([monthZh('2016-09'), spanOf(0).zh, spanOf(24).zh, spanOf(19).en]).toEqual([
      '2016年9月',
      '0个月',
      '2年',
      '1 year 7 months',
    ])
  })
})
