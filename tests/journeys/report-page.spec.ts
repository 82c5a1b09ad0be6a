// A villager's way: scan, tell, keep the code, send, come back.
import { expect, type Page } from '@playwright/test'
import { test } from './report-desk.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

/** From the first page to the code, which is answered. Returns the 28 digits. */
export async function tell(page: Page, text: string): Promise<string> {
  await page.getByRole('button', { name: '我要反映问题' }).click()
  await page.getByLabel('出了什么事？').fill(text)
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  return noteCode(page)
}

async function noteCode(page: Page): Promise<string> {
  const groups = await page.locator('#face li b').allTextContents()
  const asked = Number(/第(\d)组/.exec((await page.locator('#ask').textContent()) ?? '')?.[1])
  await page.locator('#group').fill(groups[asked - 1] ?? '')
  return groups.join('')
}

test('A villager tells, keeps the code, reads the answer, adds to it and rates it', async ({ page, village }) => {
  const desk = await village.openDesk('first1')
  await page.goto(desk.printed())
  const digits = await tell(page, '村东头那座桥去年塌了，修桥的钱听说拨了八万。')
  await expect(page.locator('#face')).toHaveText('盖住了')
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  await expect(page.locator('#band')).toHaveText('您写的：已寄到，这部手机上没留')
  const [first] = await desk.reports()
  expect(first?.report).toMatchObject({
    text: '村东头那座桥去年塌了，修桥的钱听说拨了八万。',
    poster: 'p7',
    channel: 'page',
    named: null,
  })

  await desk.answer('我们去桥头看了，也查了账。', '受 15 号')
  await page.getByRole('button', { name: '回到第一页' }).first().click()
  await page.getByRole('button', { name: '看答复' }).first().click()
  await page.getByLabel('您的查询码').fill(digits)
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.locator('#band')).toHaveText('核对过：是巡察组写的，一条没少')
  await expect(page.getByText('我们去桥头看了，也查了账。')).toBeVisible()
  await page.getByLabel('还有话要说').fill('六组组长知道这事。')
  await page.getByRole('button', { name: '锁好，寄给巡察组' }).click()
  await expect(page.getByText('寄到了。收件号 2。')).toBeVisible()
  await page.getByRole('button', { name: '办了一半' }).click()
  await expect(page.getByText('记下了：办了一半。')).toBeVisible()
  const [, second, third] = await desk.reports()
  expect(second?.report).toMatchObject({ seq: 2, prev: first?.hash, text: '六组组长知道这事。', verify: first?.report.verify })
  expect(third?.report).toMatchObject({ seq: 3, prev: second?.hash, rating: 'half' })
})
