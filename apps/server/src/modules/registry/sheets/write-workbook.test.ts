import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { writeWorkbook } from './write-workbook.ts'

it('a sheet prints on A4, as wide as the paper, lying down where its columns need it', async () => {
  const sheet = (name: string, widths: readonly number[]) => ({ name, widths, hasHeader: true, rows: [[{ value: '村' }]] })
  const file = await buffer(await writeWorkbook([sheet('窄', [20, 40]), sheet('宽', [40, 60])]))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as never)
  const printed = book.worksheets.map(({ pageSetup: { paperSize, orientation, fitToPage, fitToWidth, fitToHeight } }) => [
    paperSize,
    orientation,
    fitToPage,
    fitToWidth,
    fitToHeight,
  ])
  expect(printed).toEqual([
    [9, 'portrait', true, 1, 0],
    [9, 'landscape', true, 1, 0],
  ])
})

it('a text that begins like a formula is written as text, which no spreadsheet works out', async () => {
  const texts = ['=1+1', '=HYPERLINK("http://evil.example","点我")', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1+1']
  const rows = texts.map((value) => [{ value, note: value }])
  const file = await buffer(await writeWorkbook([{ name: '名单', widths: [20], hasHeader: false, rows }]))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as never)
  const cells = texts.map((_text, at) => book.worksheets[0]?.getCell(at + 1, 1))
  expect(cells.map((cell) => cell?.type)).toEqual(texts.map(() => ExcelJS.ValueType.String))
  expect(cells.map((cell) => cell?.formula)).toEqual(texts.map(() => undefined))
})
