import { expect, it } from 'vitest'
import { checkForm, checkPublishable } from './check-form.ts'
import type { Form, Item } from './form.ts'
import { askedLines, judgeSheet } from './judge-sheet.ts'
import { sampleForm } from './testing/sample-form.ts'

const asked = (answers: Parameters<typeof askedLines>[1]) => askedLines(sampleForm, answers).map(({ name }) => name)
const rules = (answers: Parameters<typeof judgeSheet>[1]) =>
  judgeSheet(sampleForm, answers).map(({ question, rule }) => `${question} ${rule}`)

it('a group is skipped whole, and what is not asked counts as unanswered for the conditions after it', () => {
  expect(asked({ knows: 'no' })).toEqual(['hello', 'knows', 'wish'])
  expect(asked({ knows: 'yes', where: ['board'] })).toEqual(['hello', 'knows', 'where', 'times', 'wish'])
  expect(asked({ knows: 'no', where: ['board'] })).toEqual(['hello', 'knows', 'wish'])
})

it('a sheet is valid, or each fault names its question', () => {
  expect(rules({ knows: 'yes', where: ['board', 'phone'], times: 3, wish: '修路' })).toEqual([])
  expect(rules({ knows: 'no' })).toEqual([])
  expect(rules({})).toEqual([' empty'])
  expect(rules({ wish: '修路' })).toEqual(['knows required'])
  expect(rules({ knows: 'maybe' })).toEqual(['knows unknown-choice'])
  expect(rules({ knows: ['yes'] })).toContain('knows form')
  expect(rules({ knows: 'yes', where: ['board', 'board'], times: 1 })).toEqual(['where form'])
  expect(rules({ knows: 'yes', where: ['board'], times: 13 })).toEqual(['times constraint'])
  expect(rules({ knows: 'yes', where: ['board'], times: 1.5 })).toEqual(['times form'])
  expect(rules({ knows: 'no', times: 3 })).toEqual(['times not-asked'])
  expect(rules({ knows: 'no', toString: 'x' })).toEqual(['toString unknown-question'])
})

const withItems = (...items: Item[]): Form => ({ title: '卷', items, awareness: null, satisfaction: null })
const open = (name: string, more: object = {}): Item => ({
  kind: 'integer',
  name,
  label: '题',
  indicator: '指标',
  isRequired: false,
  relevant: '',
  constraint: '',
  constraintMessage: '',
  ...more,
})

it.each([
  ['a name that stands twice', withItems(open('a'), open('a')), '代号重复'],
  ['a name with a blank', withItems(open('a b')), '代号须以字母开头'],
  ['a condition about a later question', withItems(open('a', { relevant: '${b} = 1' }), open('b')), '“b”不是前面的题'],
  ['a question asked by its own answer', withItems(open('a', { relevant: '. = 1' })), '不能取决于本题'],
  ['a limit that cannot be read', withItems(open('a', { constraint: 'regex(., 1)' })), '不支持“regex”'],
  ['a question without words', withItems(open('a', { label: ' ' })), '没有题面'],
  ['a share of a question that is not there', { ...sampleForm, awareness: { question: 'x', choices: ['y'] } }, '须为单选题'],
])('%s is a fault of the form', (_title, form, zh) => {
  expect(
    checkForm(form)
      .map((fault) => fault.zh)
      .join(),
  ).toContain(zh)
})

it('S4-26 each question stands in plain words beside its official indicator, and without one the form is not published', () => {
  expect(checkPublishable(sampleForm)).toEqual([])
  expect(checkPublishable(withItems(open('a', { indicator: ' ' })))).toMatchObject([{ at: 'a', part: 'indicator' }])
  expect(checkPublishable(withItems())).toMatchObject([{ zh: '一道题也没有' }])
})
