// Rows of a sheet as a stream. Merged cells come filled: their ranges stand after the rows in the file, so they are read in a
// pass of their own first.
import { cellPlace, columnIndex, unescapeText, type CellValue } from './cell-text.ts'
import { maxSheetBytes, type Workbook, type WorkbookSheet } from './open-workbook.ts'
import { unreadable } from './unreadable.ts'
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

/** The merged ranges of a sheet, top to bottom. */
export async function readMergedRanges(workbook: Workbook, sheet: WorkbookSheet): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = []
  let rest = ''
  const found = /<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
  // Ranges stand after the rows: looking at the text for one word is five times faster than parsing it.
  for await (const chunk of workbook.archive.read(sheet.path, maxSheetBytes) as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1')
    const last = text.lastIndexOf('>') + 1
    if (text.includes('mergeCell')) {
      for (const [, left = '', top = '', right = '', bottom = ''] of text.slice(0, last).matchAll(found)) {
        ranges.push({ top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) })
      }
    }
    rest = text.slice(last)
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

function* filledBetween(fill: ReturnType<typeof filler>, after: number, before: number): Generator<SheetRow> {
  for (const number of fill.rowsBetween(after, before)) {
    const cells = fill.apply(number, new Map())
    if (cells.size > 0) yield { number, cells }
  }
}

/** No sheet of ours has more columns; a range over all 16,384 would only cost time. */
const lastColumn = 255

function filler(ranges: readonly MergedRange[]) {
  let next = 0
  let open: { readonly range: MergedRange; value: CellValue | undefined }[] = []
  const advance = (number: number) => {
    while (next < ranges.length && (ranges[next]?.top ?? 0) <= number) {
      const range = ranges[next++]
      if (range) open.push({ range, value: undefined })
    }
    open = open.filter(({ range }) => range.bottom >= number)
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
      if (inValue) text += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c' && cell !== null) {
        const value = valueOf(workbook, cell, text)
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
