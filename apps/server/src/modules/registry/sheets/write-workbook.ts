// Writes workbooks as a stream into a temporary file, row by row; the file is gone once it has been sent.
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { printable } from '../../../platform/printable.ts'

export interface CellWritten {
  readonly value: string | number | boolean | null
  /** Shown on the cell as a note; the cell is filled red when `isWrong`. */
  readonly note?: string
  readonly isWrong?: boolean
  /** A figure stands to the right, told or not; a share is a part of 1 and read as percent. */
  readonly figure?: 'count' | 'share'
  /** A title or a sum among other rows. */
  readonly isBold?: boolean
}

export interface SheetWritten {
  readonly name: string
  /** Columns with a width are text: Excel would make 2024.1 of 2024.10 otherwise. */
  readonly widths?: readonly number[]
  readonly isHidden?: boolean
  /** The first row is a header: bold, and it stays while the rest scrolls. */
  readonly hasHeader: boolean
  /** Words to pick from in a column (from 1), from this formula. */
  readonly choices?: readonly { readonly column: number; readonly formula: string }[]
  readonly rows: AsyncIterable<readonly CellWritten[]> | Iterable<readonly CellWritten[]>
}

const red = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF8C9C4' } } as const
const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2EEEC' } } as const
const flushEvery = 500
/** Its number in the format. */
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum of exceljs is of its types alone, nothing of it is there at run time
const A4 = 9 as ExcelJS.PaperSize.A4
/** Characters that fit across an upright A4 page at the size of print. */
const UPRIGHT = 90
/** As far down as the lists to pick from reach. */
const choiceRows = 5000

/** Writes the sheets in order and answers a stream of the file. */
export async function writeWorkbook(sheets: readonly SheetWritten[]): Promise<Readable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-sheet-'))
  const filename = path.join(folder, 'sheet.xlsx')
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: false })
    for (const sheet of sheets) await writeSheet(workbook, sheet)
    await workbook.commit()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const stream = createReadStream(filename)
  stream.once('close', () => void rm(folder, { recursive: true, force: true }))
  return stream
}

/** Whether its columns, in characters, are more than an upright page takes. */
function isWide({ widths }: SheetWritten): boolean {
  return (widths ?? []).reduce((sum, width) => sum + width, 0) > UPRIGHT
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: SheetWritten): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.isHidden === true ? 'hidden' : 'visible',
    // On A4, as wide as the paper: a column that falls on a second sheet is read by nobody.
    pageSetup: {
      paperSize: A4,
      orientation: isWide(sheet) ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    ...(sheet.hasHeader ? { views: [{ state: 'frozen', ySplit: 1 }] } : {}),
  })
  if (sheet.widths !== undefined) worksheet.columns = sheet.widths.map((width) => ({ width, style: { numFmt: '@' } }))
  for (const { column, formula } of sheet.choices ?? []) {
    const letters = worksheet.getColumn(column).letter
    // The types of exceljs leave these out; the writer has them.
    const { dataValidations } = worksheet as unknown as {
      dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void }
    }
    dataValidations.add(`${letters}2:${letters}${choiceRows}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '不在可选范围内',
      error: '请从列表中选择',
    })
  }
  let count = 0
  for await (const cells of sheet.rows) {
    const row = worksheet.addRow(cells.map(({ value }) => (typeof value === 'string' ? printable(value) : value)))
    for (const [i, { note, isWrong, figure, isBold }] of cells.entries()) {
      if (figure !== undefined) {
        row.getCell(i + 1).numFmt = figure === 'share' ? '0.0%' : '0'
        row.getCell(i + 1).alignment = { horizontal: 'right' }
      }
      if (isBold === true) row.getCell(i + 1).font = { bold: true }
      if (note !== undefined) row.getCell(i + 1).note = { texts: [{ text: printable(note) }], margins: { insetmode: 'auto' } }
      if (isWrong === true) row.getCell(i + 1).fill = red
      else if (sheet.hasHeader && count === 0) {
        row.getCell(i + 1).fill = headerFill
        row.getCell(i + 1).font = { bold: true }
      }
    }
    row.commit()
    count++
    // The writer knows no back pressure: without a pause the whole file would gather in memory.
    if (count % flushEvery === 0) await setImmediate()
  }
  worksheet.commit()
}
