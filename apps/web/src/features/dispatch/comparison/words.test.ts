import { expect, it } from 'vitest'
import { definitionsOf, figureText, groupRows, unitOf, type ComparisonRow } from './words.ts'

const row = (figure: string, unit: string, means = figure): ComparisonRow => ({
  figure,
  name: { zh: figure, en: figure },
  unit: { zh: unit, en: unit },
  means: { zh: means, en: means },
  cells: [],
})

it('thousandths of a person become persons, fen yuan, and thousandths of a chance per cent', () => {
  const exposure = row('worstExposure', '‰人')
  expect([figureText(exposure, 300), figureText(exposure, 0), unitOf(exposure).zh]).toEqual(['0.300', '0', '人'])
  const cost = row('costHost', '分')
  expect([figureText(cost, 2_484_050), unitOf(cost).zh]).toEqual(['24,840.50', '元'])
  const pair = row('largestPair', '‰')
  expect([figureText(pair, 1000), figureText(pair, 85), unitOf(pair).zh]).toEqual(['100', '8.5', '%'])
  expect(figureText(row('travel', '人·公里'), 12_345)).toBe('12,345')
})

it('rows stand under their headings in a fixed order, and a figure that no heading knows is not lost', () => {
  const groups = groupRows([row('rounds', '轮'), row('new', '个'), row('worstExposure', '‰人')])
  expect(groups.map(({ rows }) => rows.map(({ figure }) => figure))).toEqual([['worstExposure'], ['rounds'], ['new']])
})

it('figures of one definition share a line', () => {
  const lines = definitionsOf([row('costSending', '分', '同一'), row('costHost', '分', '同一'), row('travel', '公里')])
  expect(lines.map(({ names, means }) => [names.map(({ zh }) => zh).join(), means.zh])).toEqual([
    ['travel', 'travel'],
    ['costSending,costHost', '同一'],
  ])
})
