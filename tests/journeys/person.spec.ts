// One person without a sheet: his own tie, its review by another, his state and his entry.
import { expect } from '@playwright/test'
import { choose, signIn, signOut, test } from './product.ts'

test('a tie is declared by the person himself and judged by his office, which keeps his entry and his state', async ({
  page,
  product,
}) => {
  const dialog = page.getByRole('dialog')
  const tie = page.getByRole('row', { name: /同窗甲/ })
  const fact = (name: string) => page.locator('.facts > div', { hasText: name })

  await test.step('he declares it in his own name, and could take it back', async () => {
    await signIn(page, product, 'tianjin.inspector')
    await page.getByRole('link', { name: '我的关系' }).click()
    await expect(page.getByRole('heading', { name: '人才库中登记的本人情况' })).toBeVisible()
    await expect(page.getByRole('button', { name: /核\s?实/ })).toHaveCount(0)
    await page.getByRole('button', { name: '申报关系' }).click()
    await dialog.getByRole('button', { name: '申报关系' }).click()
    await expect(dialog.getByText('请选择', { exact: true }).first()).toBeVisible()
    await dialog.getByLabel('对方姓名').fill('同窗甲')
    await choose(page, '关系', '同学', /同学/)
    await dialog.getByLabel('说明').fill('身份证 120101199001011230')
    await dialog.getByRole('button', { name: '申报关系' }).click()
    await expect(dialog.locator('.ant-form-item', { hasText: '说明' }).locator('.ant-form-item-explain-error')).toBeVisible()
    await dialog.getByLabel('说明').fill('县党校同班')
    await dialog.getByRole('button', { name: '申报关系' }).click()
    await expect(dialog).toBeHidden()
    await expect(tie).toContainText('本人申报')
    await expect(tie).toContainText('已申报，待核')
    await expect(tie.getByRole('button', { name: /撤\s?回/ })).toBeVisible()
    await signOut(page)
  })

  await test.step('the office finds that it is not so, by name, and it is taken back with a reason', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.getByRole('link', { name: '人才库' }).click()
    await page.getByRole('link', { name: '孙同祥' }).first().click()
    await tie.getByRole('button', { name: /核\s?实/ }).click()
    await dialog.getByText('不属实', { exact: true }).click()
    await dialog.getByLabel('核实人').fill('周敏')
    await dialog.getByLabel('核实情况').fill('同名，并非同班')
    await dialog.getByRole('button', { name: '不属实' }).click()
    await expect(dialog).toBeHidden()
    await expect(tie).toContainText('已否定')
    await expect(tie).toContainText('周敏：同名，并非同班')
    await tie.getByRole('button', { name: /撤\s?回/ }).click()
    await dialog.getByLabel('理由').fill('申报有误')
    await dialog.getByRole('button', { name: /撤\s?回/ }).click()
    await expect(dialog).toBeHidden()
    await expect(tie).toContainText('已撤回')
  })

  await test.step('his state is set with a reason; the same state again is the yearly review', async () => {
    await page.getByRole('button', { name: '变更状态' }).click()
    await dialog.getByRole('button', { name: '变更状态' }).click()
    await expect(dialog).toContainText('至少写两个字')
    await dialog.getByLabel('理由').fill('年度核对，无变化')
    await dialog.getByRole('button', { name: '变更状态' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('在库：年度核对，无变化')).toBeVisible()
    await expect(fact('年度核对')).not.toContainText('未核')
  })

  await test.step('his entry is mended; what is not filled in is said at its field', async () => {
    const rewrite = async (rank: string) => {
      await page.getByRole('button', { name: /编\s?辑/ }).click()
      await dialog.getByLabel('职务职级').fill(rank)
    }
    await rewrite('四级调研员')
    await dialog.getByRole('button', { name: '加一行' }).first().click()
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await expect(dialog).toContainText('地方、起止或事由没有填完')
    await dialog
      .getByRole('button', { name: /删\s?去/ })
      .last()
      .click()
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await expect(dialog).toBeHidden()
    await expect(fact('单位职务')).toContainText('四级调研员')
    await rewrite('副科级')
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await expect(dialog).toBeHidden()
    await expect(fact('单位职务')).toContainText('副科级')
    await signOut(page)
  })
})
