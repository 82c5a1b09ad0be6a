// A sealed report on the inspector's own device: from the key in its file to the answer that the receipt finds, and forgotten at the lock.
import { expect, type Page } from '@playwright/test'
import { openDesk, PASSPHRASE } from './desk-of-round.ts'
import { openTab, signIn, signOut, test } from './product.ts'

const CAMPAIGN = '村里鱼塘承包费三年没有公布，村民问了几次都说在镇里，请查一查钱去了哪里。'
const TEXT = '2024年5月，村主任王大发在东河村多收了我家拆迁补偿两千元，有收据。我的电话13800000000。'

/** Everything that the page says to the server, to be searched for what must not be in it. */
function listen(page: Page): () => string {
  const said: string[] = []
  page.on('request', (request) => said.push(request.url(), request.postData() ?? ''))
  return () => said.join('\n')
}

test('an inspector opens sealed reports with his key, answers and decides them, and all is forgotten when the screen locks', async ({
  page,
  product,
}) => {
  test.setTimeout(180_000)
  // Of several desks of the round the page opens the first by its code; other walks may have opened one there.
  const desk = await openDesk(product, 'caiyuan1')
  const [first, second, third] = [await desk.villager(), await desk.villager(), await desk.villager()]
  const about = await first.send(TEXT, { named: desk.sealedName(first, '赵小满', '13900000001') }, onePixel())
  const [card = ''] = await desk.cards('东河村')
  await second.send(CAMPAIGN, { card })
  await third.send(`${CAMPAIGN}我们都很着急！`, { card: card.toUpperCase() })
  await first.send('补充：收据照片已拍。', { seq: 2, prev: about })
  const sent = listen(page)

  await test.step('the list says how many and when, and not a word', async () => {
    await signIn(page, product, 'tianjin.inspector')
    await page.goto(`/rounds/${desk.round}/inbox`)
    await expect(page.getByRole('heading', { name: '收件箱' })).toBeVisible()
    await expect(page.getByText('受理0件／共3件')).toBeVisible()
    await expect(page.getByRole('row', { name: /第4号.*续第1号/ })).toBeVisible()
    await expect(page.getByRole('button', { name: '打开 第1号' })).toBeDisabled()
  })

  await test.step('the key file asks for its passphrase, and another one opens nothing', async () => {
    await page.getByLabel('钥匙文件').setInputFiles([desk.files.team, desk.files.reply])
    await page.getByLabel('钥匙口令').fill('不是这个')
    await page.getByRole('button', { name: '放入钥匙' }).click()
    await expect(page.getByRole('alert')).toContainText('口令不对')
    await page.getByLabel('钥匙口令').fill(PASSPHRASE)
    await page.getByRole('button', { name: '放入钥匙' }).click()
    await expect(page.getByText('钥匙在本页内存中')).toBeVisible()
  })

  await test.step('a report opens with its photo, its messages and, for a reason that stays, its name', async () => {
    for (const number of [4, 1]) await page.getByRole('button', { name: `打开 第${number}号` }).click()
    await expect(page.getByText('多收了我家拆迁补偿两千元')).toBeVisible()
    await expect(page.getByText('具体程度 5／5')).toBeVisible()
    await expect(page.getByText(/拆迁补偿（资金）/)).toBeVisible()
    await expect(page.getByText('同一人的来件')).toContainText('第4号')
    await page.getByRole('button', { name: '打开照片1' }).click()
    await expect(page.getByRole('img', { name: '照片1' })).toBeVisible()
    await page.getByRole('button', { name: '启封姓名' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('回访核实')
    await dialog.getByLabel('姓名钥文件').setInputFiles(desk.files.custodian)
    await dialog.getByRole('button', { name: '放入钥匙' }).click()
    await expect(page.getByText('赵小满，13900000001')).toBeVisible()
  })

  await test.step('it is accepted with a number, and the answer reaches the receipt', async () => {
    await page.getByRole('button', { name: '作出决定' }).click()
    await page.getByLabel('理由').fill('属于巡察受理范围')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /受\s*理/ })
      .last()
      .click()
    await expect(page.getByText('受理1件／共3件')).toBeVisible()
    await page.getByRole('textbox', { name: '答复反映人' }).fill('已受理，两周内回复。')
    await page.getByRole('button', { name: '密封并寄出' }).click()
    await expect(page.getByText('已寄出，第1次答复')).toBeVisible()
    const read = await first.replies()
    expect(read.fault).toBeNull()
    expect(read.replies).toMatchObject([{ text: '已受理，两周内回复。', about }])
    expect(read.replies[0]?.accepted).toMatch(/^受理〔\d+〕1号$/)
  })

  await test.step('what goes on is blacked out, and the log has its line before', async () => {
    await page.getByRole('button', { name: '移交节录' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.locator('.refer-preview')).not.toContainText(/王大发|13800000000|东河村/)
    await expect(dialog.locator('.refer-preview')).toContainText('多收了我家拆迁补偿两千元')
    await dialog.getByRole('radio', { name: '有关部门' }).check()
    await dialog.getByLabel('部门名称').fill('县住房和城乡建设局')
    await dialog.getByLabel('理由').fill('行业问题')
    await dialog.getByRole('checkbox', { name: /已通读/ }).check()
    await dialog.getByRole('button', { name: '登记并移交' }).click()
    await expect(dialog.getByRole('status')).toContainText('县住房和城乡建设局')
    await dialog.getByRole('button', { name: 'Close' }).or(dialog.locator('.ant-modal-close')).first().click()
    await page.getByText('办理记录', { exact: true }).click()
    await expect(page.getByRole('row', { name: /移交节录 第1号 县住房和城乡建设局/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /启封姓名 第1号/ })).toBeVisible()
  })

  await test.step('what repeats is one card, and small villages are hidden', async () => {
    await page.getByText('来件', { exact: true }).first().click()
    // Opened in whatever order: the one that came first is the household's.
    await page.getByRole('button', { name: '打开 第3号' }).click()
    await expect(page.getByText('有效，这户第一次反映（东河村印的卡）')).toBeVisible()
    await page.getByRole('button', { name: '打开 第2号' }).click()
    await expect(page.getByText('有效，这户第一次反映（东河村印的卡）')).toBeVisible()
    await page.getByRole('button', { name: '查看 第3号' }).click()
    await expect(page.getByText('这户先前反映过（东河村印的卡），见')).toContainText('第2号')
    await page.getByText('归类', { exact: true }).first().click()
    await page.getByRole('button', { name: '1件相似' }).click()
    await expect(page.getByText('与上件相同100 %')).toBeVisible()
    await expect(page.getByRole('region', { name: '各村件数' })).toContainText('少于5件不显示')
    // Visits, reports, new households, named.
    await expect(page.getByRole('region', { name: '群众信任（按周）' }).getByRole('row').last()).toContainText(
      /0\s*3\s*1\s*1\s*33 %/,
    )
  })

  await test.step('nothing of it went to the server or stays in the browser, and the lock forgets it', async () => {
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])')
    for (const word of [
      card,
      card.toUpperCase(),
      '鱼塘',
      '王大发',
      '赵小满',
      '13800000000',
      'AGE-SECRET-KEY',
      encodeURIComponent('鱼塘'),
    ])
      expect([word, (kept + sent()).includes(word)]).toEqual([word, false])
    await page.getByRole('button', { name: '锁屏' }).click()
    await page.getByLabel('口令').fill(product.passphrase)
    await page.getByRole('button', { name: '解锁' }).click()
    await expect(page.getByText('先放入本组的钥匙')).toBeVisible()
    await expect(page.getByText('鱼塘')).toHaveCount(0)
  })

  await test.step('without an order there is no desk; the office sees figures and the book', async () => {
    await desk.revokeOrders()
    await page.reload()
    await expect(page.getByText(/没有找到|没有开收件点|没有办理此事的授权/).first()).toBeVisible()
    await signOut(page)
    await signIn(page, product, 'tianjin.office')
    await openInbox(page, desk.round)
    await expect(page.getByText('受理1件／共3件')).toBeVisible()
    await expect(page.getByText('巡察办只看数字和决定')).toBeVisible()
    await expect(page.getByRole('row', { name: /受理〔\d+〕1号 第1号/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /打开/ })).toHaveCount(0)
  })
  await desk.close()
})

