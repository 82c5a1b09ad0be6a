import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutTo, isAtLeast, levelOf, liesIn } from './places.ts'
import type { PlaceLevel } from './types.ts'

const LEVELS: readonly [level: PlaceLevel, digits: number][] = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['township', 9],
  ['village', 12],
]
const level = fc.constantFrom(...LEVELS)
const code = fc
  .tuple(fc.constantFrom(2, 4, 6, 9, 12), fc.stringMatching(/^\d{12}$/))
  .map(([length, digits]) => digits.slice(0, length))

describe('places', () => {
  it('are cut to a level, keep their zeros, and stay whole when shorter', () => {
    expect(cutTo('county', '421003105201')).toBe('421003')
    expect(cutTo('county', '441900003')).toBe('441900')
    expect(cutTo('county', '4210')).toBe('4210')
  })

  it('lie in their cut, which lies in every coarser cut', () => {
    fc.assert(
      fc.property(code, level, level, (place, [one, oneDigits], [other, otherDigits]) => {
        const cut = cutTo(one, place)
        expect(liesIn(cut, place)).toBe(true)
        expect(cutTo(one, cut)).toBe(cut)
        expect(cut.length).toBe(Math.min(oneDigits, place.length))
        if (otherDigits <= oneDigits) expect(cutTo(other, cut)).toBe(cutTo(other, place))
        expect(isAtLeast(one, place)).toBe(place.length >= oneDigits)
      }),
    )
  })

  it.each(LEVELS)('are of level %s with %i digits', (name, digits) => {
    expect(levelOf('421003105201'.slice(0, digits))).toBe(name)
  })
})
