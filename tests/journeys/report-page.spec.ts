// A villager's way: scan, tell, keep the code, send, come back.
import { expect } from '@playwright/test'
import { makeCardCode, openAttachment, openName } from '@shengmian/sealing'
import { test } from './report-desk.ts'
import { noteCode, openAnswers, send, takePhoto, toCode, write } from './report-states.ts'

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  permissions: ['microphone'],
  launchOptions: {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

test('A villager tells, keeps the code, reads the answer, adds to it and rates it', async ({ page, village }) => {
  const desk = await village.openDesk('first1')
  await page.goto(desk.printed())
  await write(page, '村东头那座桥去年塌了。')
  const digits = await send(page)
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  await expect(page.locator('#band')).toHaveText('您写的：已寄到，这部手机上没留')
  const [first] = await desk.reports()
  expect(first?.report).toMatchObject({ text: '村东头那座桥去年塌了。', poster: 'p7', channel: 'page', named: null })

  await desk.answer('我们去桥头看了，也查了账。', '受 15 号')
  await page.getByRole('button', { name: '回到第一页' }).first().click()
  await openAnswers(page, digits)
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

test('A photo arrives smaller and without what the camera wrote into it, and a voice as somebody else’s', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('photo1')
  await page.goto(desk.printed())
  await write(page)
  const taken = await takePhoto(page)
  expect(taken.includes('MARKER-PHONE')).toBe(true)
  await page.locator('#photo-file').setInputFiles({ name: 'IMG_20261121.jpg', mimeType: 'image/jpeg', buffer: taken })
  await page.getByText('照片1').waitFor()
  await page.getByRole('button', { name: '说一段' }).click()
  await page.getByText('1秒，说完点').click()
  await page.getByText('录音1').waitFor()
  await send(page)
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  const [{ report } = { report: null }] = await desk.reports()
  const files = await desk.files()
  expect(report?.attachments.map(({ type }) => type)).toEqual(['image/jpeg', 'audio/wav'])
  for (const attachment of report?.attachments ?? []) {
    const opened = openAttachment(files.get(attachment.id) ?? new Uint8Array(), attachment)
    expect(opened?.length).toBe(attachment.bytes)
    expect(Buffer.from(opened ?? []).includes('MARKER-PHONE')).toBe(false)
    expect(Buffer.from(opened ?? []).includes('Exif')).toBe(false)
  }
  expect(report?.attachments[0]?.bytes).toBeLessThan(taken.length)
})

test('Who gives a name gives it under a lock of its own, which the reader of the report cannot open', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('named1')
  await page.goto(desk.printed())
  await write(page)
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByRole('radio', { name: /^留名/ }).check()
  await page.getByLabel('姓名').fill('赵某')
  await page.getByLabel('电话，或者别的找您的办法').fill('0000-1234')
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  const [{ report } = { report: null }] = await desk.reports()
  expect(JSON.stringify(report)).not.toContain('赵某')
  expect(openName(report?.named ?? '', desk.custodian, report?.verify ?? '')).toMatchObject({ name: '赵某', reach: '0000-1234' })
})

test('S2-10 The page states where the team is from and that nobody of the inspected county is in it', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('from1', { said: { sender: '白塔县', host: '青禾县', phone: '0000-886 6123' } })
  await page.goto(desk.printed())
  await expect(page.getByText('巡察组是白塔县派来的，组里没有青禾县的人。')).toBeVisible()
  await expect(page.getByText('白塔县来的巡察组')).toBeVisible()
  await expect(page.getByRole('link', { name: '值班电话 0000-886 6123' }).first()).toHaveAttribute('href', 'tel:00008866123')
})

test('S0-21 Somebody who is away reports from there, and the team can tell it from reports of those at home', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('away1')
  for (const where of ['在外地', '住在村里']) {
    await page.goto('about:blank')
    await page.goto(desk.printed('relatives'))
    await write(page)
    await page.getByRole('button', { name: '下一步：看一遍' }).click()
    await page.getByText('还有两样，不填也行').click()
    await page.getByLabel(where).check()
    await page.getByRole('button', { name: '下一步：拿查询码' }).click()
    await noteCode(page)
    await page.getByRole('button', { name: '寄出', exact: true }).click()
    await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  }
  const told = (await desk.reports()).map(({ report: { lives, channel, poster } }) => ({ lives, channel, poster }))
  expect(told).toEqual([
    { lives: 'away', channel: 'page', poster: 'relatives' },
    { lives: 'here', channel: 'page', poster: 'relatives' },
  ])
})

