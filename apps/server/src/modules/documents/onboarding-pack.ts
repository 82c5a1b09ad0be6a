// 进驻资料包: what an outside team takes along, a page for each target. A working paper, not an issued document.
import { render } from './render.ts'
import { FONTS, FORM_PAGE, wordFile } from './word-file.ts'
import { cell, mm, paragraph, row, run, table } from './word-parts.ts'

export interface OnboardingPaper {
  readonly unit: string
  readonly round: string
  readonly window: string
  readonly place: string
  readonly class: string
  readonly population: string
  readonly lastInspected: string
  readonly supervisor: string
  readonly liaison: string
  readonly officials: string
  readonly way: string
  readonly dialect: string
  readonly holidays: string
  readonly contacts: readonly { readonly line: string }[]
  readonly schedule: readonly { readonly line: string }[]
  readonly sections: readonly { readonly title: string; readonly text: string }[]
}

const GRID = [30, 56, 30, 58].map(mm)
const WIDE = (GRID[1] ?? 0) + (GRID[2] ?? 0) + (GRID[3] ?? 0)
const label = (words: string) => paragraph(run(words, { font: FONTS.heading, size: 21 }))
const value = (words: string) => paragraph(run(words, { size: 21 }))

const pair = (left: string, leftValue: string, right: string, rightValue: string) =>
  row(
    cell(label(left), { width: GRID[0] ?? 0 }) +
      cell(value(leftValue), { width: GRID[1] ?? 0 }) +
      cell(label(right), { width: GRID[2] ?? 0 }) +
      cell(value(rightValue), { width: GRID[3] ?? 0 }),
    mm(8),
  )
const wide = (name: string, words: string) =>
  row(cell(label(name), { width: GRID[0] ?? 0 }) + cell(value(words), { width: WIDE, span: 3 }), mm(8))
const list = (name: string, of: string) =>
  row(
    cell(label(name), { width: GRID[0] ?? 0 }) +
      cell(value(`{#${of}}`) + value('{line}') + value(`{/${of}}`) + value(`{^${of}}（无）{/${of}}`), { width: WIDE, span: 3 }),
    mm(8),
  )

function template() {
  const body = [
    value('{#packs}'),
    paragraph(run('{unit}', { font: FONTS.title, size: 36 }), { align: 'center', after: 60 }),
    paragraph(run('进驻资料包　{round}　{window}', { size: 21 }), { align: 'center', after: 160 }),
    table(
      [
        pair('区划', '{place}', '分类', '{class}'),
        pair('人口', '{population}', '上次巡察', '{lastInspected}'),
        wide('联络员', '{liaison}'),
        wide('日常监督', '{supervisor}'),
        wide('班子', '{officials}'),
        wide('怎么去', '{way}'),
        wide('方言', '{dialect}'),
        wide('节日与赶集', '{holidays}'),
        list('联系人', 'contacts'),
        list('日程', 'schedule'),
      ].join(''),
      GRID,
    ),
    value('{#sections}'),
    paragraph(run('{title}', { font: FONTS.heading, size: 24 }), { before: 160, keepNext: true }),
    value('{text}'),
    value('{/sections}'),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    value('{/packs}'),
  ]
  return wordFile(body.join(''), FORM_PAGE)
}

export function renderOnboardingPacks(packs: readonly OnboardingPaper[]): Buffer {
  return render(template(), { packs })
}
