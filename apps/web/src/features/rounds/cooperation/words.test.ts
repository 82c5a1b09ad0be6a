import { expect, it } from 'vitest'
import { namesOf, yearsOf } from './words.ts'

it('this year can be chosen before anything was recorded in it', () => {
  const counts = { pairing: 0, area: 1, total: 1 }
  expect(yearsOf([], 2026)).toEqual([2026])
  expect(
    yearsOf(
      [
        { year: 2027, ...counts },
        { year: 2025, ...counts },
      ],
      2026,
    ),
  ).toEqual([2027, 2026, 2025])
})

it('a long list names the first and says how many there are, a short one names all', () => {
  const people = ['甲', '乙', '丙', '丁'].map((name) => ({ name }))
  expect(namesOf(people)).toEqual({ names: '甲、乙、丙', all: 4 })
  expect(namesOf(people.slice(0, 3))).toEqual({ names: '甲、乙、丙', all: null })
})
