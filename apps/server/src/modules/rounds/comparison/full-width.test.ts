import { expect, it } from 'vitest'
import { fullWidth } from './full-width.ts'

it.each([
  ['本地（现状）', '本地（现状）'],
  ['各组中最大的：组员预计认识的人数，千分数', '各组中最大的：组员预计认识的人数，千分数'],
  [
    '任何一对都不重复时的轮次，至多⌊(n−1)/2⌋,各片区取最少；只有轮换有',
    '任何一对都不重复时的轮次，至多⌊(n−1)/2⌋，各片区取最少；只有轮换有',
  ],
  ['连续k轮每人至多去min(k，可去地区)次', '连续k轮每人至多去min(k，可去地区)次'],
  ['2026:1,000公里', '2026:1,000公里'],
])('Chinese gets full-width marks and formulas keep theirs: %s', (given, set) => {
  expect(fullWidth({ zh: given, en: 'a, b: c' })).toEqual({ zh: set, en: 'a, b: c' })
})
