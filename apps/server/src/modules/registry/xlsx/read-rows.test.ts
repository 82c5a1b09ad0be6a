import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import { afterAll, expect, it } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { readMergedRanges, readRows } from './read-rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function saved(bytes: Buffer): string {
  const file = path.join(folder, `${count++}.xlsx`)
  writeFileSync(file, bytes)
  return file
}

async function made(build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  build(workbook.addWorksheet('表一'), workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function rowsOf(bytes: Buffer): Promise<readonly string[]> {
  const workbook = await openWorkbook(saved(bytes))
  try {
    const lines: string[] = []
    for (const sheet of workbook.sheets)
      for await (const { number, cells } of readRows(workbook, sheet))
        lines.push(
          `${number} ${[...cells]
            .sort(([a], [b]) => a - b)
            .map(
              ([column, cell]) =>
                `${column}:${'text' in cell ? cell.text : 'truth' in cell ? cell.truth : `${cell.number}${cell.isDate ? 'd' : ''}`}`,
            )
            .join(' ')}`,
        )
    return lines
  } finally {
    await workbook.archive.close()
  }
}

/** A workbook whose parts a test wrote itself. */
function handmade(parts: Readonly<Record<string, string>>): Buffer {
  const zip = new PizZip()
  const all = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...parts,
  }
  for (const [name, text] of Object.entries(all)) zip.file(name, text)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

it('texts, numbers, dates, truths and failed formulas are told apart, and empty cells are missing', async () => {
  const bytes = await made((sheet) => {
    sheet.addRow(['姓名', 12.5, new Date('2024-06-01T00:00:00Z'), true])
    sheet.addRow([null, { formula: '1/0', result: { error: '#DIV/0!' } }, { formula: 'A1', result: '姓名' }])
    sheet.addRow([{ richText: [{ text: '富' }, { text: '文本' }] }])
  })
  expect(await rowsOf(bytes)).toEqual(['1 0:姓名 1:12.5 2:45444d 3:true', '2 1:#DIV/0! 2:姓名', '3 0:富文本'])
})

it('merged cells are filled with what stands in their first cell, over rows and columns, also where a row has no cells of its own', async () => {
  const bytes = await made((sheet) => {
    sheet.addRow(['单位', '姓名', '职务'])
    sheet.addRow(['审计局', '甲', '科长'])
    sheet.addRow([null, '乙', null])
    sheet.addRow([null, null, null])
    sheet.mergeCells('A2:A4')
    sheet.mergeCells('B3:C3')
  })
  expect(await rowsOf(bytes)).toEqual(['1 0:单位 1:姓名 2:职务', '2 0:审计局 1:甲 2:科长', '3 0:审计局 1:乙 2:乙', '4 0:审计局'])
  const workbook = await openWorkbook(saved(bytes))
  const [sheet] = workbook.sheets
  expect(sheet && (await readMergedRanges(workbook, sheet))).toEqual([
    { top: 2, bottom: 4, left: 0, right: 0 },
    { top: 3, bottom: 3, left: 1, right: 2 },
  ])
  await workbook.archive.close()
})

it('rows and cells without references, prefixed names, escaped characters and readings aloud are understood', async () => {
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a_x000A_b</x:t><x:rPh><x:t>读音</x:t></x:rPh></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(await rowsOf(handmade({ 'xl/worksheets/sheet1.xml': sheet }))).toEqual(['1 0:a\nb 1:7'])
})

it('rows out of order are a clear problem, not a wrong answer', async () => {
  const sheet =
    '<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
  await expect(rowsOf(handmade({ 'xl/worksheets/sheet1.xml': sheet }))).rejects.toMatchObject({ code: 'file-unreadable' })
})

it.each([
  ['an empty file', Buffer.alloc(0), '空的'],
  ['a text', Buffer.from('姓名，单位\n甲，审计局'), '不是 Excel 文件'],
  ['an old .xls or a file with a password', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), '另存为'],
  ['a zip file that is no workbook', new PizZip().file('a.txt', 'a').generate({ type: 'nodebuffer' }), '不是 Excel 文件'],
  [
    'a workbook with a document type',
    handmade({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
    '不合规定',
  ],
  ['a workbook whose sheet is no XML', handmade({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }), '损坏'],
])('%s is refused with what to do about it', async (_, bytes, zh) => {
  await expect(rowsOf(bytes)).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { zh: expect.stringContaining(zh) as string },
  })
})

it('a file cut anywhere is refused or read short, and never ends in anything but a problem', async () => {
  const bytes = await made((sheet) => {
    for (let i = 0; i < 50; i++) sheet.addRow([`甲${i}`, i])
  })
  for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 60))
    await expect(rowsOf(bytes.subarray(0, length)), `cut at ${length}`).rejects.toMatchObject({ code: 'file-unreadable' })
})

it('a file with bytes turned over is refused or read, and never ends in anything but a problem', async () => {
  const bytes = await made((sheet) => {
    for (let i = 0; i < 50; i++) sheet.addRow([`甲${i}`, i])
  })
  for (let at = 5; at < bytes.length; at += Math.ceil(bytes.length / 80)) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    const outcome = await rowsOf(damaged).catch((error: unknown) => error)
    if (!Array.isArray(outcome)) expect(outcome, `byte ${at}`).toMatchObject({ code: 'file-unreadable' })
  }
})
