// Results by village: what was issued, came back and counts, and how each question was answered, with small cells hidden throughout.
import type { Answers, Form, ShareAsked } from './form.ts'
import { sumTold, type QuestionTable } from './count-answers.ts'
import { SMALL } from './hide-small-cells.ts'
import { UNANSWERED } from './links.ts'
import { tableQuestions } from './question-tables.ts'
import { rateOf } from './rates.ts'
import { tellReturns, type Returns } from './returns.ts'

export interface VillageSheets {
  readonly issued: number
  /** Answers of the valid sheets. */
  readonly valid: readonly Answers[]
  /** Number of invalid sheets. */
  readonly invalid: number
}

export interface Results {
  readonly returns: Returns
  readonly questions: readonly QuestionTable[]
  /** In the order of villages, the last of all in the table; in percent, `null` where a count that it needs is hidden. */
  readonly awareness: readonly (number | null)[]
  readonly satisfaction: readonly (number | null)[]
}

/** Tables of a version's sheets, one row a village in the given order. Everything readers see of these sheets must come from here. */
export function tabulate(form: Form, villages: readonly VillageSheets[]): Results {
  const returns = tellReturns(villages.map(({ issued, valid, invalid }) => ({ issued, valid: valid.length, invalid })))
  const questions = tableQuestions(
    form,
    villages.map(({ valid }) => valid),
    returns.villages.map(({ valid }) => (typeof valid === 'number' ? valid : null)),
  )
  return {
    returns,
    questions,
    awareness: shareOf(form.awareness, questions, villages.length),
    satisfaction: shareOf(form.satisfaction, questions, villages.length),
  }
}

function shareOf(share: ShareAsked | null, tables: readonly QuestionTable[], villages: number): readonly (number | null)[] {
  const found = tables.find(({ question }) => question === share?.question)
  if (share === null || found === undefined) return Array.from({ length: villages + 1 }, () => null)
  const answers = found.columns.map(({ name }) => name).filter((name) => name !== UNANSWERED)
  return found.rows.map((_row, index) => {
    const [all, some] = [sumTold(found, index, answers), sumTold(found, index, share.choices)]
    return all === null || some === null || all < SMALL ? null : (rateOf(some, all)?.percent ?? null)
  })
}
