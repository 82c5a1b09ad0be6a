import { describe, expect, it } from 'vitest'
import { barOf, monthsOf } from './calendar-bars.ts'

describe('the calendar', () => {
  it('cuts a round at the ends of the year', () => {
    expect(barOf({ starts: '2025-12-01', ends: '2026-12-31' }, '2026-01-01', '2026-12-31')).toEqual({ left: 0, width: 100 })
    expect(barOf({ starts: '2027-01-01', ends: '2027-02-01' }, '2026-01-01', '2026-12-31')).toBeNull()
  })

  it('gives a round of one day one day', () => {
    expect(barOf({ starts: '2026-01-01', ends: '2026-01-01' }, '2026-01-01', '2026-01-10')).toEqual({ left: 0, width: 10 })
  })

  it('places the months by their days', () => {
    const months = monthsOf(2026)
    expect(months).toHaveLength(12)
    expect(months[1]?.left).toBeCloseTo((100 * 31) / 365)
  })
})
