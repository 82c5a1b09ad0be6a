// What must not happen: a report that vanishes or comes twice, words that stay somewhere, keys that somebody swapped.
import { readlinkSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { signingKeys } from '@shengmian/sealing'
import { test } from './report-desk.ts'
import { noteCode, send, takePhoto, toCode, write } from './report-states.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

/** All that the phone keeps of the page, as text in which a byte is a character. */
const KEPT = `(async () => {
  const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
  const plain = (value) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : JSON.stringify(value, (_, one) => (one instanceof ArrayBuffer ? plain(one) : one))
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result) })
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((resolve) => { const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => resolve(asked.result) })
      kept.push(...rows.map(plain))
    }
    database.close()
  }
  return kept.join('\\n')
})()`
const keptBy = (page: Page) => page.evaluate<string>(KEPT)

test('A browser killed in mid-send has the report still, and it arrives once when the page is opened again', async ({
  village,
}) => {
  const desk = await village.openDesk('killed1')
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-phone-'))
  const open = () =>
    chromium.launchPersistentContext(folder, {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
  const first = await open()
  const page = await first.newPage()
  await page.goto(desk.printed())
  await write(page, '寄到一半，手机没电了。')
  // The server gets it, and its answer never comes back: the worst moment.
  await page.route('**/reports', async (route) => void (await route.fetch()))
  const arrived = page.waitForRequest('**/reports')
  await send(page)
  await arrived
  await expect.poll(async () => (await desk.reports()).length).toBe(1)
  const [, pid = ''] = /-(\d+)$/.exec(readlinkSync(path.join(folder, 'SingletonLock'))) ?? []
  process.kill(Number(pid), 'SIGKILL')
  await first.close().catch(() => undefined)
  rmSync(path.join(folder, 'SingletonLock'), { force: true })

  const second = await open()
  const again = await second.newPage()
  await again.goto(desk.printed())
  await expect(again.getByText('存在手机里的寄到了。收件号 1。')).toBeVisible()
  expect((await desk.reports()).map(({ report }) => report.text)).toEqual(['寄到一半，手机没电了。'])
  expect(await keptBy(again)).not.toContain('age-encryption')
  await second.close()
  rmSync(folder, { recursive: true, force: true })
})

test('Without signal the report waits sealed in the phone, and goes by itself when there is one', async ({
  page,
  context,
  village,
}) => {
  const desk = await village.openDesk('offline1')
  await page.goto(desk.printed())
  await write(page, 'MARKER 没有信号的时候写的。')
  await page.locator('#photo-file').setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page) })
  await page.getByText('照片1').waitFor()
  await toCode(page)
  await context.setOffline(true)
  const digits = await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '锁好存下了，等信号' })).toBeVisible({ timeout: 30_000 })
  const kept = await keptBy(page)
  expect(kept).toContain('age-encryption.org/v1')
  expect(kept).not.toMatch(/MARKER|没有信号/)
  expect(kept).not.toContain(digits)
  await context.setOffline(false)
  await page.reload()
  await expect(page.getByText('存在手机里的寄到了。收件号 1。')).toBeVisible({ timeout: 30_000 })
  const [{ report } = { report: null }] = await desk.reports()
  expect(report).toMatchObject({ text: 'MARKER 没有信号的时候写的。' })
  expect((await desk.files()).size).toBe(1)
  expect(await keptBy(page)).not.toContain('age-encryption')
})

