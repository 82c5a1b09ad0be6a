import { expect, it } from 'vitest'
import type { CellValue } from '../xlsx/cell-text.ts'
import { readChoices, readCount, readLine, readLines, readMoney, readTruth } from './cell-meaning.ts'

const text = (text: string): CellValue => ({ kind: 'text', text })
const number = (number: number): CellValue => ({ kind: 'number', number, isDate: false })

it('full-width digits and letters count as half-width ones, and Chinese punctuation stays', () => {
  expect(readCount(text('１，２３４'), false)).toEqual({ value: 1234 })
  expect(readLine(text('　Ｐ０１（弥市） '), false)).toEqual({ value: 'P01（弥市）' })
})

it('an amount is in 10,000 yuan unless it says otherwise, and becomes fen', () => {
  expect(readMoney(number(12.5), false)).toEqual({ value: 12_500_000 })
  expect(readMoney(text('12.5万元'), false)).toEqual({ value: 12_500_000 })
  expect(readMoney(text('1,250元'), false)).toEqual({ value: 125_000 })
  expect(readMoney(text('-3'), false)).toEqual({ value: -3_000_000 })
  expect(readMoney(text('1.234元'), false)).toHaveProperty('fault')
  expect(readMoney(text('很多'), false)).toHaveProperty('fault')
})

it('是 and 否 have several spellings, anything else is refused', () => {
  expect(readTruth(text('√'), false)).toEqual({ value: true })
  expect(readTruth({ kind: 'truth', truth: false }, false)).toEqual({ value: false })
  expect(readTruth(text('大概'), false)).toHaveProperty('fault')
})

it('a list may be parted by 、 ， ； or lines, and 无 is a known nothing', () => {
  expect(readLines(text('审计、财务；信访\n审计'), false)).toEqual({ value: ['审计', '财务', '信访'] })
  expect(readLines(text('无'), false)).toEqual({ value: [] })
})

it('a choice that is not offered is refused and the offer is named', () => {
  const read = readChoices([
    { value: 'leader', words: ['组长'] },
    { value: 'member', words: ['组员'] },
  ])
  expect(read(text('组长、组员'), false)).toEqual({ value: ['leader', 'member'] })
  expect(read(text('组长、队长'), false)).toMatchObject({
    fault: { zh: expect.stringContaining('“队长”不在可选范围内：组长、组员') as string },
  })
})

it('a failed formula is an error of its cell', () => {
  expect(readLine({ kind: 'fault', text: '#REF!' }, false)).toMatchObject({
    fault: { en: expect.stringContaining('#REF!') as string },
  })
  expect(readCount(number(1.5), false)).toHaveProperty('fault')
})
