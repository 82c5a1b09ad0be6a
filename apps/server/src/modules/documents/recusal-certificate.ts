// 回避审查表: six checks, one sentence, three signatories, what it can be recomputed from. One page, ink and an amber ground only.
import { pngCode } from './code.ts'
import { render } from './render.ts'
import { FONTS, FORM_PAGE, wordFile } from './word-file.ts'
import { cell, mm, paragraph, picture, row, run, table } from './word-parts.ts'

export interface CertificatePaper {
  readonly number: string
  readonly round: string
  readonly person: string
  readonly post: string
  readonly seat: string
  readonly targets: string
  readonly order: string
  readonly window: string
  readonly checks: readonly {
    readonly index: string
    readonly subject: string
    readonly situation: string
    readonly facts: string
    readonly source: string
    readonly label: string
    readonly result: 'pass' | 'warn' | 'bar' | 'unknown'
  }[]
  readonly conclusion: string
  readonly note: string
  readonly declaration: string
  readonly declared: string
  readonly signatories: readonly { readonly remark: string; readonly name: string; readonly on: string }[]
  readonly laterChanges: string
  readonly rules: string
  readonly problem: string
  readonly seed: string
  readonly fingerprint: string
  /** What the code says: the full fingerprint. */
  readonly code: string
}

/** Seven columns: the facts of a check span two, so that the lines of the person above have room for a document number. */
const GRID = [12, 25, 32, 19, 31, 36, 19].map(mm)
const width = (...columns: readonly number[]): number => columns.reduce((sum, column) => sum + (GRID[column] ?? 0), 0)
const COLUMNS = [
  { width: width(0) },
  { width: width(1) },
  { width: width(2) },
  { width: width(3, 4), span: 2 },
  { width: width(5) },
  { width: width(6) },
] as const
const label = (words: string) => paragraph(run(words, { font: FONTS.heading, size: 20 }), { align: 'center' })
const value = (words: string, size = 21) => paragraph(run(words, { size }))

function head(): string {
  const pair = (name: string, words: string, other: string, otherWords: string) =>
    row(
      cell(label(name), { width: width(0, 1), span: 2 }) +
        cell(value(words), { width: width(2, 3), span: 2 }) +
        cell(label(other), { width: width(4) }) +
        cell(value(otherWords), { width: width(5, 6), span: 2 }),
      520,
    )
  return (
    pair('姓 名', '{person}', '单位职务', '{post}') +
    pair('拟 任', '{seat}', '被巡察党组织', '{targets}') +
    pair('授权文号', '{order}', '授权期限', '{window}')
  )
}

function checks(): string {
  const titles = ['序号', '核查事项', '应回避情形', '查得事实', '来源与日期', '结论']
  const header = row(
    titles.map((title, index) => cell(label(title), { ...(COLUMNS[index] ?? { width: 0 }), fill: 'F5F5F2' })).join(''),
    440,
  )
  const marks = [
    run('{#isPass}') + run('✓ {label}', { size: 20 }) + run('{/isPass}'),
    run('{#isUnknown}') + run(' {label} ', { font: FONTS.heading, size: 20, box: 'dashed' }) + run('{/isUnknown}'),
    run('{#isWarn}') + run(' {label} ', { font: FONTS.heading, size: 20, box: 'amber' }) + run('{/isWarn}'),
    run('{#isBar}') + run(' {label} ', { font: FONTS.heading, size: 20, bold: true, box: 'single' }) + run('{/isBar}'),
  ].join('')
  const line = row(
    cell(paragraph(run('{#checks}{index}', { size: 20 }), { align: 'center' }), { width: width(0) }) +
      cell(paragraph(run('{subject}', { font: FONTS.heading, size: 20 }), { align: 'center' }), { width: width(1) }) +
      cell(value('{situation}', 20), { width: width(2) }) +
      cell(value('{facts}', 20), { width: width(3, 4), span: 2 }) +
      cell(value('{source}', 20), { width: width(5) }) +
      cell(paragraph(marks + run('{/checks}'), { align: 'center' }), { width: width(6) }),
    960,
  )
  return header + line
}

