// A questionnaire from its papers to its one reading: nothing is told before entry is closed, nothing is typed after.
import { randomUUID as newId } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { openTab, signIn, test } from './product.ts'

const asked = { indicator: '村务公开', isRequired: true, relevant: '' }
const choices = [
  { name: 'yes', label: '知道' },
  { name: 'no', label: '不知道' },
]
const form = {
  title: '封卷问卷',
  items: [{ ...asked, kind: 'one', name: 'knows', label: '您知道巡察组来了吗？', choices }],
  awareness: { question: 'knows', choices: ['yes'] },
  satisfaction: null,
}

/** As the pages ask, without their clicks. */
async function act(page: Page, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': newId() }
  const answer = await page.request.fetch(`/api${path}`, { method, headers, ...(body === undefined ? {} : { data: body }) })
  expect([path, answer.ok()]).toEqual([path, true])
  return answer.json()
}

test('results come when entry is closed, with a village of three answers in no total, and then nothing more is typed', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'tianjin.office')
  await page.goto('/rounds')
  await page.getByRole('link', { name: /天津市.*第四轮“统配巡”/ }).click()
  await openTab(page, '问卷')
  const round = /rounds\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  const [id, many, few] = [newId(), newId(), newId()]
  await act(page, 'POST', `/rounds/${round}/questionnaires`, { id, title: form.title })
  await act(page, 'PUT', `/questionnaires/${id}/draft`, { edition: 0, form })
  await act(page, 'POST', `/questionnaires/${id}/versions`, { edition: 1 })
  const { targets } = (await act(page, 'GET', `/questionnaires/${id}/batches`)) as {
    targets: { unit: { id: string; name: string } }[]
  }
  const [first, second] = targets.map(({ unit }) => unit)
  await act(page, 'POST', `/questionnaires/${id}/batches`, {
    batches: [
      { id: many, unit: first?.id, issued: 20 },
      { id: few, unit: second?.id, issued: 20 },
    ],
  })
  const type = (batch: string, number: number, knows: string) =>
    act(page, 'PUT', `/questionnaire-batches/${batch}/sheets/${number}`, { answers: { knows }, isCorrection: false })
  for (let number = 1; number <= 12; number++) await type(many, number, number <= 7 ? 'yes' : 'no')
  for (let number = 1; number <= 3; number++) await type(few, number, 'no')

  await page.goto(`/rounds/${round}/questionnaires/${id}/results`)
  await expect(page.getByText('还没有结果')).toBeVisible()
  await page.getByRole('button', { name: /^封\s*卷$/ }).click()
  const dialog = page.getByRole('dialog', { name: '第1版封卷' })
  await expect(dialog).toContainText('不能撤回')
  await dialog.getByRole('button', { name: /^封\s*卷$/ }).click()

  const returns = page.getByRole('table').first()
  const row = (name: string) => returns.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row(first?.name ?? '')).toContainText('58.3%')
  await expect(row(second?.name ?? '').getByRole('cell', { name: '<5' })).toBeVisible()
  await expect(row('合计').getByRole('cell').nth(2)).toHaveText('12')
  await expect(page.getByRole('button', { name: /^封\s*卷$/ })).toBeHidden()

  await page.goto(`/questionnaire-batches/${few}`)
  await page.getByRole('button', { name: '2 不知道' }).click()
  await page.getByRole('button', { name: '存这一份' }).click()
  await expect(page.getByText('这一版已经封卷')).toBeVisible()
})
