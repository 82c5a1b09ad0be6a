// What was typed and not saved is not lost by a click beside it.
import { expect } from '@playwright/test'
import { openTab, signIn, test } from './product.ts'

test('a page with unsaved changes asks before it is left, by a link or the back button', async ({ page, product }) => {
  await signIn(page, product, 'tianjin.office')
  await page.goto('/rounds')
  await page.getByRole('link', { name: /天津市.*第四轮“统配巡”/ }).click()
  await openTab(page, '问卷')
  await page.getByRole('button', { name: '新建问卷' }).first().click()
  await page.getByRole('dialog').getByPlaceholder('问卷标题').fill('群众问卷')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click()
  await page.getByRole('button', { name: /加\s*题/ }).click()
  await page.getByRole('menuitem', { name: '单选' }).click()
  await expect(page.getByRole('button', { name: '保存草稿' })).toBeEnabled()
  const tab = page.getByRole('navigation', { name: '本轮页面' }).getByRole('link', { name: '轮次概况' })
  const asked = page.getByRole('dialog', { name: '有改动还没有保存' })
  await tab.click()
  await asked.getByRole('button', { name: '留在本页' }).click()
  await expect(page.getByRole('button', { name: '保存草稿' })).toBeEnabled()
  await page.goBack()
  await expect(asked).toBeVisible()
  await asked.getByRole('button', { name: '留在本页' }).click()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await expect(page.getByRole('button', { name: '保存草稿' })).toBeDisabled()
  await tab.click()
  await expect(page.getByRole('list', { name: '办理进度' })).toBeVisible()
})
