import type { Readable } from 'node:stream'
import type { SurveyCell, SurveyResults } from '@shengmian/contract'
import { writeWorkbook, type CellWritten } from '../../registry/index.ts'

const text = (value: string): CellWritten => ({ value })
const count = (value: SurveyCell): CellWritten => ({ value, figure: 'count' })
const head = (value: string): CellWritten => ({ value, figure: 'count' })
/** A number to go on reckoning with; what is hidden or unknown is a dash. */
const share = (percent: number | null): CellWritten => ({
  value: percent === null ? '—' : Math.round(percent * 10) / 1000,
  figure: 'share',
})

const bold = (cell: CellWritten): CellWritten => ({ ...cell, isBold: true })
/** The last row is the sum. */
const boldLast = (row: CellWritten[], index: number, rows: readonly unknown[]) =>
  index === rows.length - 1 ? row.map(bold) : row

/** What the last column of a question's table counts. */
const COUNTED = { valid: '有效份数', asked: '被问份数' } as const

/** Three sheets: returns and rates by village, answers by question and village, what the words mean. */
export async function writeResultsSheet(results: SurveyResults): Promise<Readable> {
  const names = [...results.villages.map(({ unit }) => unit.name), '合计']
  const lines = [...results.villages, { ...results.total, review: null }]
  const overview: CellWritten[][] = [
    [
      text('村（社区）'),
      ...['发放', '已录入', '有效', '无效', '回收率', '有效率', '知晓率', '满意率', '常住人口', '参与率'].map(head),
      text('三方点评'),
    ],
    ...lines.map((line, index) => [
      text(names[index] ?? ''),
      count(line.issued),
      count(line.returned),
      count(line.valid),
      count(line.invalid),
      share(line.returnedRate),
      share(line.validRate),
      share(line.awareness),
      share(line.satisfaction),
      line.residents === null ? head('未知') : count(line.residents),
      share(line.participation),
      text(line.review?.zh ?? '—'),
    ]),
  ].map(boldLast)
  const answers: CellWritten[][] = results.questions.flatMap(({ label, indicator, choice, counted, columns, rows }) => [
    [bold(text(choice === null ? label : `${label}（选“${choice}”）`))],
    [text(`正式指标：${indicator}`)],
    [text('村（社区）'), ...columns.map(head), head(COUNTED[counted])].map(bold),
    ...rows.map((row, index) => [text(names[index] ?? ''), ...row.map(count)]).map(boldLast),
    [],
  ])
  const means: CellWritten[][] = [
    '说明',
    `${results.title}，第${results.version}版`,
    '<5：1至4人，不列出；*：为不致推算出小数而一并隐去；—：未知，或列出会泄露隐去的数',
    '合计只含列出份数的村：有效份数隐去的村不计入任何合计；某题整行为*的村不计入该题合计',
    ...results.definitions.map(({ zh }) => zh),
  ].map((line) => [text(line)])
  const sheet = (name: string, widths: number[], rows: CellWritten[][], hasHeader = true) => ({ name, hasHeader, widths, rows })
  return writeWorkbook([
    sheet('各村回收', [22, 8, 8, 8, 8, 9, 9, 9, 9, 10, 9, 36], overview),
    sheet('各题结果', [22, 14, 14, 14, 14, 14, 14, 14, 14], answers, false),
    sheet('说明', [100], means),
  ])
}
