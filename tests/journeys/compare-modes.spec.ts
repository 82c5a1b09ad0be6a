// Choosing a mode: the office has the modes compared, the leading group reads them, and one is taken over and put back.
import { expect } from '@playwright/test'
import { signIn, signOut, test } from './product.ts'

test.use({ actionTimeout: 20_000 })

test('the modes of a round stand side by side, and one is taken over with a reason and put back', async ({ page, product }) => {
  test.setTimeout(180_000)

  await test.step('the office has the modes of its draft compared, with rates', async () => {
    await signIn(page, product, 'wuxi.office')
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: '无锡市委提级交叉巡察' }).click()
    await page.getByRole('navigation', { name: '本轮页面' }).getByRole('link', { name: '方式比选' }).click()
    await page.getByRole('button', { name: '开始比选' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('每人每公里').fill('0.5')
    await dialog.getByRole('button', { name: '开始比选' }).click()
    await expect(dialog).toContainText('三项没有填全')
    await dialog.getByLabel('每人在外每天').fill('180')
    await dialog.getByLabel('标准出处').fill('差旅费管理办法')
    await dialog.getByRole('button', { name: '开始比选' }).click()
    await expect(page.getByRole('status')).toContainText(/正在|排队/)
    const table = page.getByRole('table', { name: '方式比选表' })
    await expect(table).toBeVisible({ timeout: 120_000 })
    await expect(table.getByRole('columnheader')).toHaveText(
      ['指标', /本地/, /轮换/, /统配/, /提级/, /帮扶/, /分散/, '熟人关系', '回避', '路程与费用', '保密与持续'],
      { useInnerText: true },
    )
    await expect(table.getByRole('columnheader', { name: /本地/ })).toContainText('只供对照')
    await expect(table.getByRole('row', { name: /组织方承担的费用/ })).toBeVisible()
    await expect(page.getByText('编不成的原因').first()).toBeVisible()
  })

  await test.step('a mode is taken over with a reason, and put back', async () => {
    await page.getByRole('columnheader', { name: /统配/ }).getByRole('button', { name: '采用' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('领导小组第5次会议决定')
    await dialog.getByRole('button', { name: '采用', exact: true }).click()
    await expect(page.getByText('采用了统配：领导小组第5次会议决定')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: /统配/ })).toContainText('已采用')
    await page.getByRole('button', { name: '撤销采用' }).click()
    await expect(page.getByText('撤销了采用统配')).toBeVisible()
    await signOut(page)
  })

  await test.step('the leading group reads the same table, and has nothing to press', async () => {
    await signIn(page, product, 'wuxi.leading')
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: '无锡市委提级交叉巡察' }).click()
    await page.getByRole('navigation', { name: '本轮页面' }).getByRole('link', { name: '方式比选' }).click()
    const table = page.getByRole('table', { name: '方式比选表' })
    await expect(table.getByRole('row', { name: /最大熟人暴露/ })).toContainText('已证最小')
    await expect(table.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /比选/ })).toHaveCount(0)
    await signOut(page)
  })
})
