import { expect, it } from 'vitest'
import { nearest } from './find-charge.ts'

const city = { name: '市', place: 421_000_000_000, level: 'city', unit: null }
const county = { name: '县', place: 421_003_000_000, level: 'county', unit: null }
const other = { name: '邻县', place: 421_022_000_000, level: 'county', unit: null }
const bureau = { name: '局', place: 421_003_000_000, level: 'county', unit: 'a' }
const of = (unit: string, place: number) => nearest([city, county, other, bureau], { unit, place })?.name ?? null

it('a unit is answered for by who is named for it alone, else by the smallest place around it', () => {
  expect(of('a', 421_003_000_000)).toBe('局')
  expect(of('b', 421_003_105_201)).toBe('县')
  expect(of('b', 421_022_105_201)).toBe('邻县')
  expect(of('b', 421_087_000_000)).toBe('市')
})

it('nobody is named for a place outside, and one unit’s supervisor is not its neighbour’s', () => {
  expect(of('b', 530_502_101_201)).toBeNull()
  expect(nearest([bureau], { unit: 'b', place: 421_003_000_000 })).toBeNull()
})
