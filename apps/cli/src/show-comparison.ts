// The comparison as a table of text: a row a figure, a column a mode, then the notes, the clashes and what every figure means.
import {
  FIGURES,
  FIGURE_WORDS,
  MODE_WORDS,
  type Comparison,
  type FigureName,
  type Measured,
  type ModeColumn,
} from '@shengmian/dispatch'
import { both, isEnglish, type Words } from './words.ts'

export function showComparison(comparison: Comparison): void {
  const { modes, best } = comparison
  const rows = FIGURES.filter((name) => modes.some(({ figures }) => figures[name] !== undefined))
  print([
    ['', ...modes.map(({ mode }) => inOne(MODE_WORDS[mode]))],
    [inOne({ zh: '可行', en: 'feasible' }), ...modes.map((column) => inOne(feasible(column)))],
    ...rows.map((name) => [
      titleOf(name),
      ...modes.map(({ mode, figures }) => cell(figures[name], best[name]?.includes(mode) ?? false)),
    ]),
  ])
  console.log(
    both({
      zh: '★ 可行方式中此项最好；= 已证明；≥ ≤ 已证明的界；~ 只对得到的这份计划成立；— 未测',
      en: '★ best of the feasible modes; = proven; ≥ ≤ proven bound; ~ true of the plan found; — not measured',
    }),
  )
  for (const column of modes) showNotes(column)
  if (comparison.rates !== null) console.log(both({ zh: `费用依据：${comparison.rates.source}`, en: 'source of the rates' }))
  for (const name of rows) console.log(`${inOne(FIGURE_WORDS[name])}${colon()}${both(FIGURE_WORDS[name].means)}`)
}

function feasible({ outcome }: ModeColumn): Words {
  return outcome.kind === 'plan' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
}

function cell(measured: Measured | undefined, isBest: boolean): string {
  if (measured === undefined || (measured.value === null && measured.note === null)) return '—'
  const { value, bound, isProven, note } = measured
  const shown = value === null ? (note === null ? '—' : inOne(note)) : String(value)
  const [star, proof] = [isBest ? '★' : '', isProven ? '=' : bound === null || bound === value ? '~' : `(${bound})`]
  return `${star}${shown}${proof}`
}

function showNotes({ mode, changes, outcome, figures }: ModeColumn): void {
  const name = inOne(MODE_WORDS[mode])
  for (const change of changes) console.log(`${name}${colon()}${both(change)}`)
  if (outcome.kind === 'no-plan') {
    console.log(`${name}${colon()}${both(outcome.clash)}`)
    for (const { rule, subject, zh, en } of outcome.clash.items.slice(0, MOST_ITEMS))
      console.log(`  ${rule} ${subject} — ${both({ zh, en })}`)
    const more = outcome.clash.items.length - MOST_ITEMS
    if (more > 0) console.log(`  ${both({ zh: `另有${more}条`, en: `${more} more` })}`)
  }
  for (const figure of FIGURES) {
    const note = noteOf(figures, figure)
    if (note !== null) console.log(`${name} ${inOne(FIGURE_WORDS[figure])}${colon()}${both(note)}`)
  }
}

/** The whole clash is in the file; a screen shows its beginning. */
const MOST_ITEMS = 8

function noteOf(figures: ModeColumn['figures'], name: FigureName): Words | null {
  const measured = figures[name]
  return measured === undefined || measured.value === null ? null : measured.note
}

function titleOf(name: FigureName): string {
  const { zh, en, unit } = FIGURE_WORDS[name]
  return inOne({ zh: `${zh}（${unit.zh}）`, en: `${en} (${unit.en})` })
}

function colon(): string {
  return isEnglish() ? ': ' : '：'
}

function inOne(words: Words): string {
  return isEnglish() ? words.en : words.zh
}

function print(rows: readonly (readonly string[])[]): void {
  const columns = rows[0]?.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? '')))) ?? []
  for (const row of rows) {
    const cells = row.map((text, at) => {
      const space = ' '.repeat((columns[at] ?? 0) - width(text))
      return at === 0 ? text + space : space + text
    })
    console.log(cells.join('  ').trimEnd())
  }
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/u.test(character) ? 2 : 1),
    0,
  )
}
