import { expect, it } from 'vitest'
import { unescapeText } from './cell-text.ts'

it('a text of a cell is what people see: escapes are read, and what turns its direction is dropped, escaped or not', () => {
  expect(unescapeText('甲_x000D_\n乙')).toBe('甲\r\n乙')
  expect(unescapeText('_x005F_x0041_')).toBe('_x0041_')
  expect(unescapeText('\u202a甲\u202c乙_x202E_丙')).toBe('甲乙丙')
})
