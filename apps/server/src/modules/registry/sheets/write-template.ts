import type { Readable } from 'node:stream'
import { columnLetters } from '../xlsx/cell-text.ts'
import { guideSheet } from './read-sheet.ts'
import type { Column, SheetDefinition } from './sheet-definition.ts'
import { writeWorkbook, type CellWritten } from './write-workbook.ts'

const choiceSheet = '选项'

/** The template of a noun: an empty sheet with notes and lists to pick from, and a page that explains it with a filled example. */
export function writeTemplate(definition: SheetDefinition): Promise<Readable> {
  const columns = Object.values(definition.columns)
  const lists = columns.flatMap(({ choices }, i) => (choices === null ? [] : [{ column: i + 1, choices }]))
  return writeWorkbook([
    {
      name: definition.zh,
      hasHeader: true,
      widths: columns.map(widthOf),
      choices: lists.map(({ column, choices }, i) => ({
        column,
        formula: `${choiceSheet}!$${columnLetters(i)}$1:$${columnLetters(i)}$${choices.length}`,
      })),
      rows: [headerOf(columns)],
    },
    { name: guideSheet, hasHeader: true, widths: [14, 18, 8, 46, 40, 40, 30], rows: guideRows(definition) },
    { name: choiceSheet, hasHeader: false, isHidden: true, rows: choiceRows(lists.map(({ choices }) => choices)) },
  ])
}

/** The header row of a definition, with a note on each header. */
export function headerOf(columns: readonly Column<unknown>[]): readonly CellWritten[] {
  return columns.map(({ zh, en, isRequired, note }) => ({
    value: isRequired ? `${zh}*` : zh,
    note: [`${zh} ${en}${isRequired ? '（必填 required）' : ''}`, note.zh, note.en].filter(Boolean).join('\n'),
  }))
}

export function widthOf({ zh, example }: Column<unknown>): number {
  return Math.min(40, Math.max(10, zh.length * 2 + 4, example.length * 1.6 + 2))
}

function* guideRows({ columns }: SheetDefinition): Generator<readonly CellWritten[]> {
  const line = (...values: readonly string[]): readonly CellWritten[] => values.map((value) => ({ value }))
  yield line('列名', 'English', '必填', '说明', '可选值', '也认这些表头', '示例')
  for (const { zh, en, isRequired, note, choices, synonyms, example } of Object.values(columns))
    yield line(
      zh,
      en,
      isRequired ? '是' : '',
      [note.zh, note.en].filter(Boolean).join(' / '),
      (choices ?? []).join('、'),
      synonyms.join('、'),
      example,
    )
  yield line('')
  yield line('填写示例（本页不会导入）')
  yield Object.values(columns).map(({ zh }) => ({ value: zh }))
  yield Object.values(columns).map(({ example }) => ({ value: example }))
  yield line('')
  yield line('空着的格子是“未核”，不会改动已有内容；确实没有的填“无”。同一个文件再导入一次不会改变任何内容。')
  yield line(
    'An empty cell means "not verified" and changes nothing; write 无 where there is none. The same file again changes nothing.',
  )
  yield line('日期可写 2024-06-01、2024.6.1、2024年6月1日；年月可写 2024-06、2024.06、2024年6月。')
}

function* choiceRows(lists: readonly (readonly string[])[]): Generator<readonly CellWritten[]> {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let i = 0; i < longest; i++) yield lists.map((list) => ({ value: list[i] ?? null }))
}
