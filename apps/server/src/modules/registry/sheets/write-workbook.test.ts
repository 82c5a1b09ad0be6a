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