test('ten minutes without a touch forget the key and what it opened', async ({ page, product }) => {
  const desk = await openDesk(product, 'idledesk')
  await (await desk.villager()).send(TEXT)
  await page.clock.install()
  await signIn(page, product, 'tianjin.inspector')
  await page.goto(`/rounds/${desk.round}/inbox`)
  await chooseDesk(page, 'idledesk')
  await page.getByLabel('钥匙文件').setInputFiles(desk.files.team)
  await page.getByLabel('钥匙口令').fill(PASSPHRASE)
  await page.getByRole('button', { name: '放入钥匙' }).click()
  await page.getByRole('button', { name: '打开 第1号' }).click()
  await expect(page.getByText('多收了我家拆迁补偿两千元')).toBeVisible()
  // Work in another window keeps the session open; this one has not been touched all the same.
  for (const minutes of ['05:00', '05:06']) {
    await page.clock.runFor(minutes)
    await page.evaluate<void>(`localStorage.setItem('shengmian.active', String(Date.now()))`)
  }
  await expect(page.getByText('先放入本组的钥匙')).toBeVisible()
  await expect(page.getByText('多收了我家拆迁补偿两千元')).toHaveCount(0)
  await desk.close()
})

async function openInbox(page: Page, round: string): Promise<void> {
  await page.goto(`/rounds/${round}`)
  await openTab(page, '收件箱')
}

async function chooseDesk(page: Page, code: string): Promise<void> {
  const choice = page.getByRole('combobox', { name: '收件点' })
  await expect(page.getByText(/件／共/)).toBeVisible()
  if (!(await choice.isVisible())) return
  await choice.click()
  await page.locator('.ant-select-item-option', { hasText: code }).click()
}

/** A photo as small as one can be. */
function onePixel(): Uint8Array {
  return new Uint8Array(
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  )
}
