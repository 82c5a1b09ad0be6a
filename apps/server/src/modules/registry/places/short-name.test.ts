import { expect, it } from 'vitest'
import { shortName } from './short-name.ts'

it.each([
  ['沿河村村民委员会', '沿河村'],
  ['沿河村委会', '沿河村'],
  ['沿河村民委员会', '沿河村'],
  ['沿河村', '沿河村'],
  ['弥陀寺社区居民委员会', '弥陀寺社区'],
  ['多福巷社区居委会', '多福巷社区'],
  ['东街居委会', '东街居委会'],
  ['砖瓦厂农业队', '砖瓦厂农业队'],
  ['村委会', '村委会'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short)
})
