// Results by village: what was issued, came back and counts, and how each question was answered, with small cells hidden throughout.
import { questionsOf, type Answer, type Answers, type ChoiceQuestion, type Form, type Question, type ShareAsked } from './form.ts'
import { hideSmallCells, SMALL, type Cell, type HiddenTable, type KnownTotals } from './hide-small-cells.ts'
import { rateOf } from './rates.ts'

export interface VillageSheets {
  readonly issued: number
  /** Answers of the valid sheets. */
  readonly valid: readonly Answers[]
  /** Number of invalid sheets. */
  readonly invalid: number
}

interface Column {
  readonly name: string
  readonly label: string
}

export interface QuestionTable {
  readonly question: string
  /** For a question with many choices: the one that this table is about. */
  readonly choice: string | null
  readonly columns: readonly Column[]
  readonly table: HiddenTable
}

export interface Results {
  /** Columns valid and invalid; row totals are what came back. */
  readonly returned: HiddenTable
  readonly questions: readonly QuestionTable[]
  /** In the order of villages, the last of all together; in percent, `null` where a cell that it needs is hidden. */
  readonly awareness: readonly (number | null)[]
  readonly satisfaction: readonly (number | null)[]
}

const UNANSWERED: Column = { name: '', label: '未答或不问' }

/** Tables of a version's sheets, one row a village in the given order. Everything readers see of these sheets must come from here. */
export function tabulate(form: Form, villages: readonly VillageSheets[]): Results {
  const returned = hideSmallCells(villages.map(({ valid, invalid }) => [valid.length, invalid]))
  const known: KnownTotals = {
    rows: returned.cells.map((row) => row[0] ?? 0),
    total: returned.columnTotals[0] ?? 0,
  }
  const questions = questionsOf(form).flatMap((question) => tablesOf(question, villages, known))
  return {
    returned,
    questions,
    awareness: shareOf(form.awareness, questions, villages.length),
    satisfaction: shareOf(form.satisfaction, questions, villages.length),
  }
}

function tablesOf(question: Question, villages: readonly VillageSheets[], known: KnownTotals): readonly QuestionTable[] {
  const { name } = question
  const count = (columns: readonly Column[], isIn: (answer: Answer | undefined, column: string) => boolean) =>
    hideSmallCells(
      villages.map(({ valid }) => columns.map((column) => valid.filter((sheet) => isIn(sheet[name], column.name)).length)),
      known,
    )
  if (question.kind === 'many') return question.choices.map((choice) => manyTable(question, choice, villages, known))
  const columns = question.kind === 'one' ? [...question.choices, UNANSWERED] : [{ name: 'answered', label: '作答' }, UNANSWERED]
  const isIn = (answer: Answer | undefined, column: string) =>
    column === '' ? answer === undefined : question.kind === 'one' ? answer === column : answer !== undefined
  return [{ question: name, choice: null, columns, table: count(columns, isIn) }]
}

/** Choices that exclude nobody have a table each: chosen by so many, not chosen by the others. */
function manyTable(
  question: ChoiceQuestion,
  choice: Column,
  villages: readonly VillageSheets[],
  known: KnownTotals,
): QuestionTable {
  const counts = villages.map(({ valid }) => {
    const answers = valid.map((sheet) => sheet[question.name])
    const chosen = answers.filter((answer) => typeof answer === 'object' && answer.includes(choice.name)).length
    const unanswered = answers.filter((answer) => answer === undefined).length
    return [chosen, answers.length - unanswered - chosen, unanswered]
  })
  const columns = [{ name: choice.name, label: choice.label }, { name: 'others', label: '未选' }, UNANSWERED]
  return { question: question.name, choice: choice.name, columns, table: hideSmallCells(counts, known) }
}

function shareOf(share: ShareAsked | null, tables: readonly QuestionTable[], villages: number): readonly (number | null)[] {
  const found = tables.find(({ question }) => question === share?.question)
  if (share === null || found === undefined) return Array.from({ length: villages + 1 }, () => null)
  const { columns, table } = found
  return [...table.cells, table.columnTotals].map((row) => {
    const answered = row.filter((_cell, index) => columns[index]?.name !== '')
    const meant = row.filter((_cell, index) => share.choices.includes(columns[index]?.name ?? ''))
    const [all, some] = [sumOf(answered), sumOf(meant)]
    return all === null || some === null || all < SMALL ? null : (rateOf(some, all)?.percent ?? null)
  })
}

/** `null`: a cell is hidden, and a rate would give it away. */
function sumOf(cells: readonly Cell[]): number | null {
  return cells.reduce<number | null>((sum, cell) => (sum === null || typeof cell === 'string' ? null : sum + cell), 0)
}
