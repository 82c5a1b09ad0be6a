import { describe, expect, it } from 'vitest'
import { concretenessOf, meansByMode } from './concreteness.ts'

const alone = { hasAttachment: false }

describe('concreteness', () => {
  it('S0-51 a report with place, time and fact scores 3, with the words it rests on', () => {
    const answer = concretenessOf('去年三月柳树湾的自来水停了。', alone)
    expect(answer.score).toBe(3)
    expect(answer.said).toMatchObject({ person: null, time: '去年', fact: '停了', proof: null })
    expect(answer.said.place).toContain('湾')
  })

  it('S0-51 is averaged by mode over all reports: cross-inspected 3.4, local 2.1', () => {
    const scores = { cross: [3, 4, 3, 4, 3], local: [2, 2, 3, 2, 2, 2, 2, 2, 2, 2] }
    const items = Object.entries(scores).flatMap(([mode, all]) => all.map((score) => ({ mode, score })))
    expect(meansByMode(items).map(({ mode, reports, mean }) => [mode, reports, mean.toFixed(1)])).toEqual([
      ['cross', 5, '3.4'],
      ['local', 10, '2.1'],
    ])
  })

  it.each([
    ['村主任2024年5月在东河村多收了每户20元，有收据。', 5],
    ['他们太坏了。', 0],
    ['李某某占地', 1],
    ['', 0],
    ['村民都知道，村里不好。', 0],
  ])('of “%s” is %i', (text, score) => {
    expect(concretenessOf(text, alone).score).toBe(score)
  })

  it('takes a photo for proof, and never answers anything but a number from 0 to 5', () => {
    expect(concretenessOf('路坏了', { hasAttachment: true })).toMatchObject({ score: 2, said: { proof: '附件' } })
    expect(concretenessOf('路坏了', alone).score).toBe(1)
    expect(meansByMode([])).toEqual([])
  })
})
