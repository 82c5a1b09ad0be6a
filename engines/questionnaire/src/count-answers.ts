// How one question was answered, by village, in tables of which each is protected by itself.
import type { Answer, Answers, ChoiceQuestion, Question } from './form.ts'
import { hideSmallCells, SMALL, type Cell } from './hide-small-cells.ts'
import { UNANSWERED } from './links.ts'

interface Column {
  readonly name: string
  readonly label: string
}

export interface QuestionTable {
  readonly question: string
  /** For a question with many choices: the one that this table is about. */
  readonly choice: string | null
  readonly columns: readonly Column[]
  /** What the rows add up to: all valid sheets, or those to whom the question was put. */
  readonly counted: 'valid' | 'asked'
  /** By village, then all that are in the table; one cell a column, then their total. A village that is not in it has `*` throughout. */
  readonly rows: readonly (readonly Cell[])[]
}

/** How many were asked, by village; `null`: not told, so that the village is not in the table. */
export type Totals = readonly (number | null)[]
/** Valid sheets by village. */
export type Sheets = readonly (readonly Answers[])[]

/** Tables of one question: a village's row adds up to its total. */
export function countAnswers(
  question: Question,
  counted: QuestionTable['counted'],
  sheets: Sheets,
  totals: Totals,
): readonly QuestionTable[] {
  if (question.kind === 'many') return tablesOfChoices(question, counted, sheets, totals)
  const answers = question.kind === 'one' ? question.choices : [{ name: 'answered', label: '作答' }]
  // A required question has no such column: what readers know to be nought protects nothing.
  const columns = question.isRequired ? answers : [...answers, { name: UNANSWERED, label: '未答' }]
  const columnOf = (answer: Answer | undefined) =>
    answer === undefined ? UNANSWERED : question.kind === 'one' ? answer : 'answered'
  const count = (own: readonly Answers[], total: number) => {
    const given = columns.map(({ name }) => own.filter((sheet) => columnOf(sheet[question.name]) === name).length)
    // Who was not asked left nothing unanswered.
    return question.isRequired ? given : [...given.slice(0, -1), total - given.slice(0, -1).reduce((a, b) => a + b, 0)]
  }
  return [{ question: question.name, choice: null, counted, columns, rows: hide(columns.length, sheets, totals, count) }]
}

/** Choices that exclude nobody have a table each: chosen by so many, not chosen by the others who were asked. */
function tablesOfChoices(
  question: ChoiceQuestion,
  counted: QuestionTable['counted'],
  sheets: Sheets,
  totals: Totals,
): QuestionTable[] {
  const tables = question.choices.map((choice): QuestionTable => {
    const isChosen = (answer: Answer | undefined) => typeof answer === 'object' && answer.includes(choice.name)
    const count = (own: readonly Answers[], total: number) => {
      const chosen = own.filter((sheet) => isChosen(sheet[question.name])).length
      return [chosen, total - chosen]
    }
    const columns = [choice, { name: 'others', label: question.isRequired ? '未选' : '未选或未答' }]
    return { question: question.name, choice: choice.name, counted, columns, rows: hide(2, sheets, totals, count) }
  })
  if (!question.isRequired) return tables
  // Everybody chose something. Where the tables do not say so by themselves, that bounds what they hide: the village goes.
  const bounded = totals.map((total, village) => {
    const sure = tables.reduce((sum, { rows }) => sum + leastIn(rows[village] ?? [], 0), 0)
    return total === null || sure >= total ? total : null
  })
  return bounded.every((total, village) => total === totals[village])
    ? tables
    : tablesOfChoices(question, counted, sheets, bounded)
}

function hide(
  width: number,
  sheets: Sheets,
  totals: Totals,
  count: (own: readonly Answers[], total: number) => readonly number[],
): QuestionTable['rows'] {
  const told = totals.flatMap((total, village) => (total === null ? [] : [count(sheets[village] ?? [], total)]))
  const { cells, columnTotals } = hideSmallCells(told)
  const none = Array.from({ length: width + 1 }, (): Cell => '*')
  let next = 0
  const rows = totals.map((total) => (total === null ? none : [...(cells[next++] ?? []), total]))
  const all = totals.reduce<number>((sum, total) => sum + (total ?? 0), 0)
  return [...rows, told.length === 0 ? none : [...columnTotals, all]]
}

/** The least that the cell of a row can be for who knows the others and their total. */
export function leastIn(row: readonly Cell[], at: number): number {
  const cell = row[at] ?? '*'
  if (typeof cell === 'number') return cell
  const others = row.slice(0, -1).filter((_cell, index) => index !== at)
  const most = others.reduce<number>((sum, one) => sum + (one === '*' ? Infinity : one === '<5' ? SMALL - 1 : one), 0)
  return Math.max(cell === '<5' ? 1 : 0, (numberOr(row.at(-1)) ?? 0) - most)
}

/** How many are in these columns of a row, where that is shown or follows from what is; else `null`. */
export function sumTold({ columns, rows }: QuestionTable, row: number, names: readonly string[]): number | null {
  const cells = rows[row] ?? []
  const sumOf = (isMeant: boolean) =>
    columns.reduce<number | null>((sum, { name }, index) => {
      const cell = cells[index] ?? '*'
      return names.includes(name) !== isMeant ? sum : sum === null || typeof cell === 'string' ? null : sum + cell
    }, 0)
  const [some, others, all] = [sumOf(true), sumOf(false), numberOr(cells.at(-1))]
  return all === null ? null : (some ?? (others === null ? null : all - others))
}

const numberOr = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)
