import { expect, it } from 'vitest'
import { factsFilled, factsWritten, isYearly } from './dossier-form.ts'

const facts = {
  population: 2100,
  petitions: { '2024': 3, '2025': 12 },
  weakBranch: false,
  poverty: null,
  economy: 12_345_678,
  conflicts: null,
  lastInspected: '2023-05-01',
}

it('what is read and saved unchanged is what was there, to the fen', () => {
  expect(factsWritten(factsFilled(facts))).toEqual(facts)
})

it('what is left empty is unknown, never nothing', () => {
  const unknown = { population: null, petitions: null, weakBranch: null, poverty: null, economy: null, conflicts: null }
  expect(factsWritten({ petitions: null })).toEqual({ ...unknown, lastInspected: null })
  expect(factsWritten({ petitions: [] }).petitions).toEqual({})
})

it('a year twice, a year that is none and a year without its number are refused', () => {
  expect(isYearly([{ year: '2025', count: 0 }])).toBe(true)
  expect(isYearly([{ year: '2025', count: null }])).toBe(false)
  expect(isYearly([{ year: '25', count: 1 }])).toBe(false)
  expect(
    isYearly([
      { year: '2025', count: 1 },
      { year: '2025', count: 2 },
    ]),
  ).toBe(false)
})
