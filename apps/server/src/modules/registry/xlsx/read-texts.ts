// A small workbook whole, as texts: for forms and lists that are read by a rule of their own.
import { openWorkbook } from './open-workbook.ts'
import { readRows } from './read-rows.ts'
import type { CellValue } from './cell-text.ts'
import { unreadable } from './unreadable.ts'

const maxRows = 5000

/** Sheets as Excel shows them: row n at index n − 1, cells from column A; a truth is TRUE or FALSE. */
export async function readSheetTexts(
  path: string,
): Promise<readonly { readonly name: string; readonly rows: readonly string[][] }[]> {
  const workbook = await openWorkbook(path)
  try {
    const sheets = []
    for (const sheet of workbook.sheets) {
      const rows: string[][] = []
      for await (const { number, cells } of readRows(workbook, sheet)) {
        if (number > maxRows)
          throw unreadable(`工作表“${sheet.name}”超过${maxRows}行`, `sheet "${sheet.name}" has over ${maxRows} rows`)
        while (rows.length < number) rows.push([])
        for (const [column, value] of cells) {
          const row = rows[number - 1] ?? []
          while (row.length < column) row.push('')
          row[column] = textOf(value)
        }
      }
      sheets.push({ name: sheet.name, rows })
    }
    return sheets
  } finally {
    await workbook.archive.close()
  }
}

function textOf(value: CellValue): string {
  if (value.kind === 'truth') return value.truth ? 'TRUE' : 'FALSE'
  return value.kind === 'number' ? String(value.number) : value.text
}
