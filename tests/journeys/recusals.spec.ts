// A place is closed to a person: by himself, and lifted by the office that keeps him.
import { expect } from '@playwright/test'
import { choose, signIn, signOut, test } from './product.ts'

test('an inspector closes a place to himself and cannot open it again; the office lifts it with a reason', async ({
  page,
  product,
}) => {
  const dialog = page.getByRole('dialog')
  const row = page.getByRole('row', { name: /弥市镇/ })

  await test.step('he records it, not without saying why', async () => {
    await signIn(page, product, 'tianjin.inspector')
    await page.getByRole('link', { name: '我的回避' }).click()
    await expect(page.getByText('没有登记回避', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '登记回避' }).click()
    await choose(page, '回避的地方', 'mishi', '弥市镇')
    await dialog.getByRole('button', { name: '登记回避' }).click()
    await expect(dialog.getByText('请填写')).toBeVisible()
    await dialog.getByLabel('事由').fill('配偶的父母住在该镇')
    await dialog.getByRole('button', { name: '登记回避' }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('配偶的父母住在该镇')
    await expect(row).toContainText('有效')
    await expect(row).toContainText('，本人')
    await expect(page.getByRole('button', { name: /解\s?除/ })).toHaveCount(0)
    await signOut(page)
  })

  await test.step('the office finds it on his page and lifts it', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.getByRole('link', { name: '人才库' }).click()
    await page.getByRole('link', { name: '孙同祥' }).first().click()
    await row.getByRole('button', { name: /解\s?除/ }).click()
    await dialog.getByLabel('理由').fill('核实为同名，并无亲属')
    await dialog.getByRole('button', { name: '解除回避' }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText(/由.+解除：核实为同名，并无亲属/)
    await expect(row.getByRole('button')).toHaveCount(0)
    await signOut(page)
  })
})
