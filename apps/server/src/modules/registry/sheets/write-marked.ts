// The uploaded file back: the same values, every wrong cell red with a note that says why, and all errors listed on a page of their own.
import type { Readable } from 'node:stream'
import { columnIndex, type CellValue, dayOfSerial } from '../xlsx/cell-text.ts'
import { openWorkbook, type Workbook, type WorkbookSheet } from '../xlsx/open-workbook.ts'
import { readRows } from '../xlsx/read-rows.ts'
import { errorSheet, guideSheet, type SheetFault } from './read-sheet.ts'
import { writeWorkbook, type CellWritten, type SheetWritten } from './write-workbook.ts'

/** Writes the marked copy of a file. Merged cells come apart, each with the value it stands for. */
export async function writeMarked(path: string, faults: readonly SheetFault[]): Promise<Readable> {
  const workbook = await openWorkbook(path)
  try {
    const bySheet = Map.groupBy(faults, ({ sheet }) => sheet)
    const sheets = workbook.sheets.filter(({ name, isHidden }) => !isHidden && name !== guideSheet && name !== errorSheet)
    return await writeWorkbook([
      { name: errorSheet, hasHeader: true, widths: [16, 8, 8, 16, 30, 60, 60], rows: faultRows(faults) },
      ...sheets.map((sheet): SheetWritten => ({
        name: sheet.name,
        hasHeader: false,
        rows: markedRows(workbook, sheet, bySheet.get(sheet.name) ?? []),
      })),
    ])
  } finally {
    await workbook.archive.close()
  }
}

function* faultRows(faults: readonly SheetFault[]): Generator<readonly CellWritten[]> {
  yield ['工作表', '行', '列', '列名', '内容', '错误', 'Error'].map((value) => ({ value }))
  for (const { sheet, row, column, header, value, zh, en } of faults)
    yield [sheet, row, column, header, value, zh, en].map((cell) => ({ value: cell }))
}

async function* markedRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  faults: readonly SheetFault[],
): AsyncGenerator<readonly CellWritten[]> {
  const byRow = Map.groupBy(faults, ({ row }) => row)
  let next = 1
  for await (const { number, cells } of readRows(workbook, sheet)) {
    for (; next < number; next++) yield markedCells(new Map(), byRow.get(next) ?? [], workbook.is1904)
    yield markedCells(cells, byRow.get(number) ?? [], workbook.is1904)
    next = number + 1
  }
}

function markedCells(
  cells: ReadonlyMap<number, CellValue>,
  faults: readonly SheetFault[],
  is1904: boolean,
): readonly CellWritten[] {
  const notes = Map.groupBy(faults, ({ column }) => columnIndex(column))
  const width = Math.max(-1, ...cells.keys(), ...notes.keys()) + 1
  return Array.from({ length: width }, (_, column): CellWritten => {
    const value = plainValue(cells.get(column), is1904)
    const wrong = notes.get(column)
    return wrong === undefined ? { value } : { value, isWrong: true, note: wrong.map(({ zh, en }) => `${zh}\n${en}`).join('\n') }
  })
}

function plainValue(cell: CellValue | undefined, is1904: boolean): string | number | boolean | null {
  if (cell === undefined) return null
  if (cell.kind === 'truth') return cell.truth
  if (cell.kind === 'number') return cell.isDate ? (dayOfSerial(cell.number, is1904) ?? cell.number) : cell.number
  return cell.text
}
