// The plan as people work with it: the board by keyboard, the facts behind a seat, a tie declared late and its repair, a seat refused.
import { expect } from '@playwright/test'
import { choose, openTab, signIn, test } from './product.ts'

const round = '江陵县赴荆州区弥市镇交叉巡察'

// A control that never comes fails here by name, long before the whole test does.
test.use({ actionTimeout: 20_000 })

test('a board is read by keyboard, and a tie declared late is repaired with the fewest changes', async ({ page, product }) => {
  test.setTimeout(240_000)
  await signIn(page, product, 'jingzhou.office')
  const seats = page
    .getByRole('grid', { name: /派遣编组/ })
    .getByRole('gridcell')
    .filter({ hasText: '地籍任亲系复' })
  const drawer = page.getByRole('complementary', { name: /./ }).filter({ hasText: '换到别组会怎样' })

  await test.step('without a plan the board says what will be here and leads to it', async () => {
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: round }).click()
    await openTab(page, '派遣编组')
    await expect(page.getByRole('heading', { name: '派遣编组' })).toBeVisible()
    await expect(page.getByText('还没有派遣方案')).toBeVisible()
    await page.getByRole('link', { name: '去编制' }).click()
    await expect(page.getByRole('heading', { name: '轮次设置' }).or(page.getByLabel('轮次名称'))).toBeVisible()
  })

  await test.step('a proposal is looked at before it is taken, verified by the independent check', async () => {
    await page.goto(`${page.url().replace(/\/plan\/.*$/, '')}/plan/check`)
    // the demonstration has asked for one itself; the button to ask stands there only until that is read
    await page.getByRole('button', { name: '先看编组' }).click({ timeout: 90_000 })
    const proposal = page.getByRole('region', { name: '求解器的方案，尚未采用' })
    await expect(proposal.getByText('独立核验通过')).toBeVisible()
    await expect(seats).toHaveCount(9)
    await proposal.getByRole('button', { name: '采用此方案' }).click()
    await expect(page.getByText(/^第1版，1组，9人，25个党组织$/)).toBeVisible()
  })

  await test.step('arrow keys move from seat to seat, Enter opens the facts, Escape closes them', async () => {
    await seats.first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(seats.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(seats.first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(drawer.getByRole('heading', { name: '为什么可以去荆州区' })).toBeVisible()
    await expect(drawer.getByRole('img', { name: /^(工作地|籍贯与成长地|任职|亲属|其他关系|重复巡察)：/ })).toHaveCount(6)
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(seats.first()).toBeFocused()
  })

  const leader = (await seats.first().innerText()).split('\n')[0] ?? ''
  const others = (await seats.allInnerTexts()).slice(1)

  await test.step('a tie is not declared without details; declared, it bars and names the official', async () => {
    await openTab(page, '补报关系')
    await expect(page.getByText('方案做出以后没有补报')).toBeVisible()
    await page.getByRole('button', { name: '补报' }).click()
    const dialog = page.getByRole('dialog')
    await choose(page, '巡察人员', leader, leader)
    await choose(page, '被巡察党组织', '弥市镇', /中共弥市镇委员会/)
    await choose(page, '班子成员', '党委书记', '党委书记')
    await choose(page, '关系', '近姻亲', /近姻亲/)
    await dialog.getByRole('button', { name: '补报' }).click()
    await expect(dialog.getByText('未写说明，不能补报')).toBeVisible()
    await dialog.getByLabel('说明').fill('配偶之兄，任镇党委书记')
    await dialog.getByRole('button', { name: '补报' }).click()
    await expect(page.getByText('1条，1条应回避')).toBeVisible()
    await expect(page.getByText(/^与孟以启：近姻亲$/)).toBeVisible()
    await expect(page.getByText(/不能去中共弥市镇委员会/)).toBeVisible()
  })

  await test.step('the repair says who moves and who does not, and is taken with a reason', async () => {
    const repair = page.getByRole('region', { name: '修复方案' })
    await expect(repair.getByRole('status')).toHaveText(/^改动 \d+ 处，其余席位不动$/, { timeout: 60_000 })
    await expect(repair.getByText(`${leader}退出`)).toBeVisible()
    await repair.getByRole('button', { name: '采用修复' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByRole('button', { name: '采用修复' }).click()
    await expect(asked.getByText('未写理由，不能办理')).toBeVisible()
    await asked.getByLabel('理由').fill('本人补报近姻亲关系')
    await asked.getByRole('button', { name: '采用修复' }).click()
    await expect(repair.getByText('已采用，为第2版')).toBeVisible()
  })

  await test.step('every other seat is as it was', async () => {
    await openTab(page, '派遣编组')
    await expect(page.getByText(/^第2版/)).toBeVisible()
    await expect(seats.first()).not.toContainText(leader)
    const kept = (await seats.allInnerTexts()).slice(1).filter((seat) => others.includes(seat))
    expect(kept.length).toBeGreaterThanOrEqual(others.length - 1)
  })

  await test.step('who was barred is refused the seat, with the tie, and kinship is not for anybody to lift', async () => {
    await seats.first().click()
    await page.getByRole('button', { name: '换人' }).click()
    await choose(page, '换成谁', leader, leader)
    const refusal = page.getByRole('dialog').getByRole('alert')
    await expect(refusal).toContainText('不能调整')
    await expect(refusal).toContainText('中共弥市镇委员会')
    await expect(refusal.getByRole('link', { name: '提请例外' })).toBeHidden()
    await expect(page.getByRole('button', { name: '确认调整' })).toBeHidden()
    await page.getByRole('dialog').locator('.ant-modal-close').click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(drawer).toBeVisible()
  })

  await test.step('both versions stay, with who made them and why', async () => {
    await page.getByRole('link', { name: '各版方案' }).click()
    await expect(page.getByText('2版，旧版不删不改')).toBeVisible()
    await expect(page.getByText('理由：本人补报近姻亲关系')).toBeVisible()
    await page.getByRole('link', { name: '看编组' }).last().click()
    await expect(page.getByText('这是第1版，不是现行方案。')).toBeVisible()
    await expect(seats.first()).toContainText(leader)
  })

  await test.step('the roster lists the ties of each member or counts none', async () => {
    await page.getByRole('link', { name: '成员名单' }).click()
    await expect(page.getByText(/^9人，\d+人与进驻地有关系，\d+人有未核事项$/)).toBeVisible()
    await expect(page.getByRole('heading', { name: '新面孔' })).toBeVisible()
  })
})
