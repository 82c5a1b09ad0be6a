// The proof of a record as people carry it away: found from the round, downloaded, and judged by one HTML file without a network.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { signIn, test } from './product.ts'

const project = path.resolve(import.meta.dirname, '../..')
const verifier = pathToFileURL(path.join(project, 'apps/web/dist/ledger-verifier.html')).href

async function saved(page: Page, act: () => Promise<void>, to: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  await download.saveAs(to)
  return to
}

test('a round is proven by a file and an offline page, and a changed file is found', async ({ page, product }, info) => {
  const place = (name: string) => info.outputPath(name)
  await signIn(page, product, 'jingzhou.office')
  await page.getByRole('link', { name: '轮次计划', exact: true }).click()
  await page.getByRole('link', { name: '江陵县赴荆州区弥市镇交叉巡察' }).click()
  await page.getByRole('link', { name: '存证：此轮的经过与证明' }).click()
  await expect(page.getByRole('heading', { name: '存证日志' })).toBeVisible()
  await expect(page.getByRole('table', { name: '经过' }).getByText('新增')).toBeVisible()
  // The demonstration was loaded a moment ago; it is signed within ten seconds.
  await expect(page.getByRole('table', { name: '检查点' }).getByRole('row').nth(1)).toBeVisible({ timeout: 30_000 })
  const proof = await saved(page, () => page.getByRole('link', { name: '下载证明' }).click(), place('round.ledger.json'))
  const policy = await saved(page, () => page.getByRole('link', { name: '信任策略' }).click(), place('policy.txt'))

  await test.step('the record is named by fields that are called like its key, the body by its own code', async () => {
    const id = await page.getByLabel('记录编号').inputValue()
    await expect(page.getByLabel('机构区划代码')).toHaveValue('421000000000')
    await page.goto('/ledger')
    await page.getByLabel('机构区划代码').fill('4210')
    await page.getByLabel('记录编号').fill(id)
    await page.getByRole('button', { name: '查经过' }).click()
    await expect(page.getByRole('table', { name: '经过' }).getByText('新增')).toBeVisible()
  })

  await test.step('the checkpoint is a page for paper with its QR code', async () => {
    await page.getByRole('link', { name: '打印检查点' }).click()
    await expect(page.getByRole('img', { name: '检查点全文二维码' })).toBeVisible()
    await expect(page.getByText('签收机关（章）')).toBeVisible()
  })

  await test.step('the offline page asks nobody, and says that nothing was changed', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(verifier)
    await page.getByLabel(/信任策略文件/).setInputFiles(policy)
    await page.getByLabel(/单条记录的存证证明/).setInputFiles(proof)
    await page.getByRole('button', { name: /核验/ }).click()
    await expect(page.getByText('未发现改动')).toBeVisible()
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
  })

  await test.step('one changed character in the record is found', async () => {
    const bent = place('bent.ledger.json')
    await writeFile(bent, (await readFile(proof, 'utf8')).replace('江陵县赴荆州区', '江陵县赴沙市区'))
    await page.getByLabel(/单条记录的存证证明/).setInputFiles(bent)
    await page.getByRole('button', { name: /核验/ }).click()
    await expect(page.getByText('内容与最后一条登记的不符')).toBeVisible()
  })
})
