import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkForm } from './check-form.ts'
import { formArb, sampleForm } from './testing/sample-form.ts'
import { readXlsform, writeXlsform } from './xlsform.ts'

it('an exported form imports to the same form', () => {
  expect(readXlsform(writeXlsform(sampleForm))).toEqual({ ok: true, form: sampleForm })
  fc.assert(
    fc.property(formArb, (form) => {
      expect(checkForm(form)).toEqual([])
      expect(readXlsform(writeXlsform(form))).toEqual({ ok: true, form })
    }),
    { seed: 90, numRuns: 300 },
  )
})

const survey = (...rows: string[][]) => ({ name: 'survey', rows: [['type', 'name', 'label', 'relevant'], ...rows] })
const settings = { name: 'settings', rows: [['form_title'], ['卷']] }
const choices = {
  name: 'choices',
  rows: [
    ['list_name', 'name', 'label'],
    ['yn', 'y', '是'],
    ['yn', 'n', '否'],
  ],
}
const faultsOf = (...sheets: Parameters<typeof readXlsform>[0][number][]) => {
  const read = readXlsform(sheets)
  return read.ok ? [] : read.faults.map(({ sheet, row, column, zh }) => `${sheet} ${column}${row} ${zh}`)
}

it.each([
  ['a repeat', survey(['begin repeat', 'r', '户', '']), 'survey A2 不支持题型“begin repeat”'],
  ['a place on the map', survey(['geopoint', 'where', '在哪', '']), 'survey A2 不支持题型“geopoint”'],
  ['a choice of its own', survey(['select_one yn or_other', 'a', '题', '']), 'survey A2 不支持题型“select_one yn or_other”'],
  ['a list that is not there', survey(['select_one x', 'a', '题', '']), 'survey A2 choices 表里没有“x”'],
  ['a function', survey(['text', 'a', '题', ''], ['text', 'b', '题', "pulldata('x')"]), 'survey D3 条件不支持“pulldata”'],
  [
    'a group within a group',
    survey(['begin group', 'g', '组', ''], ['begin group', 'h', '组', ''], ['end group', '', '', '']),
    'survey A3 不支持组中有组',
  ],
  ['a group left open', survey(['begin group', 'g', '组', '']), 'survey A2 这一组没有 end group'],
  ['a bad name', survey(['text', '1a', '题', '']), 'survey B2 代号须以字母开头，只含字母、数字和下划线'],
])('%s is refused with sheet, row and column, and nothing is taken', (_title, sheet, said) => {
  expect(faultsOf(sheet, choices, settings)).toContain(said)
})

it('a filled column that is not known is refused by name, an empty one is not', () => {
  const rows = (calculation: string) => [
    ['type', 'name', 'label::中文', 'calculation'],
    ['text', 'a', '题', calculation],
  ]
  expect(faultsOf({ name: 'survey', rows: rows('1 + 1') }, settings)).toEqual(['survey D2 不支持“calculation”这一列'])
  expect(faultsOf({ name: 'survey', rows: rows('') }, settings)).toEqual([])
})

it('a second language, a missing survey, a missing title and a foreign sheet are each named', () => {
  const two = [
    ['type', 'name', 'label::中文', 'label::English'],
    ['text', 'a', '题', 'Q'],
  ]
  expect(faultsOf({ name: 'survey', rows: two }, settings)).toEqual(
    ['survey D2 “label::english”有两列，不支持多种语言'].map((said) => said.replace('label::english', 'label')),
  )
  expect(faultsOf(settings)).toEqual(['survey A1 缺少工作表“survey”'])
  expect(faultsOf(survey(['text', 'a', '题', '']))).toEqual(['settings A2 没有问卷标题 form_title'])
  expect(faultsOf(survey(), settings, { name: 'entities', rows: [] })).toEqual(['entities A1 不支持工作表“entities”'])
})
