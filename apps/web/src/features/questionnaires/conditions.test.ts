import type { QuestionnaireForm } from '@shengmian/contract'
import { expect, it } from 'vitest'
import { conditionsBefore } from './conditions.ts'

const question = (kind: 'one' | 'many', name: string, label: string) => ({
  kind,
  name,
  label,
  indicator: '',
  isRequired: true,
  relevant: '',
  choices: [
    { name: 'c1', label: '知道' },
    { name: 'c2', label: '不知道' },
  ],
})

it('a condition is picked in words of the earlier questions and kept as XLSForm writes it', () => {
  const items = [question('one', 'q1', '知道吗？'), question('many', 'q2', '哪几样？'), question('one', 'q3', '还有呢？')]
  const form = { title: '', items, awareness: null, satisfaction: null } as QuestionnaireForm
  const [first, , third] = conditionsBefore(form, [2])
  expect([first, third]).toEqual([
    { value: "${q1} = 'c1'", words: { zh: '“知道吗？”答“知道”', en: '“知道吗？” is “知道”' } },
    { value: "selected(${q2}, 'c1')", words: { zh: '“哪几样？”答“知道”', en: '“哪几样？” is “知道”' } },
  ])
  expect(conditionsBefore(form, [0])).toEqual([])
})
