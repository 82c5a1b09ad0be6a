// What a team finds rests on records from above and reports from below; the office reads both and writes neither.
import { expect } from '@playwright/test'
import { openDesk } from './desk-of-round.ts'
import { openTab, signIn, signOut, test } from './product.ts'

test('S4-50 a member writes a finding, rests it on a record and a report by its number, takes one back, and the office sees both', async ({
  page,
  product,
}) => {
  test.setTimeout(90_000)
  const desk = await openDesk(product, 'wenti01')
  const villager = await desk.villager()
  await villager.send('鱼塘承包费三年没有公布。')
  await signIn(page, product, 'tianjin.inspector')
  await test.step('his desk leads to the round, and the page says what will be here', async () => {
    await page.getByRole('link', { name: '问题', exact: true }).click()
    await expect(page.getByText('还没有记录问题')).toBeVisible()
  })

  await test.step('a finding begins without a source and says so', async () => {
    await page.getByRole('button', { name: '记录问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('问题').fill('鱼')
    await dialog.getByRole('button', { name: /记\s*录/ }).click()
    await expect(dialog.getByText('请填写').first()).toBeVisible()
    await dialog.getByLabel('问题').fill('鱼塘承包费未入账')
    if ((await dialog.getByText('请填写').count()) > 0) await chooseFirst()
    await dialog.getByRole('button', { name: /记\s*录/ }).click()
    await expect(dialog).toBeHidden()
    await expect(row()).toContainText('尚无材料印证')
  })

  await test.step('a record and a report make it two-sided; a number that is not there is refused by name', async () => {
    await row().getByRole('button', { name: '加依据' }).click()
    await page.getByRole('dialog').getByLabel('材料名称和位置').fill('2023年收支账簿第14页')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /加\s*入/ })
      .click()
    await expect(row()).toContainText('材料1份，群众反映0件')
    await row().getByRole('button', { name: '加依据' }).click()
    const dialog = page.getByRole('dialog')
    await pick('依据种类', '群众反映')
    await pick('收件点', 'wenti01')
    await dialog.getByLabel('来件编号').fill('99')
    await dialog.getByRole('button', { name: /加\s*入/ }).click()
    await expect(dialog.getByText('本轮收件点没有这个编号的来件')).toBeVisible()
    await dialog.getByLabel('来件编号').fill('1')
    await dialog.getByRole('button', { name: /加\s*入/ }).click()
    await expect(row()).toContainText('材料1份，群众反映1件')
  })

  await test.step('a source that is taken back stays with its reason and counts no more', async () => {
    await page.getByRole('button', { name: '撤回“2023年收支账簿第14页”' }).click()
    await page.getByLabel('理由').fill('页码有误')
    await page.getByRole('dialog').getByRole('button').last().click()
    await expect(row()).toContainText('材料0份，群众反映1件')
    await expect(row()).toContainText('已撤回：页码有误')
    await signOut(page)
  })

  await test.step('the office reads it and has no button to write', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.goto(`/rounds/${desk.round}`)
    await openTab(page, '问题')
    await expect(row()).toContainText('材料0份，群众反映1件')
    await expect(page.getByRole('button', { name: '记录问题' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: '加依据' })).toHaveCount(0)
  })
  await desk.close()

  function row() {
    return page.getByRole('row', { name: /鱼塘承包费未入账/ })
  }

  async function pick(label: string, answer: string): Promise<void> {
    await page.getByRole('dialog').getByLabel(label).click()
    await page.locator('.ant-select-item-option:visible', { hasText: answer }).click()
  }

  /** Where the team is ordered to several places, one must be chosen. */
  async function chooseFirst(): Promise<void> {
    await page.getByRole('dialog').getByLabel('被巡察党组织').click()
    await page.locator('.ant-select-item-option:visible').first().click()
  }
})
