import { expect, it } from 'vitest'
import { Line } from './forms.ts'

it('a line holds what people type, and nothing that turns text around or that no document can hold', () => {
  const { pattern } = Line as { readonly pattern?: string }
  const isLine = (text: string) => new RegExp(pattern ?? '', 'u').test(text)
  for (const text of ['周敏', '阿不都·买买提', '𠮷野', 'རྡོ་རྗེ།', '=1+1', 'a\tb', '第一行\n第二行'])
    expect([text, isLine(text)]).toEqual([text, true])
  for (const text of ['敏\u202e周', '\u2066x', '甲\u0001', '\u0000', '甲\u200f', '\ud800', '\u2028'])
    expect([text, isLine(text)]).toEqual([text, false])
})
