import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSimilar } from './similar.ts'

const COMPLAINT = '村里鱼塘承包费三年没有公布，村民问了几次都说在镇里，请查一查钱去了哪里。'

describe('similar reports', () => {
  it('are one card however a copy is dressed: spaces, full-width digits, another ending; with the words that they share', () => {
    const groups = groupSimilar([
      { id: '1', text: COMPLAINT },
      { id: '2', text: '修路占了我家的地，补偿款少给了八百元，找过两次没有结果。' },
      { id: '3', text: `${COMPLAINT.replaceAll('，', ' ， ')}我们都很气愤！` },
    ])
    expect(groups.map(({ first, others }) => [first, others.map(({ id }) => id)])).toEqual([
      ['1', ['3']],
      ['2', []],
    ])
    expect(groups[0]?.others[0]).toMatchObject({
      share: 1,
      phrases: ['村里鱼塘承包费三年没有公布村民问了几次都说在镇里请查一查钱去了哪里'],
    })
  })

  it('are not made of one subject in different words, nor of texts too short to tell', () => {
    const apart = ['鱼塘承包费没有公布，钱去了哪里？', '会计把承包鱼塘的收入存进了自己的户头，有存单照片。', '路坏了', '路坏了']
    expect(groupSimilar(apart.map((text, at) => ({ id: String(at), text })))).toHaveLength(4)
  })

  it('hold every text exactly once, whatever is written', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(COMPLAINT, `${COMPLAINT}另外`, ''))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const groups = groupSimilar(texts.map((one, at) => ({ id: String(at), text: one })))
        const ids = groups.flatMap(({ first, others }) => [first, ...others.map(({ id }) => id)])
        expect(ids.map(Number).sort((a, b) => a - b)).toEqual(texts.map((_, at) => at))
      }),
      { seed: 5 },
    )
  })
})