test('S0-24 A revoked poster shows “closed” while others work, and nothing of who came is kept', async ({ browser, village }) => {
  const desk = await village.openDesk('poster1')
  await desk.revoke('haibao07')
  const context = await browser.newContext({
    userAgent: 'MARKER-AGENT Chrome/150',
    extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.77' },
  })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(desk.printed('haibao07'))
  await expect(page.getByRole('heading', { name: '这张码停用了' })).toBeVisible()
  await expect(page.getByRole('button', { name: '我要反映问题' })).toBeHidden()
  await page.goto('about:blank')
  await page.goto(desk.printed('haibao08'))
  await write(page)
  await send(page)
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect((await desk.reports()).map(({ report }) => report.poster)).toEqual(['haibao08'])
  // Not even which poster was scanned comes to the server; codes of eight letters do not stand in sealed bytes by chance.
  expect(asked.filter((request) => /haibao0[78]/.test(request.split('#')[0] ?? ''))).toEqual([])
  const { rows } = await village.admin.query<{ found: string }>(
    `select query_to_xml(format('select * from %I.%I', table_schema, table_name), true, true, '')::text as found
     from information_schema.tables where table_schema = 'intake' and table_type = 'BASE TABLE'`,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { found } of rows) expect(found).not.toMatch(/MARKER-AGENT|203\.0\.113\.77|127\.0\.0\.1/)
  await context.close()
})

test('The card of a village opens the page with its name; village and household’s code travel sealed, and can be changed', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('card1')
  const code = makeCardCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const asked: string[] = []
  page.on('request', (request) =>
    asked.push(`${request.url().split('#')[0]} ${request.postDataBuffer()?.toString('latin1') ?? ''}`),
  )
  await page.goto(desk.printed('k7m2xq', { village: '421003105201', card: code }))
  await expect(page.locator('header')).toContainText('七里村')
  await write(page)
  await expect(page.locator('header')).toContainText('七里村')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await expect(page.getByLabel('说的是哪个村')).toHaveValue('421003105201')
  await expect(page.getByLabel('卡片上的卡码')).toHaveValue(code.toUpperCase())
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()

  await page.getByRole('button', { name: '回到第一页' }).first().click()
  await write(page, '邻村也一样。')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByLabel('说的是哪个村').selectOption('刘家坪村')
  await expect(page.locator('header')).toContainText('刘家坪村')
  await page.getByLabel('卡片上的卡码').fill(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await expect(page.getByText('卡码有一处抄错了')).toBeVisible()
  // Who leaves it as it is sends it as it is.
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()

  const [first, second] = (await desk.reports()).map(({ report }) => report)
  expect(first).toMatchObject({ village: '421003105201', card: code, poster: 'k7m2xq' })
  expect(second).toMatchObject({ village: '421003105204', card: expect.not.stringContaining(code) })
  for (const secret of ['421003105201', code, code.toUpperCase(), 'k7m2xq'])
    expect(asked.filter((request) => request.includes(secret))).toEqual([])
})

test('A market’s poster and one of before name no village: the page asks which, and takes a report without', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('market1')
  await page.goto(desk.printed('jishi1'))
  await page.getByText('前都收。').waitFor()
  await expect(page.locator('#here')).toHaveText('')
  await write(page)
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await expect(page.getByLabel('说的是哪个村')).toHaveValue('')
  expect(await page.getByLabel('说的是哪个村').locator('option').allTextContents()).toEqual([
    '没选，或者是别的村',
    '七里村',
    '刘家坪村',
  ])
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect((await desk.reports()).map(({ report: { village: told, card } }) => [told, card])).toEqual([[null, null]])
})

test('The whole way goes by keyboard alone', async ({ page, village }) => {
  const desk = await village.openDesk('keys1')
  await page.goto(desk.printed())
  await page.getByText('前都收。').waitFor()
  /** Presses Tab until the thing of that name has the focus. */
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate<string>(
        '(({ ariaLabel, labels, textContent, id }) => ariaLabel ?? (labels?.[0]?.textContent || textContent || id))(document.activeElement)',
      )
      if (focused.startsWith(name)) return
    }
    throw new Error(`Tab never comes to ${name}`)
  }
  await tabTo('我要反映问题')
  await page.keyboard.press('Enter')
  await tabTo('text')
  await page.keyboard.type('只用键盘写的。')
  await tabTo('下一步：看一遍')
  await page.keyboard.press('Enter')
  await tabTo('下一步：拿查询码')
  await page.keyboard.press('Enter')
  const row = page.locator('#face li b')
  await row.first().waitFor()
  const groups = await row.allTextContents()
  const asked = Number(/(\d)/.exec((await page.locator('#ask').textContent()) ?? '')?.[1])
  await tabTo('group')
  await page.keyboard.type(groups[asked - 1] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect((await desk.reports()).map(({ report }) => report.text)).toEqual(['只用键盘写的。'])
})

test('Whoever types the address by hand compares the fingerprint first, and may then tell', async ({ page, village }) => {
  const desk = await village.openDesk('hand1')
  await page.goto(desk.printed().split('#')[0] ?? '')
  await expect(page.getByRole('button', { name: '我要反映问题' })).toBeHidden()
  await expect(page.locator('#fingerprint')).toHaveText(/^[a-z2-7]{4}( [a-z2-7]{4}){3}$/)
  await page.getByRole('button', { name: '一样，接着来' }).click()
  await write(page)
  await toCode(page)
  await page.getByRole('button', { name: '没法记，也要寄' }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect((await desk.reports()).map(({ report }) => report.poster)).toEqual([null])
})
