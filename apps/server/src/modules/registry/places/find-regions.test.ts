import { expect, it } from 'vitest'
import { describeRegion } from './find-regions.ts'

it('a place is called what people say, also where the register has a bracket at its level', () => {
  expect(describeRegion('1201')).toMatchObject({ name: '市辖区', called: '天津市' })
  expect(describeRegion('421003')).toMatchObject({ name: '荆州区', called: '荆州区' })
})

it('a code that names no place is refused where it stands', () => {
  expect(() => describeRegion('9999')).toThrow(expect.objectContaining({ code: 'unknown-place' }))
})
