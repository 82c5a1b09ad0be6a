// The key ceremony as people hold it: the page as a file on a machine without network, files saved one by one.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'

const CEREMONY = pathToFileURL(path.resolve(import.meta.dirname, '../../apps/web/dist/key-ceremony.html')).href
const PASS = '山高水长—一路平安—请勿外传'
const HALVES = ['春种一粒粟', '秋收万颗子'] as const
/** What the custodian's file asks for: both halves. */
export const CUSTODIAN_PASS = HALVES.map((half) => `${half}。`).join('')
export const TEAM_PASS = PASS
const sharePass = (number: number): string => `第${number}位保管方自己记的长口令`

/** Opens the page where no request can leave, and fails on any that tries. */
export async function openCeremony(page: Page, address = CEREMONY): Promise<void> {
  await page.context().setOffline(true)
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) throw new Error(`the ceremony asks for ${request.url()}`)
  })
  await page.goto(address)
  await expect(page.getByText('这台电脑没有联网')).toBeVisible()
}

/** Makes a root; the files that were saved. */
export async function makeRoot(page: Page, folder: string): Promise<{ readonly file: string; readonly publicKey: string }> {
  await page.getByLabel('封存口令').fill(PASS)
  await page.getByLabel('再输一遍').fill(PASS)
  await page.getByRole('button', { name: '新做根钥' }).click()
  await expect(page.getByText('根钥已做好')).toBeVisible({ timeout: 60_000 })
  const saved = await saveAll(page, '#root-result', folder)
  return { file: saved.get('root.age') ?? '', publicKey: readFileSync(saved.get('root.pub') ?? '', 'utf8').trim() }
}

interface EpochPlan {
  readonly code: string
  readonly acknowledge: string
  readonly from: string
  readonly until: string
  /** Of the epoch before, to rotate. */
  readonly before?: string
}

/** Makes and signs an epoch with the root that is open; the saved files by name. */
export async function makeEpoch(page: Page, folder: string, plan: EpochPlan): Promise<ReadonlyMap<string, string>> {
  if (plan.before !== undefined) await page.getByLabel('上一期钥匙单').setInputFiles(plan.before)
  else {
    await page.getByLabel('收件点代号').fill(plan.code)
    await page.getByLabel('服务器收件签名钥').fill(plan.acknowledge)
    await page.getByLabel('姓名钥前半句').fill(`${HALVES[0]}。`)
    await page.getByLabel('姓名钥后半句').fill(`${HALVES[1]}。`)
    for (const [at, holder] of ['市委巡察办', '省委巡视办', '档案馆', '法律顾问', '机要柜'].entries()) {
      await page.getByLabel(`第${at + 1}份保管方`).fill(holder)
      await page.getByLabel(`第${at + 1}份口令`).fill(sharePass(at + 1))
    }
  }
  await page.getByLabel('起 from').fill(plan.from)
  await page.getByLabel('止 until').fill(plan.until)
  await page.getByLabel('组钥口令').fill(TEAM_PASS)
  await page.getByRole('button', { name: '生成并签发' }).click()
  await expect(page.getByText('已签发，请逐个保存')).toBeVisible({ timeout: 90_000 })
  return saveAll(page, '#epoch-result', folder)
}

/** Three holders join their shares and read the word. */
export async function readWord(page: Page, word: string, shares: readonly (readonly [number, string])[]): Promise<string> {
  await page.getByLabel('暗语文件').setInputFiles(word)
  for (const [at, [number, file]] of shares.entries()) {
    await page.getByLabel(`第${at + 1}位的钥匙份`).setInputFiles(file)
    await page.getByLabel(`第${at + 1}位的口令`).fill(sharePass(number))
  }
  await page.getByRole('button', { name: '合钥并读暗语' }).click()
  await expect(page.getByText('备用钥可用')).toBeVisible({ timeout: 60_000 })
  return page.locator('#rehearsal-result .fingerprint').innerText()
}

async function saveAll(page: Page, place: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const saved = new Map<string, string>()
  for (const link of await page.locator(`${place} .files a`).all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const to = path.join(folder, download.suggestedFilename())
    await download.saveAs(to)
    saved.set(download.suggestedFilename(), to)
  }
  return saved
}
