// Pairing and area cooperation: recorded with who takes part and where, warned of, counted, and taken back.
import { expect } from '@playwright/test'
import { choose, signIn, test } from './product.ts'

test.use({ actionTimeout: 20_000 })

test('S3-21 S3-22 cooperation is recorded with what is to be looked at, counts once, and no longer when it is withdrawn', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000)
  await signIn(page, product, 'jingzhou.office')
  await page.getByRole('link', { name: '结对与片区协作' }).click()
  await expect(page.getByText('这一年没有登记过')).toBeVisible()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const dialog = page.getByRole('dialog')

  await test.step('without people and units it is refused, because nothing could be checked', async () => {
    await dialog.getByText('片区协作', { exact: true }).click()
    await dialog.getByLabel('名称', { exact: true }).fill('弥市镇跨村片区协作')
    for (const label of ['开始', '结束']) {
      await dialog.getByLabel(label, { exact: true }).fill(`${new Date().getFullYear()}-03-02`)
      await dialog.getByLabel(label, { exact: true }).press('Enter')
    }
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(dialog).toContainText('没有参加人员，无法核对回避')
    await expect(dialog).toContainText('没有对象，无法核对回避')
  })

  await test.step('with them it is recorded, and unverified facts are said, never taken for none', async () => {
    await choose(page, '按姓名、单位找人', '严燕锦', '严燕锦')
    await choose(page, '按名称找村、社区、单位', '健康巷', '健康巷社区')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await expect(dialog).toContainText('严燕锦有未核事项，不按“无关系”计')
    await dialog.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByText(/结对帮扶0次，片区协作1次，合计1次/)).toBeVisible()
    await expect(page.getByRole('table', { name: '历年次数' }).getByRole('row').nth(1)).toContainText('1')
  })

  await test.step('withdrawn with a reason it stays in sight and does not count', async () => {
    await page.getByRole('button', { name: '撤回 弥市镇跨村片区协作' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('重复登记')
    await page.getByRole('dialog').locator('.ant-btn-primary').click()
    await expect(page.getByText('已撤回，不计数：重复登记')).toBeVisible()
    await expect(page.getByText(/合计0次/)).toBeVisible()
  })
})
