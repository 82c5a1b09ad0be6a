import type { Readable } from 'node:stream'
import type { readComparison, ReplyOf } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Comparison = ReplyOf<typeof readComparison>
type Cells = readonly { readonly value: string | number | null }[]

/** Two sheets: the figures by mode with their definitions, and what was changed for each mode or why it has no plan. */
export async function writeComparisonSheet(comparison: Comparison): Promise<Readable> {
  return writeWorkbook([
    {
      name: '方式比选',
      hasHeader: true,
      widths: [24, 14, ...comparison.columns.map(() => 14), 80],
      rows: figureRows(comparison),
    },
    { name: '说明', hasHeader: true, widths: [14, 10, 100], rows: noteRows(comparison) },
  ])
}

function figureRows({ columns, rows }: Comparison): Cells[] {
  const header = ['指标', '单位', ...columns.map(({ name }) => name.zh), '含义']
  const feasible = [
    '可行',
    '',
    ...columns.map((column) => (column.feasible ? '是' : '否')),
    '在本轮人员、对象、关系和规则下能否编成',
  ]
  const figures = rows.map(({ name, unit, cells, means }) => [
    name.zh,
    unit.zh,
    ...cells.map(({ value, note }) => value ?? note?.zh ?? ''),
    means.zh,
  ])
  return [header, feasible, ...figures].map(line)
}

function noteRows({ columns, rows }: Comparison): Cells[] {
  const notes = columns.flatMap(({ mode, name, changes, clash }) => [
    ...changes.map(({ zh }) => [name.zh, '改动', zh]),
    ...(clash === null ? [] : [clash.summary, ...clash.facts].map(({ zh }) => [name.zh, '不可行', zh])),
    ...rows.flatMap((row) => {
      const note = row.cells.find((cell) => cell.mode === mode)?.note ?? null
      return note === null ? [] : [[name.zh, '备注', `${row.name.zh}：${note.zh}`]]
    }),
  ])
  return [['方式', '类别', '内容'], ...notes].map(line)
}

const line = (values: readonly (string | number)[]): Cells => values.map((value) => ({ value }))
