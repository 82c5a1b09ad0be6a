// The calendar of a term: an election entered, every village planned once around it, one moved under a check, taken back, a year adopted.
import { expect } from '@playwright/test'
import { signIn, test } from './product.ts'

test.use({ actionTimeout: 20_000 })

test('a term is planned village by village around an election, moved by hand, taken back, and adopted', async ({
  page,
  product,
}) => {
  test.setTimeout(400_000)
  const option = (text: RegExp) => page.locator('.ant-select-item-option:visible', { hasText: text }).first()

  await test.step('an office sets up a term and enters an election', async () => {
    await signIn(page, product, 'jingzhouqu.office')
    await page.getByRole('link', { name: '五年规划' }).click()
    await page.getByRole('button', { name: '新建规划' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('规划名称').fill('荆州区巡察工作规划')
    await dialog.getByLabel('起始年').fill('2027')
    await dialog.getByLabel('结束年').fill('2031')
    await dialog.getByRole('button', { name: '新建规划' }).click()
    await page.getByRole('link', { name: '荆州区巡察工作规划' }).click()
    await page.getByRole('link', { name: /^排期/ }).click()
    await expect(page.getByText('还没有排期')).toBeVisible()
    await page.getByText('避开期', { exact: true }).click()
    await page.getByRole('button', { name: '登记避开期' }).click()
    for (const [label, day] of [
      ['自', '2027-04-01'],
      ['至', '2027-06-30'],
    ] as const) {
      await dialog.getByLabel(label, { exact: true }).fill(day)
      await dialog.getByLabel(label, { exact: true }).press('Enter')
    }
    await dialog.getByLabel('事由').fill('村（社区）“两委”换届')
    await dialog.getByLabel('依据').fill('区委组织部通知')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('cell', { name: '2027年4月1日—2027年6月30日' })).toBeVisible()
  })

  await test.step('S4-02 S4-16 S4-17 every village has its period within five years, and none lies in the election', async () => {
    await page.getByText('排期表', { exact: true }).click()
    await page.getByRole('button', { name: '开始排期' }).click()
    await expect(page.getByText(/正在排期|排队中/)).toBeVisible()
    await expect(page.getByText('已独立复核')).toBeVisible({ timeout: 100_000 })
    await expect(page.getByText('应巡160个，已排160个，已巡0个')).toBeVisible()
    await expect(page.getByRole('button', { name: /弥市镇 2027年4—6月：0个.*避开：村（社区）“两委”换届/ })).toBeVisible()
  })

  await test.step('a move into the election is refused with the fact, another is made and taken back', async () => {
    await page
      .getByRole('button', { name: /弥市镇 20\d\d年.*：[1-9]\d*个/ })
      .first()
      .click()
    const panel = page.getByRole('complementary', { name: '弥市镇' })
    await panel.getByRole('checkbox', { name: /全选 选中/ }).uncheck()
    await panel.getByRole('listitem').first().getByRole('checkbox').check()
    await panel.getByRole('combobox', { name: '移到' }).click()
    await option(/2027年4—6月/).click()
    await expect(panel.getByText('不能移动')).toBeVisible()
    await expect(panel.getByText(/换届/).first()).toBeVisible()
    await panel.getByRole('combobox', { name: '移到' }).click()
    // a period with a village's team-days to spare, and nothing that closes it
    await page
      .locator('.ant-select-item-option:visible:not(.ant-select-item-option-disabled)', { hasText: /余([4-9]|\d\d+)组日\s*$/ })
      .first()
      .click()
    await expect(panel.getByText('可以移动')).toBeVisible()
    await panel.getByRole('button', { name: '移动1个' }).click()
    await expect(page.getByText('已移动1个')).toBeVisible()
    await expect(page.getByText(/第2版.*手工调整/)).toBeVisible()
    await page.getByRole('button', { name: /撤\s*销/ }).click()
    await expect(page.getByText(/第3版.*撤销/)).toBeVisible()
  })

  await test.step('the first year is adopted as the plan of the year', async () => {
    await page.getByText('分年与采用', { exact: true }).click()
    await page.getByRole('button', { name: '采用为2027年计划' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '采用为2027年计划' }).click()
    await expect(page.getByText(/2027年计划已采用排期/)).toBeVisible()
    await expect(page.getByRole('row', { name: /^2027 .*与年度计划一致/ })).toBeVisible()
  })

  await test.step('the office asks for look-backs by the level above, names one more, and the calendar has them all', async () => {
    await page.getByText('排期表', { exact: true }).click()
    await page.getByRole('button', { name: '排期设置' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /安排回头看/ }).check()
    for (const name of ['后进', '一般', '典型', '未分类']) await dialog.getByRole('checkbox', { name, exact: true }).check()
    await dialog.getByLabel('比例（％）').fill('30')
    await dialog.getByRole('button', { name: '保存设置' }).click()
    await expect(page.getByText('排期之后情况有变，请重新排期')).toBeVisible()
    await page.getByRole('button', { name: '重新排期' }).click()
    await expect(page.getByText('回头看48个，已排48个')).toBeVisible({ timeout: 100_000 })
    await page.getByRole('button', { name: '弥市镇', exact: true }).click()
    const panel = page.getByRole('complementary', { name: '弥市镇' })
    await expect(panel.getByText(/回头看20\d\d年/).first()).toBeVisible()
    await panel.getByRole('checkbox', { name: /全选 选中/ }).uncheck()
    await panel.getByRole('listitem').filter({ hasNotText: '回头看' }).first().getByRole('checkbox').check()
    await panel.getByRole('button', { name: '指名回头看1个' }).click()
    await expect(page.getByText('已指名1个，请重新排期')).toBeVisible()
    await page.getByRole('button', { name: '重新排期' }).click()
    await expect(page.getByText('回头看49个，已排49个')).toBeVisible({ timeout: 100_000 })
    await expect(page.getByRole('row', { name: /^回头看（个）.*49\/49/ })).toBeVisible()
  })

  await test.step('a look-back is moved and pinned by hand: too early is refused with the rule, another period is taken with a reason', async () => {
    await page.getByRole('button', { name: '排期设置' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('最迟隔').fill('3')
    await dialog.getByRole('button', { name: '保存设置' }).click()
    await expect(dialog.getByText('最迟不能早于“至少隔”')).toBeVisible()
    await dialog.getByLabel('最迟隔').fill('12')
    await dialog.getByLabel('上一级每时段可用组日').fill('40')
    await dialog.getByRole('button', { name: '保存设置' }).click()
    await expect(page.getByText('设置已保存')).toBeVisible()
    await page.getByRole('button', { name: '重新排期' }).click()
    await expect(page.getByText('排期之后情况有变')).toBeHidden({ timeout: 100_000 })
    await expect(page.getByText('已独立复核')).toBeVisible()
    const cell = page.getByRole('button', { name: /^弥市镇 20(27|28|29)年.*回头看[1-9]\d*个/ }).first()
    await cell.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '弥市镇' })
    const again = panel.getByRole('listitem').filter({ hasText: '首巡' }).first()
    await expect(again).toBeVisible()
    for (const box of await panel.getByRole('checkbox', { name: /全选/ }).all()) await box.uncheck()
    await again.getByRole('checkbox').check()
    await panel.getByRole('combobox', { name: '移到' }).click()
    await option(/太早/).click()
    await expect(panel.getByText('不能移动')).toBeVisible()
    await expect(panel.getByText(/的回头看应在巡察后4个时段，(实为|却在巡察之前)/)).toBeVisible()
    await expect(panel.getByRole('button', { name: '移动1个' })).toBeDisabled()
    await panel.getByRole('combobox', { name: '移到' }).click()
    await page
      .locator('.ant-select-item-option:visible:not(.ant-select-item-option-disabled)', { hasText: /余\d\d+组日\s*$/ })
      .first()
      .click()
    await expect(panel.getByText('可以移动')).toBeVisible()
    await panel.getByLabel('理由').fill('与区委督查同期')
    await panel.getByRole('button', { name: '移动1个' }).click()
    await expect(page.getByText('已移动1个')).toBeVisible()
    await expect(page.getByText(/手工调整（与区委督查同期）/)).toBeVisible()
    await page.getByRole('button', { name: '弥市镇', exact: true }).click()
    await expect(panel.getByRole('listitem').filter({ hasText: '首巡' }).filter({ hasText: '指定' })).toHaveCount(1)
    await page.getByText('分年与采用', { exact: true }).click()
    await page.getByRole('button', { name: '采用为2029年计划' }).click()
    await expect(page.getByRole('dialog').getByText(/另有回头看\d+个一并列入/)).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '采用为2029年计划' }).click()
    await expect(page.getByRole('row', { name: /^2029 .*与年度计划一致/ })).toBeVisible()
  })
})
