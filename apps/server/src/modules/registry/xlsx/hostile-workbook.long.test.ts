// Files made to cost the server time or memory. A scan whose time grows with the square of the file runs into the test's time limit.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PizZip from 'pizzip'
import { afterAll, expect, it, vi } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { readMergedRanges, readRows } from './read-rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Making a file takes one to three seconds; scanning 50 MB again with each piece took 23.
vi.setConfig({ testTimeout: 12_000 })

const megabytes50 = 50 << 20
const cell = (text: string) =>
  `<worksheet><sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`

/** A workbook of one sheet; STORE leaves it as large as it is, so that the limit of expansion does not come first. */
async function opened(sheet: string, compression: 'STORE' | 'DEFLATE', parts: Readonly<Record<string, string>> = {}) {
  const zip = new PizZip()
  const all = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  }
  for (const [name, text] of Object.entries(all)) zip.file(name, text)
  const file = path.join(folder, 'hostile.xlsx')
  writeFileSync(file, zip.generate({ type: 'nodebuffer', compression }))
  return openWorkbook(file)
}

async function countRows(...args: Parameters<typeof opened>): Promise<number> {
  const workbook = await opened(...args)
  try {
    let rows = 0
    for (const sheet of workbook.sheets) for await (const _ of readRows(workbook, sheet)) rows++
    return rows
  } finally {
    await workbook.archive.close()
  }
}

const refused = (zh: string) => ({ code: 'file-unreadable', details: { zh: expect.stringContaining(zh) as string } })

it.each([
  ['50 MB of spaces', `<worksheet>${' '.repeat(megabytes50)}</worksheet>`, 'STORE', '过长'],
  ['one cell of 50 MB', cell('a'.repeat(megabytes50)), 'STORE', '过长'],
  ['50 MB packed to a thousandth', cell('a'.repeat(megabytes50)), 'DEFLATE', '200 倍'],
  ['a cell longer than Excel allows', cell('字'.repeat(32_768)), 'DEFLATE', '单元格 B1 超过 32767 个字'],
] as const)('%s is refused with the reason', async (_, sheet, compression, zh) => {
  await expect(countRows(sheet, compression)).rejects.toMatchObject(refused(zh))
})

it('a shared text longer than Excel allows is refused, and one of just that length is read', async () => {
  const shared = (length: number) => ({ 'xl/sharedStrings.xml': `<sst><si><t>${'字'.repeat(length)}</t></si></sst>` })
  await expect(countRows(cell('a'), 'DEFLATE', shared(32_768))).rejects.toMatchObject(refused('32767'))
  expect(await countRows(cell('字'.repeat(32_767)), 'DEFLATE', shared(32_767))).toBe(1)
})

it('merged ranges are found behind megabytes without a tag and where a piece of the file ends in the middle of one', async () => {
  const tags = Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join('')
  const workbook = await opened(`<worksheet>${' '.repeat(megabytes50)}<mergeCells>${tags}</mergeCells></worksheet>`, 'STORE')
  const [sheet] = workbook.sheets
  expect(sheet && (await readMergedRanges(workbook, sheet))).toHaveLength(20_000)
  await workbook.archive.close()
})

it('a merged range is filled to the last row of Excel at most, and ranges that overlap without end are refused', async () => {
  const merged = (ranges: string) => cell('a').replace('</worksheet>', `<mergeCells>${ranges}</mergeCells></worksheet>`)
  expect(await countRows(merged('<mergeCell ref="B1:B99999999999"/>'), 'STORE')).toBe(1_048_576)
  const same = '<mergeCell ref="A1:Z9"/>'.repeat(1000)
  await expect(countRows(merged(same), 'STORE')).rejects.toMatchObject(refused('重叠'))
})

it('sheets that share one part are refused', async () => {
  const sheets = '<sheet name="S" sheetId="1" r:id="rId1"/><sheet name="T" sheetId="2" r:id="rId1"/>'
  const frame = { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>` }
  await expect(countRows(cell('a'), 'STORE', frame)).rejects.toMatchObject(refused('同一份'))
})
