import { expect, it } from 'vitest'
import { countyOf, levelOf, placeCode, placeNumber, placeRange, wireCode } from './places.ts'

it.each([
  ['42', 420_000_000_000],
  ['4210', 421_000_000_000],
  ['421003', 421_003_000_000],
  ['421003105', 421_003_105_000],
  ['421003105201', 421_003_105_201],
])('%s is kept as %d and comes back as it was', (code, number) => {
  expect(placeNumber(code)).toBe(number)
  expect(wireCode(number)).toBe(code)
  expect(placeCode(number, levelOf(code))).toBe(code)
})

it('the zeros of a real place are never stripped: 441900 is a county', () => {
  expect(['441900', '442000', '460400', '350527'].map((code) => wireCode(placeNumber(code)))).toEqual([
    '441900',
    '442000',
    '460400',
    '350527',
  ])
  expect(placeCode(placeNumber('4419'), 'city')).toBe('4419')
})

it('a scope is one range that holds the place and everything inside it, and nothing else', () => {
  const { lo, hi } = placeRange('421003105')
  const holds = (code: string) => placeNumber(code) >= lo && placeNumber(code) <= hi
  expect(['421003105', '421003105001', '421003105999'].every(holds)).toBe(true)
  expect(['421003104999', '421003106', '421003', '4210'].some(holds)).toBe(false)
})

it('a text of another length stands for no level', () => {
  expect(() => levelOf('421')).toThrow('no level')
})

it('the county of a village is its first six digits, and a city office lies in the county of its own zeros', () => {
  expect(countyOf(placeNumber('421003105201'))).toBe(421_003)
  expect(countyOf(placeNumber('4210'))).toBe(421_000)
})
