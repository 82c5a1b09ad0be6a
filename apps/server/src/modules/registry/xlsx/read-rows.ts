// Rows of a sheet as a stream. Merged cells come filled: their ranges stand after the rows in the file, so they are read in a
// pass of their own first.
import { setImmediate } from 'node:timers/promises'
import { cellPlace, columnIndex, columnLetters, unescapeText, type CellValue } from './cell-text.ts'
import { maxSheetBytes, type Workbook, type WorkbookSheet } from './open-workbook.ts'
import { cellTooLong, maxCellLength, maxWrittenLength, unreadable } from './unreadable.ts'
import { xmlEvents } from './xml-events.ts'

export interface MergedRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly number: number
  /** By column from 0; empty cells are missing. */
  readonly cells: ReadonlyMap<number, CellValue>
}

/** No tag that names a merged range is longer. */
const maxTagLength = 4096
/** The last row that Excel has. */
const lastRow = 1_048_576

/** The merged ranges of a sheet, top to bottom. */
export async function readMergedRanges(workbook: Workbook, sheet: WorkbookSheet): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest = ''
  const found = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
  // Ranges stand after the rows: looking at the text for one word is five times faster than parsing it.
  for await (const chunk of workbook.archive.read(sheet.path, maxSheetBytes) as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1')
    const last = text.lastIndexOf('>') + 1
    if (text.includes('mergeCell')) {
      for (const [, left = '', top = '', right = '', bottom = ''] of text.slice(0, last).matchAll(found)) {
        ranges.push({
          top: Number(top),
          bottom: Math.min(Number(bottom), lastRow),
          left: columnIndex(left),
          right: columnIndex(right),
        })
      }
    }
    // Only a tag that is cut off is kept: text that no tag ends would be read again with each piece.
    const cut = text.indexOf('<', Math.max(last, text.length - maxTagLength))
    rest = cut === -1 ? '' : text.slice(cut)
  }
  return ranges.sort((a, b) => a.top - b.top)
}

/** All rows that hold something, in the order of the file, merged cells filled with the value of their first cell. */
export async function* readRows(workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<SheetRow> {
  const fill = filler(await readMergedRanges(workbook, sheet))
  let last = 0
  for await (const row of rawRows(workbook, sheet)) {
    if (row.number <= last) throw unreadable(`工作表“${sheet.name}”的行次序乱了`, `sheet "${sheet.name}": rows are out of order`)
    // A merged range may cover rows that hold no cell of their own.
    yield* filledBetween(fill, last, row.number)
    last = row.number
    const cells = fill.apply(row.number, row.cells)
    if (cells.size > 0) yield { number: row.number, cells }
  }
  yield* filledBetween(fill, last, Infinity)
}

async function* filledBetween(fill: ReturnType<typeof filler>, after: number, before: number): AsyncGenerator<SheetRow> {
  for (const number of fill.rowsBetween(after, before)) {
    // A range may cover a million rows, and nothing is read meanwhile: others get their turn.
    if (number % 1000 === 0) await setImmediate()
    const cells = fill.apply(number, new Map())
    if (cells.size > 0) yield { number, cells }
  }
}

/** No sheet of ours has more columns; a range over all 16,384 would only cost time. */
const lastColumn = 255

function filler(ranges: readonly MergedRange[]) {
  let next = 0
  let open: { readonly range: MergedRange; value: CellValue | undefined }[] = []
  const openAt = (number: number) => {
    const still = open.filter(({ range }) => range.bottom >= number)
    // Excel lets no ranges overlap, so those of a row have no more columns than the row.
    const width = still.reduce((sum, { range }) => sum + Math.max(1, Math.min(range.right, lastColumn) - range.left + 1), 0)
    if (width > lastColumn + 1) throw unreadable('合并单元格互相重叠', 'merged cells overlap')
    return still
  }
  const advance = (number: number) => {
    while (next < ranges.length && (ranges[next]?.top ?? 0) <= number) {
      const range = ranges[next++]
      if (range && range.left <= lastColumn && range.bottom >= number) open.push({ range, value: undefined })
    }
    open = openAt(number)
  }
  return {
    rowsBetween: function* (after: number, before: number): Generator<number> {
      const bottom = Math.max(0, ...open.map(({ range }) => range.bottom))
      for (let number = after + 1; number < before && number <= bottom; number++) yield number
    },
    apply: (number: number, cells: ReadonlyMap<number, CellValue>): ReadonlyMap<number, CellValue> => {
      advance(number)
      if (open.length === 0) return cells
      const filled = new Map(cells)
      for (const merged of open) {
        const { top, left, right } = merged.range
        if (top === number) merged.value = cells.get(left)
        if (merged.value === undefined) continue
        for (let column = left; column <= Math.min(right, lastColumn); column++) filled.set(column, merged.value)
      }
      return filled
    },
  }
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
}

async function* rawRows(workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells = new Map<number, CellValue>()
  let cell: OpenCell | null = null
  let text = ''
  let inValue = false
  let inReading = false
  let nextColumn = 0
  const tooLong = () => cellTooLong(cell === null ? null : `${columnLetters(cell.column)}${number}`)
  const events = xmlEvents(workbook.archive.read(sheet.path, maxSheetBytes), {
    open: (name, attributes) => {
      if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r'])
        cells = new Map()
        nextColumn = 0
      } else if (name === 'c') {
        const column = attributes['r'] === undefined ? nextColumn : (cellPlace(attributes['r'])?.[1] ?? nextColumn)
        nextColumn = column + 1
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
        text = ''
      } else if (name === 'rPh') {
        inReading = true
      } else if (name === 'v' || name === 't') {
        inValue = !inReading
      }
    },
    text: (piece) => {
      if (!inValue) return
      text += piece
      if (text.length > maxWrittenLength) throw tooLong()
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c' && cell !== null) {
        const value = valueOf(workbook, cell, text)
        if (value?.kind === 'text' && value.text.length > maxCellLength) throw tooLong()
        if (value !== null) cells.set(cell.column, value)
        cell = null
      } else if (name === 'row') ready.push({ number, cells })
    },
  })
  while ((await events.next()).done !== true) {
    yield* ready
    ready = []
  }
}

function valueOf(workbook: Workbook, { type, style }: OpenCell, raw: string): CellValue | null {
  if (type === 's') return asText(workbook.sharedTexts[Number(raw)] ?? '')
  if (type === 'inlineStr' || type === 'str') return asText(unescapeText(raw))
  if (type === 'b') return { kind: 'truth', truth: raw === '1' }
  if (type === 'e') return { kind: 'fault', text: raw }
  if (type === 'd') return asText(raw.slice(0, 10))
  if (raw === '') return null
  const number = Number(raw)
  if (!Number.isFinite(number)) return asText(raw)
  return { kind: 'number', number, isDate: workbook.dateStyles[style] ?? false }
}

function asText(text: string): CellValue | null {
  return text.trim() === '' ? null : { kind: 'text', text }
}
