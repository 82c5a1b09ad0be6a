// Rows of an uploaded workbook as values of a definition: finds the header, reads each cell, says what is wrong and where.
import { columnLetters, type CellValue } from '../xlsx/cell-text.ts'
import { openWorkbook, type Workbook, type WorkbookSheet } from '../xlsx/open-workbook.ts'
import { readRows, type SheetRow } from '../xlsx/read-rows.ts'
import { withoutIdentityNumbers } from '../ties/identity-number.ts'
import { cellText } from './cell-meaning.ts'
import { findHeader, type Header } from './find-header.ts'
import type { Columns, SheetDefinition, ValuesOf } from './sheet-definition.ts'

export interface SheetFault {
  readonly sheet: string
  readonly row: number
  /** Letters of the column. */
  readonly column: string
  readonly header: string | null
  readonly value: string
  readonly zh: string
  readonly en: string
}

export interface ReadRow<C extends Columns> {
  readonly sheet: string
  readonly row: number
  readonly values: ValuesOf<C>
  /** A fault of a column of this row, placed at its cell. */
  readonly faultAt: (key: keyof C & string, zh: string, en: string) => SheetFault
}

export type SheetEvent<C extends Columns> =
  | { readonly kind: 'row'; readonly row: ReadRow<C> }
  | { readonly kind: 'fault'; readonly fault: SheetFault }
  | { readonly kind: 'ignored'; readonly header: string }
  /** A header was found; without one no sheet of the workbook is meant. */
  | { readonly kind: 'header' }

/** The page of the template that explains the columns; it is never read. */
export const guideSheet = '填表说明'
/** The page of a marked file that lists its errors; neither is it. */
export const errorSheet = '错误清单'
const maxRows = 200_000
const headerRows = 20

/** Everything that a workbook says of a definition, in the order of the file. A row with a fault comes as its faults only. */
export async function* readSheet<C extends Columns>(path: string, definition: SheetDefinition<C>): AsyncGenerator<SheetEvent<C>> {
  const workbook = await openWorkbook(path)
  try {
    const sheets = workbook.sheets.filter(({ name, isHidden }) => name !== guideSheet && name !== errorSheet && !isHidden)
    let isFound = false
    let rows = 0
    for (const sheet of sheets) {
      for await (const event of readOne(workbook, sheet, definition)) {
        isFound = true
        if (event.kind === 'row' && ++rows > maxRows) {
          yield {
            kind: 'fault',
            fault: whole(
              sheet.name,
              event.row.row,
              `一个文件最多${maxRows}行，请分成几个`,
              `a file has at most ${maxRows} rows: split it`,
            ),
          }
          return
        }
        yield event
      }
    }
    if (isFound) return
    const wanted = Object.values(definition.columns).filter(({ isRequired }) => isRequired)
    const names = wanted.map(({ zh }) => zh).join('、')
    yield {
      kind: 'fault',
      fault: whole(
        sheets[0]?.name ?? '',
        1,
        `没有找到表头（要有：${names}），请用下载的模板`,
        `no header was found (needed: ${names}): use the template`,
      ),
    }
  } finally {
    await workbook.archive.close()
  }
}

function whole(sheet: string, row: number, zh: string, en: string): SheetFault {
  return { sheet, row, column: 'A', header: null, value: '', zh, en }
}

async function* readOne<C extends Columns>(
  workbook: Workbook,
  sheet: WorkbookSheet,
  definition: SheetDefinition<C>,
): AsyncGenerator<SheetEvent<C>> {
  let header: Header | null = null
  for await (const row of readRows(workbook, sheet)) {
    if (header === null) {
      if (row.number > headerRows) return
      header = findHeader(row, definition.columns)
      if (header === null) continue
      for (const ignored of header.ignored) yield { kind: 'ignored', header: ignored }
      const { missing, doubled } = header
      for (const { zh, en } of missing)
        yield { kind: 'fault', fault: whole(sheet.name, row.number, `缺少“${zh}”列`, `the column "${zh}" (${en}) is missing`) }
      for (const { column, zh } of doubled)
        yield {
          kind: 'fault',
          fault: {
            ...whole(sheet.name, row.number, `“${zh}”列出现了两次`, `the column "${zh}" is there twice`),
            column: columnLetters(column),
            header: zh,
          },
        }
      if (missing.length + doubled.length > 0) return
      yield { kind: 'header' }
      continue
    }
    yield* readValues(workbook, sheet, definition, header, row)
  }
}

function* readValues<C extends Columns>(
  workbook: Workbook,
  sheet: WorkbookSheet,
  definition: SheetDefinition<C>,
  header: Header,
  row: SheetRow,
): Generator<SheetEvent<C>> {
  const faultAt = (key: string, zh: string, en: string): SheetFault => {
    const column = header.columns.get(key) ?? 0
    const cell = row.cells.get(column)
    return {
      sheet: sheet.name,
      row: row.number,
      column: columnLetters(column),
      header: definition.columns[key]?.zh ?? null,
      value: cell === undefined ? '' : withoutIdentityNumbers(cellText(cell, workbook.is1904)).slice(0, 200),
      zh,
      en,
    }
  }
  if (isRepeatedHeader(header, row, workbook.is1904)) return
  const values: Record<string, unknown> = {}
  const faults: SheetFault[] = []
  let isEmpty = true
  for (const [key, { isRequired, read }] of Object.entries(definition.columns)) {
    const column = header.columns.get(key)
    const cell = column === undefined ? undefined : row.cells.get(column)
    if (cell === undefined) {
      values[key] = null
      if (isRequired) faults.push(faultAt(key, '这一格要填', 'this cell must be filled'))
      continue
    }
    isEmpty = false
    const result = read(cell, workbook.is1904)
    if ('fault' in result) faults.push(faultAt(key, result.fault.zh, result.fault.en))
    else values[key] = result.value
  }
  // Only cells outside the known columns: a remark below the table, no row of it.
  if (isEmpty) return
  if (faults.length > 0) for (const fault of faults) yield { kind: 'fault', fault }
  else yield { kind: 'row', row: { sheet: sheet.name, row: row.number, values: values as ValuesOf<C>, faultAt } }
}

/** A header merged over two rows comes again as the filled second row. */
function isRepeatedHeader(header: Header, row: SheetRow, is1904: boolean): boolean {
  const cells = [...header.texts].filter(([column]) => row.cells.has(column))
  return cells.length > 1 && cells.every(([column, text]) => sameText(row.cells.get(column), text, is1904))
}

function sameText(cell: CellValue | undefined, text: string, is1904: boolean): boolean {
  return cell !== undefined && cellText(cell, is1904) === text
}
