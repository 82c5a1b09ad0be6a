import type { Readable } from 'node:stream'
import type { readComparison, ReplyOf } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Comparison = ReplyOf<typeof readComparison>
type Cells = readonly { readonly value: string | number | null }[]

/** Persons, yuan and per cent instead of thousandths and fen. */
const SHOWN: Readonly<Record<string, { readonly per: number; readonly zh: string }>> = {
  '‰人': { per: 1000, zh: '人' },
  分: { per: 100, zh: '元' },
  '‰': { per: 10, zh: '%' },
}

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
  const figures = rows.map(({ name, unit, cells, means }) => {
    const { per, zh } = SHOWN[unit.zh] ?? { per: 1, zh: unit.zh }
    return [name.zh, zh, ...cells.map(({ value, note }) => (value === null ? (note?.zh ?? '') : value / per)), means.zh]
  })
  return [header, feasible, ...figures].map(line)
}

function noteRows({ columns, rows }: Comparison): Cells[] {
  const notes = columns.flatMap(({ mode, name, changes, clash }) => [
    ...changes.map(({ zh }) => [name.zh, '改动', zh]),
    ...(clash === null ? [] : [clash.summary, ...clash.facts].map(({ zh }) => [name.zh, '不可行', zh])),
    ...rows.flatMap((row) => {
      const cell = row.cells.find((one) => one.mode === mode)
      const notes = cell === undefined || cell.note === null ? [] : [[name.zh, '备注', `${row.name.zh}：${cell.note.zh}`]]
      return cell?.proven === true && cell.bound !== null ? [...notes, [name.zh, '已证', `${row.name.zh}不可能更好`]] : notes
    }),
  ])
  return [['方式', '类别', '内容'], ...notes].map(line)
}

const line = (values: readonly (string | number)[]): Cells => values.map((value) => ({ value }))
