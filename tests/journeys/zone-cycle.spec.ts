// The rotation of zones: how many rounds there are before anybody is sent, one of them taken over into the teams, and taken back.
import { expect } from '@playwright/test'
import { openTab, signIn, signOut, test } from './product.ts'

test.use({ actionTimeout: 20_000 })

test('zones say how many rounds they have, and one round is adopted and undone', async ({ page, product }) => {
  test.setTimeout(120_000)

  await test.step('S2-23 S2-24 the three zones of Tianjin stand with their 16 districts and why these are alike', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: /天津市.*第四轮/ }).click()
    await openTab(page, '片区轮转')
    await expect(page.getByText('3个片区，16个成员')).toBeVisible()
    for (const [zone, members, alike] of [
      ['市内六区', '6个成员', '老旧小区多'],
      ['环城四区和滨海新区', '5个成员', '集体资产量大'],
      ['新五区', '5个成员', '村庄分散'],
    ] as const) {
      const card = page.getByRole('region', { name: zone, exact: true })
      await expect(card.getByText(alike)).toBeVisible()
      await expect(card.getByText(members)).toBeVisible()
    }
    await expect(page.getByRole('button', { name: '采用第1轮为本轮派出' })).toBeDisabled()
  })

  await test.step('S2-25 with reversals barred the third round is refused in advance, with the limit named', async () => {
    await page.getByRole('combobox', { name: '反向派出' }).click()
    await page.locator('.ant-select-item-option:visible', { hasText: '不许' }).first().click()
    await page.getByLabel('排几轮').fill('3')
    const refusal = page.getByRole('alert').filter({ hasText: '第3轮排不出来，至多2轮' })
    await expect(refusal).toContainText('⌊(n−1)/2⌋')
    await refusal.getByRole('button', { name: '只排2轮' }).click()
    await expect(page.getByRole('table', { name: '排表' }).getByRole('row')).toHaveCount(18)
    await signOut(page)
  })

  await test.step('a rotation round takes the second round over as half-teams, and takes it back', async () => {
    await signIn(page, product, 'wuxi.office')
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: '无锡市委提级交叉巡察' }).click()
    await openTab(page, '片区轮转')
    await page.getByRole('button', { name: '第2轮进驻' }).click()
    await page.getByText('半建制', { exact: true }).click()
    await page.getByRole('button', { name: '采用第2轮为本轮派出' }).click()
    await expect(page.getByText('钱汝霖已采用第2轮（半建制）')).toBeVisible()
    await page.getByRole('button', { name: '撤销采用' }).click()
    await expect(page.getByText('钱汝霖已撤销采用第2轮')).toBeVisible()
    await expect(page.getByRole('button', { name: '撤销采用' })).toBeHidden()
  })

  await test.step('each pattern says what it means; a paired one says that the mode changes, and taking it back restores the mode', async () => {
    await page.getByText('提级', { exact: true }).click()
    await expect(page.getByText('组长由上一级选派')).toBeVisible()
    await page.getByText('帮扶', { exact: true }).click()
    await expect(page.getByText('本轮方式由“推磨”改为帮扶混编')).toBeVisible()
    await page.getByRole('button', { name: '采用第2轮为本轮派出' }).click()
    await expect(page.getByText('钱汝霖已采用第2轮（帮扶）')).toBeVisible()
    await expect(page.getByText('本轮方式由“推磨”改为帮扶混编')).toBeHidden()
    await page.getByRole('button', { name: '撤销采用' }).click()
    await expect(page.getByText('本轮方式由“推磨”改为帮扶混编')).toBeVisible()
  })
})
