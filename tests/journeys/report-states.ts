// Every state that the villager's page can be in, and how to get there: so that all of them are looked at, by eyes and by rules.
import type { BrowserContext, Page } from '@playwright/test'
import { fingerprint, type Desk, type Village } from './report-desk.ts'

export interface Stage {
  readonly page: Page
  readonly context: BrowserContext
  readonly village: Village
  readonly desk: Desk
  /** Called in each state. */
  readonly look: (state: string) => Promise<void>
}

const STORY = '村东头那座生产桥，去年10月塌了。修桥的钱听说拨了8万多，到现在没动工。六组的人收稻子要绕三里地。'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

/** A photo as a phone makes it: a picture, and before it what the camera wrote about place, time and phone. */
export async function takePhoto(page: Page, mark = 'MARKER-PHONE'): Promise<Buffer> {
  const jpeg = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const paper = canvas.getContext('2d')
    for (const [colour, y] of [['#9cc4e0', 0], ['#b8d4b0', 800], ['#7c8a4a', 1200]]) {
      paper.fillStyle = colour
      paper.fillRect(0, y, 2400, 1800)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  })()`)
  const picture = Buffer.from(jpeg, 'base64')
  // Exif with one text, the camera's maker.
  const said = Buffer.from(`${mark}\0`)
  const head = Buffer.from('4578696600004d4d002a00000008000101 0f0002'.replace(' ', ''), 'hex')
  const rest = Buffer.alloc(12)
  rest.writeUInt32BE(said.length, 0)
  rest.writeUInt32BE(26, 4)
  const exif = Buffer.concat([head, rest, said])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, picture.subarray(2)])
}

export async function write(page: Page, text = STORY): Promise<void> {
  await button(page, '我要反映问题').click()
  await page.getByLabel('出了什么事？').fill(text)
}

export async function toCode(page: Page): Promise<void> {
  await button(page, '下一步：看一遍').click()
  await button(page, '下一步：拿查询码').click()
  await page.locator('#face li').first().waitFor()
}

/** Answers what is asked of the code; the digits. */
export async function noteCode(page: Page): Promise<string> {
  const groups = await page.locator('#face li b').allTextContents()
  const asked = Number(/(\d)/.exec((await page.locator('#ask').textContent()) ?? '')?.[1])
  await page.locator('#group').fill(groups[asked - 1] ?? '')
  return groups.join('')
}

export async function send(page: Page): Promise<string> {
  await toCode(page)
  const digits = await noteCode(page)
  await button(page, '寄出').click()
  return digits
}

export async function openAnswers(page: Page, digits: string): Promise<void> {
  await button(page, '看答复').first().click()
  await page.getByLabel('您的查询码').fill(digits)
  await button(page, '打开').click()
}

/** The states in groups, each from a fresh page. */
export const walks: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  first: async ({ page, desk, look }) => {
    await page.goto(desk.printed())
    await page.getByText('前都收。').waitFor()
    await look('first')
    await button(page, '大字').click()
    await look('first-large')
    await page.goto(desk.printed().replace('#', '?lang=en#'))
    await page.getByText('Open until').waitFor()
    await look('first-english')
    await page.goto(desk.printed().replace('#', '?lang=bo#'))
    await look('first-tibetan')
    await page.goto(desk.printed().split('#')[0] ?? '')
    await page.getByText(fingerprint.slice(0, 4)).waitFor()
    await look('compare')
  },
  shut: async ({ page, village, desk, look }) => {
    const over = await village.openDesk(`${desk.code}o`, { until: '2026-01-01' })
    await page.goto(over.printed())
    await page.getByText('这一轮不再收件').waitFor()
    await look('over')
    await page.goto(`${village.origin}/b/nobody#p7.${fingerprint}`)
    await page.getByText('没有这个地址').waitFor()
    await look('no-desk')
    await page.goto(desk.printed().replace(fingerprint, 'a'.repeat(16)))
    await heading(page, '先别写')
    await look('refused')
    await desk.revoke('torn1')
    await page.goto('about:blank')
    await page.goto(desk.printed('torn1'))
    await heading(page, '这张码停用了')
    await look('closed')
  },
  write: async ({ page, desk, look }) => {
    await page.goto(desk.printed())
    await button(page, '我要反映问题').click()
    await look('write-empty')
    await button(page, '下一步：看一遍').click()
    await look('write-error')
    await page.getByLabel('出了什么事？').fill(STORY)
    await page.locator('#photo-file').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page) })
    await page.getByText('照片1').waitFor()
    await button(page, '说一段').click()
    await page.getByText('1秒，说完点').waitFor()
    await look('write-recording')
    await page.locator('#say').click()
    await page.getByText('录音1').waitFor()
    await look('write-filled')
    await button(page, '下一步：看一遍').click()
    await look('check')
    await page.getByText('照片要当证据？').click()
    await page.getByText('还有两样，不填也行').click()
    await page.getByLabel('留名', { exact: false }).last().check()
    await button(page, '下一步：拿查询码').click()
    await look('check-named-error')
    await page.goto('about:blank')
    await page.goto(desk.printed('p7', { village: '421003105204', card: '00000000001' }))
    await page.getByText('刘家坪村').first().waitFor()
    await look('first-village')
    await write(page)
    await button(page, '下一步：看一遍').click()
    await look('check-card')
    await button(page, '下一步：拿查询码').click()
    await page.getByText('卡码有一处抄错了').waitFor()
    await look('check-card-wrong')
  },
  code: async ({ page, desk, look }) => {
    await page.goto(desk.printed())
    await write(page)
    await toCode(page)
    await look('code-digits')
    await page.locator('#group').fill('0000')
    await button(page, '寄出').click()
    await look('code-wrong')
    await button(page, '记八个字').click()
    await look('code-characters')
    await page.locator('#halves label').first().click()
    await look('code-characters-covered')
    await button(page, '存图片').click()
    await look('code-picture')
    await button(page, '抄数字').click()
    await page.route('**/reports', () => undefined)
    await noteCode(page)
    await button(page, '寄出').click()
    await page.getByText('锁在这部手机里').first().waitFor()
    await look('sending')
  },
  waiting: async ({ page, context, desk, look }) => {
    await page.goto(desk.printed())
    await write(page)
    await toCode(page)
    await context.setOffline(true)
    await noteCode(page)
    await button(page, '寄出').click()
    await heading(page, '锁好存下了，等信号')
    await look('wait-kept')
    await context.setOffline(false)
    await page.route('**/reports', (route) => route.fulfill({ status: 503, body: '{"code":"busy"}' }))
    await button(page, '再寄一次').last().click()
    await heading(page, '还没寄出')
    await look('wait-refused')
    await page.reload()
    await page.getByText('还没寄到').waitFor()
    await look('first-kept')
    await page.locator('#kept-wipe').click()
    await page.getByText('清掉了，这部手机上什么都没留').waitFor()
    await look('first-wiped')
  },
  borrowed: async ({ page, context, desk, look }) => {
    await page.goto(desk.printed())
    await write(page)
    await button(page, '下一步：看一遍').click()
    await page.getByLabel('这不是我的手机').check()
    await button(page, '下一步：拿查询码').click()
    await page.locator('#face li').first().waitFor()
    await context.setOffline(true)
    await noteCode(page)
    await button(page, '寄出').click()
    await heading(page, '没有信号，还没寄出')
    await look('wait-borrowed')
  },
  back: async ({ page, desk, look }) => {
    await page.goto(desk.printed())
    await write(page)
    const digits = await send(page)
    await heading(page, '寄到了')
    await look('sent')
    await button(page, '回到第一页').first().click()
    await button(page, '看答复').first().click()
    await look('back')
    await page.getByLabel('您的查询码').fill('1234 5678')
    await button(page, '打开').click()
    await page.getByText('少了或者多了几个数').waitFor()
    await look('back-error')
    await page.getByLabel('您的查询码').fill(digits)
    await button(page, '打开').click()
    await page.getByText('还没有答复').waitFor()
    await look('answers-none')
    await desk.answer('我们去桥头看了，也查了账。钱拨下来了，没有用。已经让柳湾镇马上修。', '受 15 号')
    await button(page, '看完了，关掉').click()
    await openAnswers(page, digits)
    await page.getByText('我们去桥头看了').waitFor()
    await look('answers')
    await button(page, '办了一半').click()
    await page.getByText('记下了').waitFor()
    await look('answers-rated')
  },
}
