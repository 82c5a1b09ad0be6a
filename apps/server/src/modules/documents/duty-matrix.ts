// 职责分工表: tasks by holders, each cell a sign, with what the signs mean.
import { dutyParts } from '@shengmian/contract'
import type PizZip from 'pizzip'
import { printable } from '../../platform/printable.ts'
import { FONTS, FORM_PAGE, wordFile } from './word-file.ts'
import { cell, mm, paragraph, row, run, table } from './word-parts.ts'

export interface DutyMatrixPaper {
  readonly body: string
  readonly holders: readonly string[]
  readonly tasks: readonly { readonly title: string; readonly parts: readonly (keyof typeof dutyParts | null)[] }[]
  /** 2026年9月7日 第3版，张三. */
  readonly adopted: string
}

/** The width between the margins of a form. */
const WIDTH = 174
const TASK = 56

export function renderDutyMatrix({ body, holders, tasks, adopted }: DutyMatrixPaper): Buffer {
  const column = mm((WIDTH - TASK) / holders.length)
  const grid = [mm(TASK), ...holders.map(() => column)]
  const small = holders.length > 8 ? 16 : 20
  const head = (words: string) => paragraph(run(escaped(words), { font: FONTS.heading, size: small }), { align: 'center' })
  const rows = [
    row(
      cell(head('事项'), { width: mm(TASK), fill: 'F5F5F2' }) +
        holders.map((holder) => cell(head(holder), { width: column, fill: 'F5F5F2' })).join(''),
      mm(10),
    ),
    ...tasks.map(({ title, parts }) =>
      row(
        cell(paragraph(run(escaped(title), { size: 20 })), { width: mm(TASK) }) +
          holders
            .map((_holder, index) => {
              const part = parts[index] ?? null
              const sign = run(part === null ? '' : dutyParts[part].zh, { size: 21, bold: part === 'A' })
              return cell(paragraph(sign, { align: 'center' }), { width: column })
            })
            .join(''),
        mm(8),
      ),
    ),
  ]
  const file: PizZip = wordFile(
    [
      paragraph(run(`${escaped(body)}职责分工表`, { font: FONTS.title, size: 36 }), { align: 'center', after: 120 }),
      table(rows.join(''), grid),
      paragraph(run(`${dutySigns()}。`, { size: 20 }), { before: 120 }),
      paragraph(run(escaped(adopted), { size: 20 }), { align: 'right' }),
    ].join(''),
    FORM_PAGE,
  )
  // A fixed time of the entries makes the same matrix the same bytes.
  for (const entry of Object.values(file.files)) entry.date = new Date(2000, 0, 1)
  return file.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** 责：负总责，每个事项一家；办：具体承办… */
export function dutySigns(): string {
  return Object.values(dutyParts)
    .map(({ zh, means }) => `${zh}：${means.zh}`)
    .join('；')
}

/** What people typed is text, never mark-up. */
function escaped(words: string): string {
  return printable(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
