// One table a question, or one a choice where several could be chosen. Each adds up, village by village, to a number that readers know
// anyway: the valid sheets, or the counts of the answers after which the question is asked. Where that number is hidden, the village is not
// in the table and not in its totals. So no table says anything of what another hides, and each is protected by itself.
import { countAnswers, leastIn, sumTold, type QuestionTable, type Sheets, type Totals } from './count-answers.ts'
import { questionsOf, type Answer, type Answers, type Form, type Question } from './form.ts'
import { isSmall, SMALL, type Cell } from './hide-small-cells.ts'
import { askedLines } from './judge-sheet.ts'
import { knotsOf, linksOf, type Link } from './links.ts'

/** Tables of a checked form from the valid sheets of each village and, where it is told, their number. */
export function tableQuestions(form: Form, sheets: Sheets, told: Totals): readonly QuestionTable[] {
  const links = linksOf(form)
  const untied = untiedIn(form, links, sheets)
  for (let totals = told; ;) {
    const tables = tablesIn(form, { links, untied, sheets, told: totals })
    const blank = rootsOf(form, links).some(({ isRequired }) => isRequired) ? [] : blankIn(form, links, tables, totals)
    if (blank.length === 0) return tables
    totals = totals.map((total, village) => (blank.includes(village) ? null : total))
  }
}

interface Known {
  readonly links: ReadonlyMap<string, Link>
  /** Names of questions of knots, and the villages in which they can be told. */
  readonly untied: ReadonlyMap<string, ReadonlySet<number>>
  readonly sheets: Sheets
  readonly told: Totals
}

function tablesIn(form: Form, { links, untied, sheets, told }: Known): readonly QuestionTable[] {
  const tables: QuestionTable[] = []
  const totals = new Map<string, Totals>()
  for (const question of questionsOf(form)) {
    const link = links.get(question.name) ?? { kind: 'everybody' }
    const counted = link.kind === 'everybody' ? 'valid' : 'asked'
    const asked = askedOf(form, question.name, link, { tables, totals, sheets, told })
    const open = untied.get(question.name)
    const own = open === undefined ? asked : asked.map((total, village) => (open.has(village) ? total : null))
    totals.set(question.name, own)
    tables.push(...countAnswers(question, counted, sheets, own))
  }
  return tables
}

interface Before {
  readonly tables: readonly QuestionTable[]
  readonly totals: ReadonlyMap<string, Totals>
  readonly sheets: Sheets
  readonly told: Totals
}

function askedOf(form: Form, name: string, link: Link, { tables, totals, sheets, told }: Before): Totals {
  if (link.kind === 'everybody') return told
  if (link.kind === 'answers') {
    const table = tables.find(({ question, choice }) => question === link.question && choice === link.choice)
    return told.map((_total, village) => (table === undefined ? null : sumTold(table, village, link.columns)))
  }
  return told.map((total, village) =>
    total === null || link.names.some((one) => (totals.get(one)?.[village] ?? null) === null)
      ? null
      : (sheets[village] ?? []).filter((sheet) => isAsked(form, name, sheet)).length,
  )
}

const isAsked = (form: Form, name: string, sheet: Answers) => askedLines(form, sheet).some((line) => line.name === name)

/** Villages in which no combination of answers to the questions of a knot, and of being asked them, was given by one to four people. */
function untiedIn(form: Form, links: ReadonlyMap<string, Link>, sheets: Sheets): ReadonlyMap<string, ReadonlySet<number>> {
  const questions = questionsOf(form)
  return new Map(
    knotsOf(form, links).flatMap((knot) => {
      const tied = questions.filter(({ name }) => knot.has(name))
      const combination = (sheet: Answers) => {
        const asked = new Set(askedLines(form, sheet).map(({ name }) => name))
        return JSON.stringify(tied.map((question) => [asked.has(question.name), tellable(question, sheet[question.name])]))
      }
      const villages = sheets.flatMap((own, village) =>
        [...Map.groupBy(own, combination).values()].some(({ length }) => isSmall(length)) ? [] : [village],
      )
      return tied.map(({ name }) => [name, new Set(villages)] as const)
    }),
  )
}

/** As much of an answer as tables tell. */
function tellable({ kind }: Question, answer: Answer | undefined): Answer | boolean | null {
  if (answer === undefined) return null
  return kind === 'one' ? answer : typeof answer === 'object' ? [...answer].sort() : true
}

const rootsOf = (form: Form, links: ReadonlyMap<string, Link>): readonly Question[] =>
  questionsOf(form).filter(({ name }) => links.get(name)?.kind === 'everybody')

/** Villages in which tables do not say by themselves that nobody's sheet was blank; a valid sheet never is, which bounds what they hide. */
function blankIn(
  form: Form,
  links: ReadonlyMap<string, Link>,
  tables: readonly QuestionTable[],
  totals: Totals,
): readonly number[] {
  return totals.flatMap((total, village) => {
    if (total === null) return []
    const answered = rootsOf(form, links).map(({ name, kind }) => {
      const own = tables.filter(({ question }) => question === name).map(({ rows }) => rows[village] ?? [])
      return kind === 'many' ? Math.max(...own.map((row) => leastIn(row, 0))) : answeredAtLeast(own[0] ?? [], total)
    })
    return answered.reduce((sum, one) => sum + one, 0) >= total ? [] : [village]
  })
}

/** The last column are those who did not answer. */
function answeredAtLeast(row: readonly Cell[], total: number): number {
  const unanswered = row.at(-2) ?? '*'
  if (unanswered !== '*') return total - (unanswered === '<5' ? SMALL - 1 : unanswered)
  return row.slice(0, -2).reduce<number>((sum, cell) => sum + (cell === '*' ? 0 : cell === '<5' ? 1 : cell), 0)
}
