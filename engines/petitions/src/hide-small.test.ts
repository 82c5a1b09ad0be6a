import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideSmall, sumShown } from './hide-small.ts'
import { monthsThrough } from './months.ts'

it('hides one to four and nothing else; unknown is not zero', () => {
  expect([null, 0, 1, 4, 5].map(hideSmall)).toEqual([null, 0, 'small', 'small', 5])
  expect(sumShown([null, 0, 'small', 12])).toEqual({ least: 13, most: 16, known: 3 })
})

it('gives the same range for every volume that a hidden month may have had', () => {
  const months = fc.array(fc.option(fc.nat(12), { nil: null }), { maxLength: 12 })
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (rest, one, other) => {
      const shown = (volume: number) => sumShown([...rest, volume].map(hideSmall))
      expect(shown(one)).toEqual(shown(other))
      const sum = [...rest, one].reduce<number>((all, volume) => all + (volume ?? 0), 0)
      expect(shown(one).least).toBeLessThanOrEqual(sum)
      expect(shown(one).most).toBeGreaterThanOrEqual(sum)
    }),
    { seed: 9 },
  )
})

it('counts months back over the turn of years', () => {
  expect(monthsThrough('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})
