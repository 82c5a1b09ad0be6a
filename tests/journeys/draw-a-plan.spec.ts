// A plan drawn by three parties, each in a browser of its own: the office freezes, all commit and open, the ticket lands on the board.
import { expect, type Browser, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { choose, openTab, signIn, test } from './product.ts'

test('a plan is drawn by its parties, and nobody changes it by hand', async ({ page, product, browser }) => {
  test.setTimeout(240_000)
  await signIn(page, product, 'tianjin.office')
  const liaison = await atOwnScreen(browser, product, 'tianjin.liaison')
  const leading = await atOwnScreen(browser, product, 'tianjin.leading')

  await test.step('without a draw the page says what a draw is, and without the inspected side none begins', async () => {
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: /天津/ }).first().click()
    await openTab(page, '抽签')
    await expect(page.getByText('本轮还没有抽签')).toBeVisible()
    await page.getByRole('button', { name: '冻结并开始抽签' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('签数').fill('30')
    await dialog.getByLabel('公开期限').fill('11月25日18时')
    const parties = [
      ['市委巡视办', 'tianjin.office'],
      ['被巡察党组织', 'tianjin.liaison'],
      ['领导小组监督员', 'tianjin.leading'],
    ] as const
    for (const [k, [name, account]] of parties.entries()) {
      await dialog.getByLabel('名义').nth(k).fill(name)
      await dialog.getByRole('combobox', { name: '账号' }).nth(k).fill(account)
      await page.locator('.ant-select-item-option:visible', { hasText: account }).first().click()
    }
    await dialog.getByRole('button', { name: '试算概率' }).click()
    await expect(dialog.getByText(/^试算 30 签：某人派往某对象的最大概率/)).toBeVisible({ timeout: 60_000 })
    await dialog.getByRole('button', { name: '冻结', exact: true }).click()
    await expect(page.getByRole('heading', { name: '第1次抽签' })).toBeVisible({ timeout: 30_000 })
  })

  const screens = [page, liaison, leading]
  await test.step('each party commits at its own screen and keeps its secrets as a file', async () => {
    for (const other of [liaison, leading]) {
      await other.getByRole('link', { name: '抽签席位' }).click()
      await expect(other.getByText('待我方办理')).toBeVisible()
      await other.getByRole('table', { name: '抽签' }).getByRole('link').click()
    }
    for (const screen of screens) {
      const saved = screen.waitForEvent('download')
      await screen.getByRole('button', { name: '保存密数并提交承诺' }).click()
      const text = await readFile(await (await saved).path(), 'utf8')
      expect(text).toMatch(/^\{"first":"[0-9a-f]{64}","second":"[0-9a-f]{64}"\}\n$/)
    }
    await expect(page.getByRole('button', { name: '公开第一密数' })).toBeVisible()
  })

  await test.step('all open, the tickets are solved and their odds are shown before anything is picked', async () => {
    for (const screen of screens) await screen.getByRole('button', { name: '公开第一密数' }).click()
    await page.getByRole('button', { name: '求解签单' }).click()
    const tickets = page.getByRole('region', { name: '签单' })
    await expect(tickets.getByText('某人派往某对象的最大概率')).toBeVisible({ timeout: 90_000 })
    await expect(liaison.getByRole('region', { name: '签单' })).toBeVisible()
    for (const screen of screens) await screen.getByRole('button', { name: '公开第二密数' }).click()
  })

  await test.step('the ticket is picked, its plan is on the board, and a change by hand is refused', async () => {
    await page.getByRole('button', { name: '抽定' }).click()
    await expect(page.getByText(/^第 \d+ 签$/)).toBeVisible()
    await expect(liaison.getByText(/^第 \d+ 签$/)).toBeVisible()
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载全部文件' }).click()
    expect((await file).suggestedFilename()).toMatch(/^draw-.*\.json$/)
  })

  await test.step('who withdraws does so with a reason; where nobody can take over, the page says what to do', async () => {
    await page.getByRole('button', { name: '有人退出' }).click()
    const dialog = page.getByRole('dialog')
    await choose(page, '退出的人', '', /./)
    await dialog.getByRole('button', { name: '办理退出' }).click()
    await expect(dialog.getByText('未写理由，不能办理')).toBeVisible()
    await dialog.getByLabel('理由').fill('病假三个月')
    await dialog.getByRole('button', { name: '办理退出' }).click()
    // this round has a seat for everybody in the pool
    await expect(page.getByText(/^冻结的人员中无人可以接替/)).toBeVisible({ timeout: 60_000 })
  })
  // Their pages would go on asking the server through all later walks.
  for (const other of [liaison, leading]) await other.context().close()
})

async function atOwnScreen(browser: Browser, product: Parameters<typeof signIn>[1], name: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.address,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await signIn(page, product, name)
  return page
}
