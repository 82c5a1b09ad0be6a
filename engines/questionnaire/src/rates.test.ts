import { expect, it } from 'vitest'
import type { Form } from './form.ts'
import { rateOf, suggestSize } from './rates.ts'
import { judgeReview, usualTerms } from './review.ts'
import { tabulate } from './tabulate.ts'
import { sampleForm } from './testing/sample-form.ts'

const sheets = (count: number, knows: string) => Array.from({ length: count }, () => ({ knows }))

it("S4-55 60 of 100 answers 'know': awareness 60 %; 45 inputs of 3000 residents: participation 1.5 %", () => {
  const { awareness } = tabulate(sampleForm, [{ issued: 120, valid: [...sheets(60, 'yes'), ...sheets(40, 'no')], invalid: 0 }])
  expect(awareness).toEqual([60, 60])
  expect(rateOf(45, 3000)).toEqual({ numerator: 45, denominator: 3000, percent: 1.5 })
  expect(rateOf(45, null)).toBeNull()
  expect(rateOf(0, 0)).toBeNull()
})

it('a rate is not shown where a cell that it needs is hidden', () => {
  const villages = [
    { issued: 10, valid: [...sheets(7, 'yes'), ...sheets(2, 'no')], invalid: 0 },
    { issued: 40, valid: [...sheets(20, 'yes'), ...sheets(15, 'no')], invalid: 0 },
  ]
  expect(tabulate(sampleForm, villages).awareness.slice(0, 2)).toEqual([null, null])
})

it('a table adds up to those who were asked: the valid sheets, or the answers after which it is put', () => {
  const form: Form = { ...sampleForm, awareness: null }
  const valid = [
    ...Array.from({ length: 12 }, () => ({ knows: 'yes', where: ['board', 'phone'] })),
    ...sheets(8, 'yes'),
    ...sheets(10, 'no'),
  ]
  const { questions } = tabulate(form, [{ issued: 40, valid, invalid: 6 }])
  expect(questions.map(({ question, choice }) => `${question} ${choice ?? ''}`)).toEqual([
    'knows ',
    'where board',
    'where phone',
    'times ',
    'wish ',
  ])
  expect(questions.map(({ counted, rows }) => [counted, ...(rows[0] ?? [])])).toEqual([
    ['valid', 20, 10, 30],
    ['asked', 12, 8, 20],
    ['asked', 12, 8, 20],
    ['asked', 0, 12, 12],
    ['valid', 0, 30, 30],
  ])
})

it('a rate is shown where what it needs follows from other cells that are shown', () => {
  const villages = [{ issued: 90, valid: [...sheets(60, 'yes'), ...sheets(3, 'no'), ...sheets(17, 'not-sure')], invalid: 0 }]
  const [knows] = sampleForm.items.flatMap((item) => (item.kind === 'one' ? [item] : []))
  const choices = [...(knows?.choices ?? []), { name: 'not-sure', label: '说不清' }]
  const form = { ...sampleForm, items: knows === undefined ? [] : [{ ...knows, choices }] }
  const { awareness, questions } = tabulate(form, villages)
  expect(questions[0]?.rows[0]).toEqual([60, '<5', '*', 80])
  expect(awareness).toEqual([75, 75])
})

it('S2-08 for 3000 residents 94 valid answers are needed, so 111 are issued, in four days; unknown residents suggest nothing', () => {
  expect(suggestSize(3000)).toEqual({ answers: 94, issued: 111, days: 4 })
  expect(suggestSize(40)).toEqual({ answers: 29, issued: 35, days: 2 })
  expect(suggestSize(3)).toEqual({ answers: 3, issued: 3, days: 1 })
  expect(suggestSize(null)).toBeNull()
  expect(suggestSize(0)).toBeNull()
})

it('S3-40 public 55 %, organisation and department 95 %: not passed, though the weighted sum would', () => {
  expect(judgeReview({ public: 55, organisation: 95, department: 95 }, usualTerms)).toMatchObject({
    verdict: 'not-passed',
    weighted: 71,
    zh: '群众满意率55%，低于底线60%，不通过',
  })
  expect(judgeReview({ public: 60, organisation: 95, department: 95 }, usualTerms)).toMatchObject({
    verdict: 'passed',
    weighted: 74,
  })
  expect(judgeReview({ public: 70, organisation: 30, department: 30 }, usualTerms)).toMatchObject({
    verdict: 'not-passed',
    weighted: 54,
  })
  expect(judgeReview({ public: 90, organisation: null, department: 95 }, usualTerms)).toMatchObject({
    verdict: 'unknown',
    weighted: null,
  })
  expect(judgeReview({ public: 50, organisation: null, department: 95 }, usualTerms)).toMatchObject({ verdict: 'not-passed' })
})