function foot(): string {
  const third = (index: number): string =>
    paragraph(run(`{remark${index}}`, { size: 20 })) +
    paragraph(run(`{name${index}}`, { font: FONTS.signature, size: 24, bold: true }), { align: 'right', before: 60 }) +
    paragraph(run(`{on${index}}`, { size: 20 }), { align: 'right' })
  const thirds = [mm(58), mm(58), mm(58)]
  const signature = table(
    row(
      ['核查人', '复核人（非核查人）', '批准人（领导小组）']
        .map((title, column) => cell(label(title), { width: thirds[column] ?? 0, fill: 'F5F5F2' }))
        .join(''),
      420,
    ) + row([0, 1, 2].map((column) => cell(third(column), { width: thirds[column] ?? 0, align: 'top' })).join(''), 1000),
    thirds,
  )
  const last = [width(0, 1), mm(102), mm(35)]
  const recompute = ['{rules}', '名册指纹：{problem}', '求解种子：{seed}', '本表指纹：{fingerprint}']
    .map((words) => value(words, 19))
    .join('')
  const code =
    paragraph(picture('pic1', 25, '本表指纹'), { align: 'center' }) +
    paragraph(run('扫码核对真伪', { font: FONTS.heading, size: 16 }), { align: 'center' })
  const basis = table(
    row(
      cell(label('补报变更'), { width: last[0] ?? 0 }) +
        cell(value('{laterChanges}', 20), { width: last[1] ?? 0 }) +
        cell(code, { width: last[2] ?? 0, merge: 'restart' }),
      440,
    ) +
      row(
        cell(label('复算依据'), { width: last[0] ?? 0 }) +
          cell(recompute, { width: last[1] ?? 0 }) +
          cell(paragraph(''), { width: last[2] ?? 0, merge: 'continue' }),
        1300,
      ),
    last,
  )
  return signature + gap() + basis
}

/** Two tables that touch would be read as one. */
const gap = (): string => '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'

function template(code: string) {
  const wide = (name: string, content: string, height: number) =>
    row(cell(label(name), { width: width(0, 1), span: 2 }) + cell(content, { width: width(2, 3, 4, 5, 6), span: 5 }), height)
  const body = [
    paragraph(run('编号：{number}', { size: 20 }) + '<w:r><w:tab/></w:r>' + run('内部资料，存轮次档案', { size: 20 }), {
      align: 'left',
    }).replace('<w:jc', `<w:tabs><w:tab w:val="right" w:pos="${mm(174)}"/></w:tabs><w:jc`),
    paragraph(run('回避审查表', { font: FONTS.title, size: 44, spacing: 60 }), { align: 'center', before: 60 }),
    paragraph(run('{round}，一次一授权', { size: 22 }), { align: 'center', after: 100 }),
    table(
      head() +
        checks() +
        wide('审查结论', paragraph(run('{conclusion}', { size: 21, bold: true }) + run('{note}', { size: 21 })), 760) +
        wide(
          '本人声明',
          value('{declaration}', 20) + paragraph(run('本人签名：{declared}', { size: 20 }), { align: 'right' }),
          640,
        ),
      GRID,
    ),
    gap(),
    foot(),
    paragraph(
      run('说明：任何人持名册、规则和种子，可用独立程序复算本表。表中只记关系类型与单位，不记亲属证件号。', { size: 18 }),
      { before: 80 },
    ),
  ]
  return wordFile(body.join(''), FORM_PAGE, [pngCode(code)])
}

export function renderRecusalCertificate(paper: CertificatePaper): Buffer {
  const { signatories, checks: rows, ...values } = paper
  return render(template(paper.code), {
    ...values,
    ...Object.fromEntries(
      [0, 1, 2].flatMap((index) => {
        const signatory = signatories[index] ?? { remark: '', name: '', on: '' }
        return [
          [`remark${index}`, signatory.remark],
          [`name${index}`, signatory.name],
          [`on${index}`, signatory.on],
        ]
      }),
    ),
    checks: rows.map((check) => ({
      ...check,
      isPass: check.result === 'pass',
      isUnknown: check.result === 'unknown',
      isWarn: check.result === 'warn',
      isBar: check.result === 'bar',
    })),
  })
}
