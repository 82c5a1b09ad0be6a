// A report that can be put right at once: classified, checked, ordered, answered by the unit's liaison, verified, and told to the reporter.
import { expect } from '@playwright/test'
import { dayIn } from './days.ts'
import { openDesk, PASSPHRASE } from './desk-of-round.ts'
import { openTab, signIn, signOut, test } from './product.ts'

test('S2-75 a report about school cards becomes an order that the liaison answers without learning of it, and the receipt reads the end', async ({
  page,
  product,
}) => {
  test.setTimeout(150_000)
  const desk = await openDesk(product, 'ligai01')
  await desk.nameLiaison('tianjin.liaison')
  const villager = await desk.villager()
  await villager.send('学校突然把食堂用的一卡通换成另一家的，要家长重新交押金。')
  const dialog = page.getByRole('dialog')
  const part = page.getByRole('region', { name: '立行立改' })

  const openReport = async () => {
    await signIn(page, product, 'tianjin.inspector')
    await page.goto(`/rounds/${desk.round}/inbox`)
    await expect(page.getByText('先放入本组的钥匙')).toBeVisible()
    const choice = page.getByRole('combobox', { name: '收件点' })
    if ((await choice.count()) > 0) {
      await choice.click()
      await page.locator('.ant-select-item-option:visible', { hasText: 'ligai01' }).click()
    }
    await page.getByLabel('钥匙文件').setInputFiles([desk.files.team, desk.files.reply])
    await page.getByLabel('钥匙口令').fill(PASSPHRASE)
    await page.getByRole('button', { name: '放入钥匙' }).click()
    await page.getByRole('button', { name: '打开 第1号' }).click()
    await expect(part).toBeVisible()
  }

  await test.step('each step is written down under a name before the next can be taken', async () => {
    await openReport()
    await part.getByRole('button', { name: '归类' }).click()
    await expect(dialog.getByLabel('类别')).toHaveValue('学校收费')
    await dialog
      .getByRole('button', { name: /归\s*类/ })
      .last()
      .click()
    await expect(part.getByText(/学校收费（民生）/)).toBeVisible()
    await part.getByRole('button', { name: '记录核实' }).click()
    await dialog.getByLabel('怎样核实的').fill('查看收费票据属实')
    await dialog.getByRole('button', { name: /^属\s*实$/ }).click()
    await part.getByRole('button', { name: '立行立改' }).click()
    await dialog.getByLabel('要改什么').fill('停用新卡，退还重复收取的押金')
    await dialog.getByLabel('期限').fill(dayIn(5))
    await dialog.getByLabel('期限').press('Enter')
    await dialog
      .getByRole('button', { name: /下\s*达/ })
      .last()
      .click()
    await expect(part.getByText('待单位答复')).toBeVisible()
    const line = page.getByRole('list', { name: '办理进度' })
    await expect(line.getByRole('listitem')).toHaveCount(8)
    await expect(line.getByRole('listitem').filter({ hasText: '单位答复' })).toHaveAttribute('aria-current', 'step')
    await signOut(page)
  })

  await test.step('the liaison has the order on his desk and answers it; nothing says where it came from', async () => {
    await signIn(page, product, 'tianjin.liaison')
    await page.getByRole('link', { name: '行程与调阅' }).click()
    await expect(part.getByText('停用新卡，退还重复收取的押金')).toBeVisible()
    for (const word of ['来件', 'ligai01', '学校收费', '核实', '反映']) await expect(part).not.toContainText(word)
    await part.getByRole('button', { name: /答\s*复/ }).click()
    await dialog.getByLabel('做了什么').fill('押金全部退还，公示三天')
    await dialog
      .getByRole('button', { name: /答\s*复/ })
      .last()
      .click()
    await expect(part.getByText('待验收')).toBeVisible()
    await expect(part.getByRole('button')).toHaveCount(0)
    await signOut(page)
  })

  await test.step('the team verifies, and puts the result into the answer that the receipt reads', async () => {
    await openReport()
    await part.getByRole('button', { name: /验\s*收/ }).click()
    await dialog.getByLabel('理由').fill('抽查二十户，均已退还')
    await dialog
      .getByRole('button', { name: /验\s*收/ })
      .last()
      .click()
    await expect(part.getByText('已验收')).toBeVisible()
    await part.getByRole('button', { name: '把结果写进答复' }).click()
    await expect(page.getByRole('textbox', { name: '答复反映人' })).toHaveValue(/押金全部退还，公示三天/)
    await page.getByRole('button', { name: '密封并寄出' }).click()
    await expect(page.getByText('已寄出，第1次答复')).toBeVisible()
    const { replies } = await villager.replies()
    expect(replies[0]?.text).toContain('押金全部退还，公示三天')
    await signOut(page)
  })

  await test.step('the office reads all of it among the corrections of the round', async () => {
    await signIn(page, product, 'tianjin.office')
    await page.goto(`/rounds/${desk.round}`)
    await openTab(page, '立行立改')
    await expect(page.getByText('1项，待答复0项，待验收0项，已验收1项')).toBeVisible()
    await expect(part.getByText('来件1号（ligai01）')).toBeVisible()
    await expect(part.getByRole('button')).toHaveCount(0)
  })
  await desk.close()
})
