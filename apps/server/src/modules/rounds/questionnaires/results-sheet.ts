import type { Readable } from 'node:stream'
import type { SurveyResults } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

type Value = string | number | null
const shownRate = (percent: number | null): string => (percent === null ? '—' : `${percent}%`)

/** Three sheets: returns and rates by village, answers by question and village, what the words mean. */
export async function writeResultsSheet(results: SurveyResults): Promise<Readable> {
  const names = [...results.villages.map(({ unit }) => unit.name), '合计']
  const lines = [...results.villages, { ...results.total, review: null }]
  const overview: Value[][] = [
    ['村（社区）', '发放', '已录入', '有效', '无效', '回收率', '有效率', '知晓率', '满意率', '常住人口', '参与率', '三方点评'],
    ...lines.map((line, index) => [
      names[index] ?? '',
      line.issued,
      line.returned,
      line.valid,
      line.invalid,
      shownRate(line.returnedRate),
      shownRate(line.validRate),
      shownRate(line.awareness),
      shownRate(line.satisfaction),
      line.residents ?? '未知',
      shownRate(line.participation),
      line.review?.zh ?? '—',
    ]),
  ]
  const answers: Value[][] = results.questions.flatMap(({ label, indicator, choice, columns, rows }) => [
    [choice === null ? label : `${label}（选“${choice}”）`],
    [`正式指标：${indicator}`],
    ['村（社区）', ...columns, '有效份数'],
    ...rows.map((row, index) => [names[index] ?? '', ...row]),
    [],
  ])
  const means: Value[][] = [
    ['说明'],
    [`${results.title}，第${results.version}版`],
    ['<5：1至4人，不列出；*：为不致推算出小数而一并隐去；—：未知，或列出会泄露隐去的数'],
    ...results.definitions.map(({ zh }) => [zh]),
  ]
  const sheet = (name: string, widths: number[], rows: Value[][], hasHeader = true) => ({
    name,
    hasHeader,
    widths,
    rows: rows.map((row) => row.map((value) => ({ value }))),
  })
  return writeWorkbook([
    sheet('各村回收', [22, 8, 8, 8, 8, 9, 9, 9, 9, 10, 9, 36], overview),
    sheet('各题结果', [22, 14, 14, 14, 14, 14, 14, 14, 14], answers, false),
    sheet('说明', [100], means),
  ])
}
