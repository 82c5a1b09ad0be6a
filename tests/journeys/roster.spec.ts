// Who answers for what: the office names a liaison and writes to him, he acknowledges, and the duty matrix is adopted.
import { expect } from '@playwright/test'
import { choose, signIn, signOut, test } from './product.ts'

test('an office names a liaison, writes to him, sees him acknowledge, and adopts its duty matrix', async ({ page, product }) => {
  await test.step('the roster begins empty and takes a liaison with an account', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.getByRole('link', { name: '责任名册' }).click()
    await expect(page.getByText('名册是空的')).toBeVisible()
    await page.getByRole('button', { name: '指定责任人' }).click()
    const dialog = page.getByRole('dialog')
    await choose(page, '负责的地方', '津南', '津南区')
    await dialog.getByLabel('姓名').fill('联小满')
    await dialog.getByLabel('电话').fill('022-2345 6789')
    await dialog.getByLabel('登录名').fill('tianjin.liaison')
    await dialog.getByRole('button', { name: /指\s*定/ }).click()
    await expect(page.getByRole('row', { name: /联络员 津南区 联小满/ })).toContainText('有')
    await expect(page.getByText('未指定组长，报告和方案无人最后批准')).toBeVisible()
  })

  await test.step('a message waits for his acknowledgement', async () => {
    await page.getByRole('link', { name: '联络通知' }).click()
    await page.getByRole('button', { name: '通知联络员' }).click()
    await page.getByLabel('内容').fill('请于周三前确认进驻会场。')
    await page.getByRole('button', { name: /发\s*出/ }).click()
    await expect(page.getByText('已签收0／1')).toBeVisible()
    await expect(page.getByRole('row', { name: /津南区 联小满/ })).toContainText('待签收')
  })

  await test.step('the duty matrix is a proposal until it is adopted with a reason', async () => {
    await page.getByRole('link', { name: '职责分工表' }).click()
    await expect(page.getByText('建议稿，尚未采用')).toBeVisible()
    await page.getByRole('button', { name: /采\s*用/ }).click()
    await page.getByLabel('理由').fill('领导小组会议审定')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /采\s*用/ })
      .click()
    await expect(page.getByText(/第1版，/)).toBeVisible()
    await signOut(page)
  })

  await test.step('the liaison acknowledges once, with a reply', async () => {
    await signIn(page, product, 'tianjin.liaison')
    await expect(page.getByText('津南区联络员')).toBeVisible()
    await page.getByRole('link', { name: '行程与调阅' }).click()
    await page.getByRole('button', { name: /签\s*收/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('回复').fill('已订好')
    await dialog.getByRole('button', { name: /签\s*收/ }).click()
    await expect(page.getByText(/^已于.+签收/)).toBeVisible()
    await signOut(page)
  })

  await test.step('the office sees who acknowledged and what he says', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.getByRole('link', { name: '联络通知' }).click()
    await expect(page.getByText('已签收1／1')).toBeVisible()
    await expect(page.getByRole('row', { name: /津南区 联小满/ })).toContainText('已订好')
  })
})
