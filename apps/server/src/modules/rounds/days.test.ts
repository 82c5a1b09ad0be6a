import { expect, it } from 'vitest'
import { addDays, dayZh, daysBetween, lastDayOf, today } from './days.ts'

it.each([
  ['2024-06-01', 3, '2024-08-31'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-11-15', 2, '2024-01-14'],
  ['2024-02-29', 12, '2025-02-28'],
])('a stay from %s for %i months ends on %s', (start, months, end) => {
  expect(lastDayOf(start, months)).toBe(end)
})

it('days are counted and added across the end of a year', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
  expect(daysBetween('2027-01-02', '2026-12-30')).toBe(-3)
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayZh('2026-09-07')).toBe('2026年9月7日')
})

it('today is the day in China, also in the evening of the day before in Greenwich', () => {
  expect(today({ now: () => new Date('2026-11-20T17:00:00Z') })).toBe('2026-11-21')
})
