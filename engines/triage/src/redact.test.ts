import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksOf, occurrencesOf, redact } from './redact.ts'

const clean = (text: string) => redact(text, marksOf(text))

describe('blacking out', () => {
  it.each([
    ['电话13800000000，座机0716-8123456。', ['13800000000', '0716-8123456']],
    ['身份证421003199001011234', ['421003199001011234']],
    ['卡号6222 0210 0111 6245 702', ['6222', '6245']],
    ['车牌鄂D12345停在门口', ['鄂D12345']],
    ['王大发书记把钱给了李某某。', ['王大发', '李某某']],
    ['我是赵小明，住柳树湾村三组。', ['赵小明', '柳树湾村三组']],
    ['地址在人民路12号3栋。', ['人民路12号']],
  ])('takes numbers, names and places out of “%s”', (text, gone) => {
    for (const part of gone) expect(clean(text)).not.toContain(part)
    expect(clean(text)).toContain('■■■')
  })

  it('keeps what the matter is, and marks a name wherever it stands once it was found', () => {
    const text = '村主任王大发说没有钱。后来王大发盖了楼，承包费三年未公布。'
    expect(clean(text)).not.toContain('王大发')
    expect(clean(text)).toContain('承包费三年未公布')
  })

  it('by hand takes every place of the words, and says nothing of their length', () => {
    const text = '老三家的猪场，老三知道。'
    const one = redact(text, occurrencesOf(text, '老三'))
    expect(one).toBe('■■■家的猪场，■■■知道。')
    expect(redact('甲来了', occurrencesOf('甲来了', '甲'))).toBe('■■■来了')
  })

  it('leaves nothing of any mark, however marks overlap, and nothing else out', () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 8 })
    fc.assert(
      fc.property(ranges, (drawn) => {
        // Every character differs, so that what is left can be told one by one.
        const text = Array.from({ length: 50 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
        const marks = drawn.map(([from, length]) => ({ from, to: from + length, kind: 'hand' as const }))
        const left = redact(text, marks)
        for (const [at, character] of [...text].entries())
          expect(left.includes(character)).toBe(!marks.some(({ from, to }) => from <= at && at < to))
      }),
      { seed: 7 },
    )
  })
})
