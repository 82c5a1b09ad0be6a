// A desk from the proposal to a slip in a villager's hand: two hands, an offline ceremony, paper, a text, and the paper lane.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { countReports, openAttachment, openName, openReport, readCardCode, receiptDigits, readDigits } from '@shengmian/sealing'
import { readCharacters } from '@shengmian/sealing/characters'
import { dayIn } from './days.ts'
import { keyIn } from './age-file.ts'
import { CUSTODIAN_PASS, makeEpoch, makeRoot, openCeremony, readWord, TEAM_PASS } from './ceremony.ts'
import { signIn, signOut, test } from './product.ts'
import { scan } from './printed-code.ts'
import { takePhoto } from './report-states.ts'
import { plantDeskRound } from './round-of-desk.ts'

const CODE = 'dongli7'

test('S2-10 S3-38 S4-29 S0-21 a desk is opened by two hands, keyed offline, printed, announced, and takes what an inspector types', async ({
  page,
  browser,
  product,
}) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(20_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-ceremony-'))
  const desk = await plantDeskRound(product.data)
  const here = (rest = '') => page.goto(`/rounds/${desk.round}/desk${rest}`)
  const offline = await (await browser.newContext({ acceptDownloads: true, locale: 'zh-CN' })).newPage()
  const until = dayIn(30)
  try {
    await openCeremony(offline)
    const root = await makeRoot(offline, folder)

    await test.step('the office proposes and cannot approve; the leading group compares the fingerprint and does', async () => {
      await signIn(page, product, 'tianjin.office')
      await here()
      await page.getByRole('button', { name: '开设收件点' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('代号').fill(CODE)
      await dialog.getByLabel('派出地').fill('北辰区')
      await dialog.getByLabel('被巡察地').fill('津南区')
      await dialog.getByLabel('电话').fill('022-8330 0000')
      await dialog.getByLabel('根钥公钥').fill(root.publicKey)
      await dialog.getByRole('button', { name: '提交批准' }).click()
      await expect(page.getByRole('heading', { name: '待批准' })).toBeVisible()
      await expect(page.getByRole('button', { name: '核对并决定' })).toHaveCount(0)
      await signOut(page)
      await signIn(page, product, 'tianjin.leading')
      await here()
      const fingerprint = await offline.locator('#root-result .fingerprint').innerText()
      await expect(page.getByText(fingerprint)).toBeVisible()
      await page.getByRole('button', { name: '核对并决定' }).click()
      await page.getByLabel('意见').fill('指纹与封存纸面一致')
      await page.getByRole('button', { name: /批\s*准/ }).click()
      await expect(page.getByText('没有今天可用的钥匙单')).toBeVisible()
      await signOut(page)
    })

    await signIn(page, product, 'tianjin.office')
    await here()
    const acknowledge = await page.locator('code.desk-key').innerText()
    const epoch = { code: CODE, acknowledge, from: dayIn(-1), until }
    const files = await makeEpoch(offline, folder, epoch)
    const file = (name: string) => files.get(name) ?? ''

    await test.step('the signed manifest is published, another root’s is refused, and no key has reached the server', async () => {
      await page.getByRole('button', { name: '公布钥匙单' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('断网电脑签发的钥匙单').setInputFiles({
        name: 'manifest-1.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(readFileSync(file('manifest-1.txt'), 'utf8').replace('"seq":1', '"seq":2')),
      })
      await dialog.getByRole('button', { name: /公\s*布/ }).click()
      await expect(dialog.getByText('不是本收件点的根钥签发的钥匙单')).toBeVisible()
      await dialog.getByLabel('断网电脑签发的钥匙单').setInputFiles(file('manifest-1.txt'))
      await dialog.getByRole('button', { name: /公\s*布/ }).click()
      await expect(page.getByText('正在收件')).toBeVisible()
      expect(await desk.everything(CODE)).not.toMatch(/AGE-SECRET-KEY|age-encryption\.org/)
    })

    await test.step('three holders rehearse: the word is read offline, and only it can be logged', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '开始演练' }).click(),
      ])
      const sealed = path.join(folder, 'rehearsal.age')
      await download.saveAs(sealed)
      const shares = [1, 3, 5].map((number) => [number, file(`share-${number}.age`)] as const)
      const word = await readWord(offline, sealed, shares)
      await page.getByRole('button', { name: '登记结果' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('读出的暗语').fill('不是这个词')
      for (const number of ['1', '3', '5']) await dialog.getByLabel(number, { exact: true }).check()
      await dialog.getByLabel('到场的人').fill('档案馆、法律顾问')
      await dialog.getByRole('button', { name: /登\s*记/ }).click()
      await expect(dialog.getByText('与密封的暗语不符')).toBeVisible()
      await dialog.getByLabel('读出的暗语').fill(word)
      await dialog.getByRole('button', { name: /登\s*记/ }).click()
      await expect(page.getByRole('row', { name: /通过.*1、3、5/ })).toBeVisible()
    })

    await test.step('the key is rotated: a higher epoch with a team key of its own, the old one kept', async () => {
      const next = await makeEpoch(offline, folder, { ...epoch, before: file('manifest-1.txt') })
      expect([...next.keys()]).toEqual(['manifest-2.txt', 'team-2.age'])
      await page.getByRole('button', { name: '换期' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('断网电脑签发的钥匙单').setInputFiles(next.get('manifest-2.txt') ?? '')
      await dialog.getByRole('button', { name: /公\s*布/ }).click()
      await expect(page.getByRole('table', { name: '钥匙' }).getByRole('row')).toHaveCount(3)
    })

    await test.step('each village has one A4 page with its own QR code, and the code is read back', async () => {
      await here('/posters')
      for (const medium of ['宣传页（A4）', '海报（A3）', '明白卡（A7）']) {
        await page.getByRole('button', { name: '生成码' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText(medium, { exact: true }).click()
        await dialog.getByRole('button', { name: /生\s*成/ }).click()
        await expect(dialog).toBeHidden()
      }
      await expect(page.getByText('在用6个码')).toBeVisible()
      const fingerprint = (await offline.locator('#root-result .fingerprint').innerText()).replaceAll(' ', '')
      const pages = { sheet: 2, poster: 2, card: 4 } as const
      for (const [medium, count] of Object.entries(pages)) {
        await here(`/print?medium=${medium}`)
        const sheets = page.locator('.print-sheets > article')
        await expect(sheets).toHaveCount(count)
        const pdf = await page.pdf({ preferCSSPageSize: true })
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(count)
        const read = await Promise.all(
          (await page.locator('.print-sheets .code-square').all()).slice(0, 2).map((square) => scan(page, square)),
        )
        for (const address of read)
          expect(address).toMatch(new RegExp(`^${product.address}/b/${CODE}#[a-z2-9]{6}\\.${fingerprint}\\.\\d{12}$`))
        if (medium === 'sheet') expect(new Set(read).size).toBe(2)
        for (const { name } of medium === 'sheet' ? desk.villages : [])
          await expect(sheets.filter({ hasText: name })).toHaveCount(1)
        for (const words of ['巡察组是北辰区派来的', '022-8330 0000', '不收'])
          if (medium !== 'sheet' || words !== '巡察组是北辰区派来的') await expect(page.getByText(words).first()).toBeAttached()
      }
    })

    await test.step('cards with a household’s code are printed for a village, front and back of each the same, and no code is sent', async () => {
      await here('/posters')
      const row = page.getByRole('row', { name: new RegExp(`${desk.villages[0]?.name}.*明白卡`) })
      await row.getByRole('link', { name: '印卡码' }).click()
      await page.getByLabel('张数').fill('10')
      const sent: string[] = []
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
      await page.getByRole('button', { name: '生成卡码' }).click()
      await expect(page.getByText('16张卡码只在这一页')).toBeVisible()
      const sheets = page.locator('.print-sheets > article')
      await expect(sheets).toHaveCount(5)
      await expect(sheets.first()).toContainText('发卡前先洗牌')
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(5)
      const backs = await sheets.nth(2).locator('.print-card-code strong').allInnerTexts()
      // Turned on its long side, the second back of a row lies behind the first front.
      const read = await Promise.all(
        [0, 1].map((place) => scan(page, sheets.nth(1).locator('.print-card').nth(place).locator('.code-square'))),
      )
      const codes = backs.map((code) => code.replaceAll(' ', '').toLowerCase())
      expect(read.map((address) => address.split('.').at(-1))).toEqual([codes[1], codes[0]])
      expect(read.every((address) => address.includes(`.${desk.villages[0]?.code}.`))).toBe(true)
      expect(new Set(codes).size).toBe(8)
      for (const code of codes) {
        expect(readCardCode(code)).toBe(code)
        expect(sent.filter((request) => request.toLowerCase().includes(code))).toEqual([])
      }
      await here('/posters')
      const batch = page.getByRole('row', { name: new RegExp(`${desk.villages[0]?.name}.*16.*有效`) })
      await batch.getByRole('button', { name: '作废' }).click()
      await page.getByLabel('理由').fill('一叠卡丢了')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /作\s*废/ })
        .click()
      await expect(page.getByText('作废：一叠卡丢了')).toBeVisible()
    })

    await test.step('one poster is closed with a reason, and is printed no more', async () => {
      await here('/posters')
      const row = page.getByRole('row', { name: new RegExp(`${desk.villages[0]?.name}.*海报`) })
      const code = await row.locator('code').innerText()
      await row.getByRole('button', { name: /停\s*用/ }).click()
      await page.getByLabel('理由').fill('被人贴住')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /停\s*用/ })
        .click()
      await expect(page.getByText('停用1个')).toBeVisible()
      const open = (await (await fetch(`${product.address}/intake/${CODE}`)).json()) as { revoked: string[] }
      expect(open.revoked).toEqual([code])
      await here('/print?medium=poster')
      await expect(page.locator('.print-sheets > article')).toHaveCount(1)
    })

    await test.step('a text that hides where the team is from is refused; the other goes out by two hands and marks its day', async () => {
      await here('/notices')
      await page.getByRole('button', { name: '拟文稿' }).click()
      const dialog = page.getByRole('dialog')
      const draft = await dialog.getByLabel('文稿').inputValue()
      await dialog.getByLabel('文稿').fill(draft.replaceAll('北辰区', '外地'))
      await dialog.getByRole('button', { name: '提交批准' }).click()
      await expect(dialog.getByText('没有写明巡察组来自北辰区，不能发布')).toBeVisible()
      await dialog.getByLabel('文稿').fill(draft)
      await dialog.getByRole('button', { name: '提交批准' }).click()
      await expect(page.getByText('待批准')).toBeVisible()
      await signOut(page)
      await signIn(page, product, 'tianjin.leading')
      await here('/notices')
      await page.getByRole('button', { name: '批准文稿' }).click()
      await page.getByLabel('意见').fill('同意发布')
      await page.getByRole('button', { name: /批\s*准$/ }).click()
      await page.getByRole('button', { name: '登记发布' }).click()
      await page.getByLabel('发到哪里').fill('村民微信群')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /登\s*记/ })
        .click()
      await expect(page.getByText(/▼ .+ 微信群：村民微信群/)).toBeVisible()
      await signOut(page)
    })

    await test.step('an inspector types in a visit; it is sealed on his device, and the teller takes the code along', async () => {
      await signIn(page, product, 'tianjin.inspector')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto('/paper-lane')
      await page.getByLabel('反映的事').fill('低保三年没评议，名单没贴过。')
      await page.getByLabel('姓名').fill('石满仓')
      await page.getByLabel('电话或住处').fill('村东头')
      const taken = await takePhoto(page)
      await page.locator('.letter-photos input').setInputFiles([
        { name: 'IMG_20261128.jpg', mimeType: 'image/jpeg', buffer: taken },
        { name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
      ])
      await expect(page.getByRole('img', { name: '照片1' })).toBeVisible()
      await expect(page.getByText('有1个文件不是照片')).toBeVisible()
      const sent: string[] = []
      page.on('request', (request) => sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`))
      await page.getByLabel('卡码').fill('K7M2 XQ9P W4T')
      await page.getByRole('button', { name: '锁好寄出，给查询码' }).click()
      await expect(page.getByText('卡码有一处抄错了')).toBeVisible()
      expect(sent).toEqual([])
      await page.getByLabel('卡码').fill('0000 000 0000')
      await page.getByRole('button', { name: '锁好寄出，给查询码' }).click()
      const slip = page.getByRole('article', { name: '查询码小票' })
      await expect(slip).toBeVisible({ timeout: 60_000 })
      const groups = await slip.locator('.slip-groups li').allInnerTexts()
      const [digits, characters] = [
        readDigits(groups.join('')),
        readCharacters(await slip.locator('.slip-characters').innerText()),
      ]
      expect(digits.kind === 'read' && characters.kind === 'read' && receiptDigits(digits.receipt)).toBe(groups.join(''))
      expect(digits).toEqual(characters)
      expect(await scan(page, slip.locator('.slip-code'))).toBe(groups.join(''))
      for (const marked of ['低保', '石满仓', groups.join('')]) {
        const bytes = Buffer.from(marked).toString('latin1')
        expect(sent.filter((one) => one.includes(bytes) || one.includes(marked))).toEqual([])
      }
      const envelope = await desk.envelope(CODE, 1)
      const opened = openReport(envelope, [await keyIn(next(folder, 'team-2.age'), TEAM_PASS)], CODE)
      if (opened.kind !== 'opened') throw new Error(opened.why)
      const { report } = opened
      expect(report).toMatchObject({ channel: 'visit', village: desk.villages[0]?.code, text: '低保三年没评议，名单没贴过。' })
      expect(report).toMatchObject({ card: '00000000000', attachments: [{ type: 'image/jpeg' }] })
      const [letter] = report.attachments
      if (letter === undefined) throw new Error('the photo is not there')
      const picture = Buffer.from(openAttachment(await desk.file(CODE, letter.id), letter) ?? [])
      expect([taken.includes('MARKER-PHONE'), picture.subarray(0, 3).toString('hex')]).toEqual([true, 'ffd8ff'])
      for (const trace of ['MARKER-PHONE', 'Exif', 'IMG_2026']) expect(picture.includes(trace)).toBe(false)
      expect(countReports([report], dayIn(-1))).toMatchObject({ onSite: 1, remote: 0 })
      const custodian = await keyIn(next(folder, 'custodian.age'), CUSTODIAN_PASS)
      expect(openName(report.named ?? '', custodian, report.verify)).toMatchObject({ name: '石满仓', reach: '村东头' })
      await page.getByRole('button', { name: '下一件' }).click()
      await expect(page.getByText(groups.join(''))).toHaveCount(0)
      await page.setViewportSize({ width: 1366, height: 768 })
      await signOut(page)
    })
  } finally {
    await offline.context().close()
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

const next = (folder: string, name: string): string => path.join(folder, name)
