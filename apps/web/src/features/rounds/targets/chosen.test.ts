import { describe, expect, it } from 'vitest'
import { ageOf, bodyOf, chosenOfUnit, yearsBetween } from './chosen.ts'

describe('what is chosen for a round', () => {
  it('counts only whole years', () => {
    expect(yearsBetween('2021-11-22', '2026-11-21')).toBe(4)
    expect(yearsBetween('2021-11-21', '2026-11-21')).toBe(5)
  })

  it('keeps a unit without a record apart from one inspected long ago', () => {
    expect(ageOf(null, '2026-11-21')).toBe('none')
    expect(ageOf('2019-05-01', '2026-11-21')).toBe('old')
    expect(ageOf('2023-05-01', '2026-11-21')).toBe('middle')
    expect(ageOf('2024-05-01', '2026-11-21')).toBe('recent')
  })

  it('leaves the estimate of the workload to the server and sends no empty reason', () => {
    const unit = chosenOfUnit({
      id: '00000000-0000-8000-8000-421003105201',
      county: '421003',
      place: { code: '421003105201', name: '合兴村' },
      kind: 'village',
      name: '合兴村',
      state: 'active',
      class: null,
      population: null,
      lastInspected: null,
      officials: null,
      version: 1,
    })
    expect(bodyOf([{ ...unit, reason: '  ' }])).toEqual({ targets: [{ unit: unit.unit }] })
  })
})