test('Nothing that can be read leaves the phone, neither words nor name nor code', async ({ page, village }) => {
  const desk = await village.openDesk('wire1')
  const sent: string[] = []
  page.on('request', (request) => {
    const body = request.postDataBuffer()?.toString('latin1') ?? ''
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${body}`)
  })
  await page.goto(desk.printed('poster-9'))
  await write(page, 'MARKER-WORDS')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByRole('radio', { name: /^留名/ }).check()
  await page.getByLabel('姓名').fill('MARKER-NAME')
  await page.getByLabel('电话，或者别的找您的办法').fill('MARKER-REACH')
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  const digits = await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect(sent.some((request) => request.includes('/reports') && request.includes('age-encryption.org/v1'))).toBe(true)
  for (const request of sent) {
    expect(request.replace(/^\S+/, (address) => address.split('#')[0] ?? '')).not.toMatch(
      /MARKER|poster-9|cookie|"referer":"[^"]/i,
    )
    expect(request).not.toContain(digits)
  }
  expect(new Set(sent.map((request) => new URL(request.split(' ')[0] ?? '').origin))).toEqual(new Set([village.origin]))
})

test('“Leave nothing” leaves nothing, and a borrowed phone keeps nothing even without signal', async ({
  page,
  context,
  village,
}) => {
  const desk = await village.openDesk('nothing1')
  await page.goto(desk.printed())
  await write(page)
  await toCode(page)
  await context.setOffline(true)
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '锁好存下了，等信号' })).toBeVisible({ timeout: 30_000 })
  await page.locator('#wait .wipe:visible').click()
  await expect(page.getByText('清掉了，这部手机上什么都没留。')).toBeVisible()
  expect(await page.evaluate('Promise.all([indexedDB.databases(), localStorage.length])')).toEqual([[], 0])
  await page.getByRole('button', { name: '我要反映问题' }).click()
  await expect(page.getByLabel('出了什么事？')).toHaveValue('')

  await context.setOffline(false)
  await page.getByLabel('出了什么事？').fill('借来的手机')
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByLabel('这不是我的手机').check()
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await page.locator('#face li').first().waitFor()
  await context.setOffline(true)
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '没有信号，还没寄出' })).toBeVisible({ timeout: 30_000 })
  expect(await keptBy(page)).not.toMatch(/age-encryption|seen/)
  await page.getByRole('button', { name: '是我的：锁好，先存在这里' }).click()
  await expect(page.getByRole('heading', { name: '锁好存下了，等信号' })).toBeVisible()
  expect(await keptBy(page)).toContain('age-encryption')
})

test('Keys that the paper does not name, or older ones than this phone has seen, are not sealed with', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('evil1')
  await desk.publish({ seq: 2 })
  await page.goto(desk.printed())
  await write(page)
  await send(page)
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  const refused = async () => {
    await page.goto('about:blank')
    await page.goto(desk.printed())
    await expect(page.getByRole('heading', { name: '先别写' })).toBeVisible()
    await expect(page.getByText('打卡片或海报上印的电话')).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  // Rolled back: the newest manifest is kept from this phone.
  await village.admin.query('delete from intake.manifest where desk = $1 and seq = 2', [desk.code])
  await refused()
  // Forked: another text under the same number.
  await desk.publish({ seq: 2, minVersion: 0 })
  await refused()
  // Signed by somebody else's root.
  await desk.publish({ seq: 3 }, signingKeys(new Uint8Array(32).fill(9)).secret)
  await refused()
  expect(await desk.reports()).toHaveLength(1)
})

test('Keys swapped while somebody writes stop it before it is sealed', async ({ page, village }) => {
  const desk = await village.openDesk('swap1')
  await page.route('**/intake/swap1', (route) => route.abort())
  await page.goto(desk.printed())
  await write(page)
  await page.getByRole('button', { name: '下一步：看一遍' }).click()
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await expect(page.getByText('连不上。您写的还在屏幕上。')).toBeVisible()
  await page.unroute('**/intake/swap1')
  await desk.publish({ seq: 2 }, signingKeys(new Uint8Array(32).fill(9)).secret)
  await page.getByRole('button', { name: '下一步：拿查询码' }).click()
  await expect(page.getByRole('heading', { name: '先别写' })).toBeVisible()
  expect(await desk.reports()).toHaveLength(0)
})

test('An expired challenge costs another, a forged acknowledgement counts for nothing, and it arrives once', async ({
  page,
  village,
}) => {
  const desk = await village.openDesk('stale1')
  let posts = 0
  await page.route('**/reports', async (route) => {
    posts += 1
    if (posts === 1) return route.fulfill({ status: 428, body: '{"code":"work-needed"}' })
    if (posts === 2) return route.fulfill({ status: 201, body: 'shengmian-acknowledgement/v1\n{}\nAAAA\n' })
    return route.continue()
  })
  await page.goto(desk.printed())
  await write(page)
  await send(page)
  await expect(page.getByText('网站回的话没有盖对章，不能算寄到。')).toBeVisible()
  expect(await keptBy(page)).toContain('age-encryption')
  await page.locator('#again').click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect(posts).toBe(3)
  expect(await desk.reports()).toHaveLength(1)
})

test('A phone that can store nothing says so and still sends', async ({ page, context, village }) => {
  const desk = await village.openDesk('private1')
  await page.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('no storage', 'SecurityError') }")
  await page.goto(desk.printed())
  await write(page)
  await toCode(page)
  await context.setOffline(true)
  await noteCode(page)
  await page.getByRole('button', { name: '寄出', exact: true }).click()
  await expect(page.getByText('这部手机存不住东西')).toBeVisible({ timeout: 30_000 })
  await context.setOffline(false)
  await page.locator('#again').click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect(await desk.reports()).toHaveLength(1)
})

test('When there is no more room for photos the words alone still go', async ({ page, village }) => {
  const desk = await village.openDesk('full1')
  await village.admin.query('update intake.desk set attachment_bytes = 0 where code = $1', [desk.code])
  await page.goto(desk.printed())
  await write(page)
  await page.locator('#photo-file').setInputFiles({ name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page) })
  await page.getByText('照片1').waitFor()
  await send(page)
  await expect(page.getByText('放照片的地方满了，文字照收。')).toBeVisible()
  await page.getByRole('button', { name: '只寄文字' }).click()
  await expect(page.getByRole('heading', { name: '寄到了' })).toBeVisible()
  expect((await desk.reports()).map(({ report }) => report.attachments)).toEqual([[]])
})
