import { expect, it } from 'vitest'
import { Line, turnsDirection, withoutTurning } from './forms.ts'

it('a line holds what people type, and nothing that turns text around or that no document can hold', () => {
  const { pattern } = Line as { readonly pattern?: string }
  const isLine = (text: string) => new RegExp(pattern ?? '', 'u').test(text)
  for (const text of ['周敏', '阿不都·买买提', '𠮷野', 'རྡོ་རྗེ།', '=1+1', 'a\tb', '第一行\n第二行'])
    expect([text, isLine(text)]).toEqual([text, true])
  for (const text of ['敏\u202e周', '\u2066x', '甲\u0001', '\u0000', '甲\u200f', '\ud800', '\u2028'])
    expect([text, isLine(text)]).toEqual([text, false])
})

it('characters that turn the direction of text are found anywhere and dropped, and no others', () => {
  expect(['周敏', '阿不都·买买提', 'مرحبا', 'རྡོ་རྗེ།', '第一行\n第二行\t', ''].filter(turnsDirection)).toEqual([])
  expect(['敏\u202e周', '长文\n'.repeat(900) + '\u2066x', '\u061c', '\u200e', '甲\u200f'].map(turnsDirection)).toEqual(
    Array(5).fill(true),
  )
  expect(withoutTurning('\u202a甲\u202c\u200e乙')).toBe('甲乙')
})
