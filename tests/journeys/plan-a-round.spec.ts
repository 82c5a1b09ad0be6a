// The main job from nothing to approved orders: places, people and a mode go in; numbered orders with a window come out.
import { expect, type Locator, type Page } from '@playwright/test'
import { choose, openTab, signIn, signOut, test } from './product.ts'

const round = '江陵县赴弥市镇交叉巡察（2027年）'
const sections = ['统一谋划部署', '统一调配力量', '统一组织培训', '统筹监督对象', '统筹组织实施', '统筹总结评价']

// A control that never comes fails here by name, long before the whole test does.
test.use({ actionTimeout: 20_000 })

test('a round is planned from nothing to approved orders', async ({ page, product }) => {
  test.setTimeout(300_000)
  const faults = listen(page)

  await test.step('the office signs in and takes a village into the plan of the year', async () => {
    await signIn(page, product, 'jingzhou.office')
    await page.getByRole('link', { name: '五年规划' }).click()
    await page.getByRole('link', { name: /巡察工作规划/ }).click()
    await page.getByText('从未巡察', { exact: true }).click()
    await page
      .getByRole('button', { name: /^列入\d+年 / })
      .first()
      .click()
    await page.getByRole('button', { name: '保存年度计划' }).click()
    await expect(page.getByText(/年计划已保存，共\d+个/)).toBeVisible()
  })

  await test.step('it sets up a round with its three bodies, mode and dates', async () => {
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('button', { name: '新建轮次' }).click()
    await page.getByRole('radio', { name: /“推磨”/ }).check()
    await expect(page.getByRole('checkbox', { name: '跨市州帮扶' })).toBeDisabled()
    await expect(page.getByText(/“推磨”是整建制派出/)).toBeVisible()
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByText('未写名称，轮次无法建立')).toBeVisible()
    await page.getByLabel('轮次名称').fill(round)
    await choose(page, '派出地', '江陵', /江陵县/)
    await choose(page, '被巡地', '荆州区', /荆州区/)
    await page.getByLabel('进驻日期').fill('2027-03-01')
    await page.getByLabel('进驻日期').press('Enter')
    await page.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('it picks a town with all its villages from the tree', async () => {
    await expect(page.getByRole('heading', { name: '选定被巡察党组织' })).toBeVisible()
    await page.getByRole('checkbox', { name: '弥市镇', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: '合计 已选25个' })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '乡镇街道1，村（社区）24' })).toBeVisible()
    await page.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('it adds a team with its seats and everybody of the talent pool', async () => {
    await expect(page.getByRole('heading', { name: '抽调范围' })).toBeVisible()
    await expect(page.getByText('还没有组，无从派遣')).toBeVisible()
    await page.getByRole('button', { name: '成批加组' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('组名').fill('江陵第{n}组')
    await choose(page, '派出地', '江陵', /江陵县/)
    await choose(page, '被巡地', '荆州区', /荆州区/)
    await dialog.getByRole('button', { name: '加入' }).click()
    await expect(page.getByText('合计 1组 7席')).toBeVisible()
    await page.getByText(/^抽调人员/).click()
    await page.getByRole('button', { name: '全部加入' }).click()
    await expect(page.getByText(/^本轮抽调\d+人$/)).not.toHaveText('本轮抽调0人')
    await page.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('it sees what clashes before anybody is asked, with the facts', async () => {
    await expect(page.getByRole('heading', { name: '回避规则与事先冲突' })).toBeVisible()
    const clashes = page.getByRole('region', { name: '事先冲突：通知任何人之前先看' })
    await expect(clashes.getByText(/^禁止[1-9]\d*对$/)).toBeVisible()
    await clashes.getByRole('button', { name: '看依据' }).first().click()
    await expect(
      clashes.getByText(/^(工作地|籍贯与成长地|任职|亲属|其他关系|重复巡察) (禁止|未核|弱关系)$/).first(),
    ).toBeVisible()
    await page.getByLabel('每组骨干至少').fill('1')
    await page.getByRole('button', { name: '保存规则' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('it writes the six sections, has a plan proposed and takes it', async () => {
    await expect(page.getByRole('heading', { name: '核对、派遣、提交' })).toBeVisible()
    await expect(page.getByRole('button', { name: '提交审批' })).toBeDisabled()
    for (const [at, section] of sections.entries()) {
      await page.getByRole('textbox', { name: section }).fill(`${section}：按市委部署执行。`)
      await page.getByRole('button', { name: `保存 ${section}` }).click()
      await expect(page.getByText(`已写${at + 1} / 6节`)).toBeVisible()
    }
    await page.getByRole('button', { name: '排派遣方案' }).click()
    const plan = page.getByRole('region', { name: '派遣方案' })
    await expect(plan.getByRole('status').filter({ hasText: '已排出' })).toBeVisible({ timeout: 90_000 })
    await expect(plan.getByText('独立核验通过')).toBeVisible()
    await plan.getByRole('button', { name: '采用此方案' }).click()
    await expect(plan.getByText('已采用，为第1版')).toBeVisible()
    await plan.getByRole('button', { name: '看派遣编组' }).click()
  })

  await test.step('one seat is changed by hand: checked at once, and only with a reason', async () => {
    const board = page.getByRole('grid', { name: /派遣编组/ })
    await expect(board.getByRole('gridcell').filter({ hasText: '地籍任亲系复' })).toHaveCount(7)
    await board.getByRole('gridcell').filter({ hasText: '地籍任亲系复' }).last().click()
    await expect(page.getByRole('heading', { name: '为什么可以去荆州区' })).toBeVisible()
    await page.getByRole('button', { name: '换人' }).click()
    await chooseSomebodyAllowed(page)
    await page.getByRole('button', { name: '确认调整' }).click()
    await expect(page.getByText('未写理由，不能手工调整')).toBeVisible()
    await page.getByLabel('理由').fill('原组员同期另有任务，经商派出单位换人')
    await page.getByRole('button', { name: '确认调整' }).click()
    await expect(page.getByText(/第2版/).first()).toBeVisible()
  })

  await test.step('it submits the round', async () => {
    await openTab(page, '轮次概况')
    await page.getByRole('button', { name: '提交审批' }).click()
    await expect(
      page.getByRole('list', { name: '办理进度' }).getByRole('listitem').filter({ hasText: '待审批' }),
    ).toHaveAttribute('aria-current', 'step')
    await signOut(page)
  })

  await test.step('the leading group finds it on its desk, records its meeting and approves', async () => {
    await signIn(page, product, 'jingzhou.leading')
    await page.getByRole('row').filter({ hasText: round }).getByRole('link', { name: '审批' }).click()
    await page.getByRole('button', { name: '领导小组批准' }).click()
    const asked = page.getByRole('dialog')
    await expect(asked.getByText('批准须依据一次领导小组会议')).toBeVisible()
    await asked.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '记录会议' }).click()
    const meeting = page.getByRole('dialog').filter({ hasText: '会议名称' })
    await meeting.getByLabel('会议名称').fill('市委巡察工作领导小组2026年第5次会议')
    await meeting.getByLabel('参加人').fill('陈望江、刘启航、')
    await meeting.getByLabel('决定').fill('同意本轮方案。')
    await meeting.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('region', { name: '会议' }).getByText('同意本轮方案。')).toBeVisible()
    await page.getByRole('button', { name: '领导小组批准' }).click()
    await page.getByRole('dialog').filter({ hasText: '依据的会议' }).getByRole('button', { name: '领导小组批准' }).click()
    await expect(page.getByRole('button', { name: '印发授权' })).toBeVisible()
  })

  await test.step('it issues numbered orders with a window, and each seat has its certificate', async () => {
    await page.getByRole('button', { name: '印发授权' }).click()
    await page.getByRole('button', { name: '发出授权' }).click()
    const orders = page.getByRole('row').filter({ hasText: /〔\d{4}〕\d+号/ })
    await expect(orders).toHaveCount(7)
    await expect(orders.first()).toContainText('2027年3月1日')
    await expect(orders.first()).toContainText('2027年5月31日')
    const number = /\S*〔\d{4}〕\d+号/.exec(await orders.first().innerText())?.[0] ?? ''
    await orders.first().getByRole('link', { name: '审查表' }).click()
    await expect(page.getByRole('heading', { name: /^回避审查表 / })).toBeVisible()
    await expect(page.getByText(number).first()).toBeVisible()
    await expect(page.getByText('审查结论')).toBeVisible()
  })

  expect(faults).toEqual([])
})

/** Tries the people in the order offered until the engines allow one. */
async function chooseSomebodyAllowed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ hasText: '换成谁' })
  const field = dialog.getByRole('combobox', { name: '换成谁' })
  const allowed = dialog.getByText('可以调整，没有禁止关系')
  const verdict = allowed.or(dialog.getByText('不能调整'))
  for (const name of await offered(page, field)) {
    await choose(page, '换成谁', name.split(' ')[0] ?? name, name)
    await expect(verdict).toBeVisible()
    if (await allowed.isVisible()) return
  }
  throw new Error('Nobody of those offered may take the seat')
}

/** Who is offered. The dialog takes the focus once it has opened, which closes a list opened before: then it is opened again. */
async function offered(page: Page, field: Locator): Promise<string[]> {
  const options = page.locator('.ant-select-item-option:visible')
  let names: string[] = []
  await expect(async () => {
    if (!(await options.first().isVisible())) await field.click()
    await expect(options.first()).toBeVisible({ timeout: 2_000 })
    names = (await options.allInnerTexts()).filter((text) => text !== '')
    expect(names.length).toBeGreaterThan(0)
  }).toPass({ timeout: 20_000 })
  return names
}

/** What the browser complains of: refused styles and scripts, thrown errors. */
function listen(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A refused request is the page's business, which shows it; a refused style or script is a fault of the build.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  return faults
}
