// Rules of WCAG 2.2 AA in every state of the villager's page, and what it is for those who cannot use it.
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { test } from './report-desk.ts'
import { walks, write } from './report-states.ts'

/** Whoever speaks a button's words must press that button; and a thumb must find it. */
const BY_VOICE = { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  permissions: ['microphone'],
  launchOptions: {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

async function findings(page: Page): Promise<readonly string[]> {
  // Through the debugger, since the page's policy lets no other script in.
  await page.evaluate(axe.source)
  const { passes, violations: found } = await page.evaluate<Record<'passes' | 'violations', readonly Finding[]>>(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)}, rules: ${JSON.stringify(BY_VOICE)} })`,
  )
  if (passes.length < 15) return [`only ${passes.length} rules were looked at`]
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Whatever can be pressed is big enough for a thumb, and nothing sticks out sideways. Text, since it runs in the page. */
const SHAPE = `(() => {
  const small = [...document.querySelectorAll('button, input, select, textarea, summary, a, label.card')].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect()
    const isPartOfLabel = one.tagName === 'INPUT' && one.closest('label.card') !== null
    return width > 0 && !isPartOfLabel && (height < 47.5 || width < 47.5) ? [(one.id || one.textContent) + ' is ' + width + ' x ' + height] : []
  })
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [...small, 'it is ' + scrollWidth + ' wide'] : small
})()`

for (const [name, walk] of Object.entries(walks))
  test(`Whoever sees or presses badly can use the states of “${name}”`, async ({ page, context, village }) => {
    const desk = await village.openDesk(`states${name}`)
    const states: string[] = []
    await walk({
      page,
      context,
      village,
      desk,
      look: async (state) => {
        states.push(state)
        expect.soft([state, await findings(page)]).toEqual([state, []])
        expect.soft([state, await page.evaluate(SHAPE)]).toEqual([state, []])
      },
    })
    expect(states.length).toBeGreaterThan(0)
  })

test('At 320 pixels with large text nothing sticks out sideways, and every word is there', async ({ page, village }) => {
  const desk = await village.openDesk('narrow1', { said: { sender: '白塔县', host: '青禾县', phone: '0000-886 6123' } })
  await page.setViewportSize({ width: 320, height: 568 })
  await page.goto(desk.printed())
  await page.getByRole('button', { name: '大字' }).click()
  const shape = async (state: string) => expect.soft([state, await page.evaluate(SHAPE)]).toEqual([state, []])
  await shape('first')
  await write(page)
  await shape('write')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await shape('check')
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await page.locator('#face li').first().waitFor()
  for (const face of ['抄数字', '记八个字', '存图片']) {
    await page.getByRole('button', { name: face }).click()
    await shape(face)
  }
})

test('Where no script runs there is no form, and the page says what to do instead', async ({ browser, village }) => {
  const desk = await village.openDesk('noscript1')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(desk.printed())
  await expect(page.getByText('这部手机锁不住您写的内容')).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('button', { name: '我要反映问题' })).toBeHidden()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await context.close()
})

test('A browser too old to seal is told so, and gets no form', async ({ page, village }) => {
  const desk = await village.openDesk('old1')
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
  await page.goto(desk.printed())
  await expect(page.getByText('这部手机锁不住您写的内容')).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('button', { name: '我要反映问题' })).toBeHidden()
})
