import { expect, it } from 'vitest'
import { countyOfPlace, placeCode, placeLevel, placeNumber, placeRange } from './place-code.ts'

it.each([
  ['42', 420_000_000_000],
  ['4210', 421_000_000_000],
  ['421003', 421_003_000_000],
  ['421003105', 421_003_105_000],
  ['421003105201', 421_003_105_201],
])('%s is kept as %d and comes back as it was', (code, number) => {
  expect(placeNumber(code)).toBe(number)
  expect(placeCode(number)).toBe(code)
})

it('the zeros of a real place are never stripped: 441900 is a county', () => {
  expect(placeCode(placeNumber('441900'))).toBe('441900')
  expect(placeCode(placeNumber('442000'))).toBe('442000')
  expect(placeCode(placeNumber('460400'))).toBe('460400')
  expect(placeCode(placeNumber('350527'))).toBe('350527')
  expect(placeCode(placeNumber('4419'), 2)).toBe('4419')
})

it('a scope is one range that holds the place and everything inside it, and nothing else', () => {
  const { lo, hi } = placeRange('421003105')
  for (const inside of ['421003105', '421003105001', '421003105999']) {
    expect(placeNumber(inside) >= lo && placeNumber(inside) <= hi).toBe(true)
  }
  for (const outside of ['421003104999', '421003106', '421003']) {
    expect(placeNumber(outside) >= lo && placeNumber(outside) <= hi).toBe(false)
  }
})

it('a text of another length, or with anything but digits, is no division code', () => {
  expect(placeLevel('421')).toBeNull()
  expect(placeLevel('42100310a')).toBeNull()
  expect(placeLevel('')).toBeNull()
  expect(() => placeNumber('421')).toThrow('not a division code')
})

it('the county of a village is its first six digits, and a city office lies in the county of its own zeros', () => {
  expect(countyOfPlace(placeNumber('421003105201'))).toBe(421_003)
  expect(countyOfPlace(placeNumber('4210'))).toBe(421_000)
})
