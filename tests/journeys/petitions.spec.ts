// Petitions of a county's villages: figures imported whole or not at all, a rise that proposes, a person who decides and takes it back.
import { buffer } from 'node:stream/consumers'
import { expect, type Page } from '@playwright/test'
import { writeWorkbook } from '../../apps/server/src/modules/registry/sheets/write-workbook.ts'
import { signIn, signOut, test } from './product.ts'

test.use({ actionTimeout: 20_000 })

const RIVER = '421003105201'
const QUIET = '421003105203'

/** The twelve whole months up to now, as the page has them. */
function months(): readonly string[] {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return Array.from({ length: 12 }, (_none, k) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12 + k, 1)).toISOString().slice(0, 7),
  )
}

async function sheetOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const all = [['区划代码', '月份', '信访量', '来源'], ...rows]
  const written = all.map((row) => row.map((value) => ({ value })))
  return buffer(await writeWorkbook([{ name: '信访量', hasHeader: true, widths: [16, 10, 8, 20], rows: written }]))
}

const linesOf = (place: string, volumes: readonly (number | null)[]) =>
  volumes.flatMap((volume, k) => (volume === null ? [] : [[place, months()[k] ?? '', volume, '区信访局月报']]))

async function importSheet(page: Page, file: Buffer): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: '信访量.xlsx', mimeType: 'application/octet-stream', buffer: file })
}

test('S2-09 twelve months that climb propose a higher urgency, decided with a reason and taken back; unknown is never zero', async ({
  page,
  product,
}) => {
  test.setTimeout(150_000)
  const river = page.getByRole('rowgroup', { name: '沿河村' })
  const dialog = page.getByRole('dialog')

  await test.step('a term without figures says what is missing', async () => {
    await signIn(page, product, 'jingzhouqu.office')
    await page.getByRole('link', { name: '五年规划' }).click()
    await page.getByRole('button', { name: '新建规划' }).click()
    await dialog.getByLabel('规划名称').fill('看信访趋势的规划')
    await dialog.getByRole('button', { name: '新建规划' }).click()
    await page.getByRole('link', { name: '看信访趋势的规划' }).click()
    await page.getByRole('link', { name: '信访趋势' }).click()
    await expect(page.getByText('最近12个月还没有信访量')).toBeVisible()
  })

  await test.step('a sheet with a fault names its cell and brings nothing; the whole one is previewed, then written', async () => {
    await importSheet(page, await sheetOf([...linesOf(QUIET, [3]), [QUIET, months()[1] ?? '', '不详', '区信访局月报']]))
    await expect(dialog.getByText('有错误，一行也没有写入')).toBeVisible()
    await expect(dialog.getByRole('cell', { name: 'C3 信访量' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('最近12个月还没有信访量')).toBeVisible()
    const rows = [
      ...linesOf(RIVER, [3, 2, 4, 3, 3, 2, 5, 6, 6, 8, 7, 9]),
      ...linesOf(QUIET, [6, null, 7, null, 5, null, 0, null, 6, null, 7, null]),
    ]
    await importSheet(page, await sheetOf(rows))
    await dialog.getByRole('button', { name: '确认写入 18 行' }).click()
    await expect(dialog.getByText('已写入：新增 18')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the line has its table: small numbers hidden, unknown months named, the definition and the rule beside it', async () => {
    await expect(river.getByText('上升')).toBeVisible()
    await expect(river.getByText('<5')).toHaveCount(6)
    await expect(river.getByText('6–24')).toBeVisible()
    const quiet = page.getByRole('rowgroup').filter({ hasText: '无法判断' })
    await expect(quiet.getByText('未知')).toHaveCount(6)
    await expect(quiet.getByRole('cell', { name: '0', exact: true })).toHaveCount(1)
    await expect(page.getByText(/未知表示没有提供，不按0计/)).toBeVisible()
    await expect(page.getByText(/曼－肯德尔检验/)).toBeVisible()
  })

  await test.step('nothing is raised without a person and a reason; what was raised is taken back', async () => {
    await expect(river.getByText('现为0')).toBeVisible()
    await expect(river.getByText('建议提到2')).toBeVisible()
    await river.getByRole('button', { name: '提级 沿河村' }).click()
    await dialog.getByRole('button').last().click()
    await expect(dialog.getByText('未写理由，不能办理')).toBeVisible()
    await dialog.getByLabel('理由').fill('信访连续走高，提前安排')
    await dialog.getByRole('button').last().click()
    await expect(river.getByText('现为2')).toBeVisible()
    await expect(river.getByText(/龚文斌 .*提到2.*信访连续走高，提前安排/)).toBeVisible()
    await river.getByRole('button', { name: '撤销对沿河村的决定' }).click()
    await dialog.getByLabel('理由').fill('核实为同一事项重复信访')
    await dialog.getByRole('button').last().click()
    await expect(river.getByText('现为0')).toBeVisible()
    await expect(river.getByText(/撤销：核实为同一事项重复信访/)).toBeVisible()
  })

  await test.step('a figure is revised with a reason and stays on record', async () => {
    await river.getByRole('button', { name: '沿河村的逐月件次' }).click()
    await expect(dialog.getByRole('row', { name: /区信访局月报（导入）/ })).toHaveCount(12)
    await dialog.getByLabel('件次').fill('8')
    await dialog.getByRole('button', { name: /记\s*下/ }).click()
    await expect(dialog.getByText('这个月已有数，更正要写原因')).toBeVisible()
    await dialog.getByLabel('更正原因').fill('信访局更正')
    await dialog.getByRole('button', { name: /记\s*下/ }).click()
    await expect(dialog.getByRole('row', { name: /第1次更正：信访局更正/ })).toContainText('8')
    await page.keyboard.press('Escape')
    await signOut(page)
  })

  await test.step('the leading group reads the same and has nothing to press', async () => {
    await signIn(page, product, 'jingzhouqu.leading')
    await page.getByRole('link', { name: '五年规划' }).click()
    await page.getByRole('link', { name: '看信访趋势的规划' }).click()
    await page.getByRole('link', { name: '信访趋势' }).click()
    await expect(river.getByText('建议提到2')).toBeVisible()
    await expect(river.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0)
  })
})
