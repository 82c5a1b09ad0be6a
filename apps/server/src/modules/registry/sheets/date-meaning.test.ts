import { expect, it } from 'vitest'
import type { CellValue } from '../xlsx/cell-text.ts'
import { readDay, readMonth } from './date-meaning.ts'

const text = (text: string): CellValue => ({ kind: 'text', text })
const number = (number: number, isDate = false): CellValue => ({ kind: 'number', number, isDate })

it.each([
  [text('2024-06'), '2024-06'],
  [text('2024.06'), '2024-06'],
  [text('2024.6'), '2024-06'],
  [text('2024年6月'), '2024-06'],
  [text('２０２４年６月'), '2024-06'],
  [text('2024/6/30'), '2024-06'],
  [number(2024.06), '2024-06'],
  [number(202_406), '2024-06'],
  [number(45_444), '2024-06'],
  [number(45_444, true), '2024-06'],
])('a month is understood as it is written: %j', (cell, month) => {
  expect(readMonth(cell, false)).toEqual({ value: month })
})

it.each([
  [text('2024-06-01'), '2024-06-01'],
  [text('2024年6月1日'), '2024-06-01'],
  [text('20240601'), '2024-06-01'],
  [number(20_240_601), '2024-06-01'],
  [number(45_444), '2024-06-01'],
])('a day is understood as it is written: %j', (cell, day) => {
  expect(readDay(cell, false)).toEqual({ value: day })
})

it('a workbook that counts from 1904 is four years and a day ahead', () => {
  expect(readDay(number(45_444 - 1462), true)).toEqual({ value: '2024-06-01' })
})

it('2024.10 that Excel turned into 2024.1 is refused, since it might be January', () => {
  expect(readMonth(number(2024.1), false)).toMatchObject({ fault: { zh: expect.stringContaining('2024-10') as string } })
  expect(readMonth(text('2024.10'), false)).toEqual({ value: '2024-10' })
  expect(readMonth(number(2024.11), false)).toEqual({ value: '2024-11' })
})

it.each([text('2024-13'), text('明年'), text('2024-02-30'), number(12), text('06')])('what is no date is refused: %j', (cell) => {
  expect(readDay(cell, false)).toHaveProperty('fault')
  expect(readMonth(cell, false)).toHaveProperty('fault')
})
