import { Problem, type QuestionnaireForm } from '@shengmian/contract'
import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsQuestionnaire, RoundsQuestionnaireVersion } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type QuestionnaireRow = Omit<Selectable<RoundsQuestionnaire>, 'form'> & { readonly form: QuestionnaireForm }
export type VersionRow = Omit<Selectable<RoundsQuestionnaireVersion>, 'form'> & { readonly form: QuestionnaireForm }

/** Oldest first. */
export async function questionnairesOf(tx: Transaction, round: string): Promise<readonly QuestionnaireRow[]> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.questionnaire')
    .selectAll()
    .where('round', '=', round)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as unknown as QuestionnaireRow[]
}

export async function findQuestionnaire(tx: Transaction, id: string): Promise<QuestionnaireRow> {
  const row = await sqlOf(tx).selectFrom('rounds.questionnaire').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row as unknown as QuestionnaireRow
}

/** Of these questionnaires, oldest first; without their forms. */
export async function versionsOf(
  tx: Transaction,
  questionnaires: readonly string[],
): Promise<readonly Omit<VersionRow, 'form'>[]> {
  if (questionnaires.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.questionnaire_version')
    .select(['authority', 'questionnaire', 'version', 'round', 'by_account', 'by_name', 'at'])
    .where('questionnaire', 'in', [...questionnaires])
    .orderBy('version')
    .execute()
}

/** That version, the newest unless one is named; `null`: there is none. */
export async function findVersion(tx: Transaction, questionnaire: string, version?: number): Promise<VersionRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.questionnaire_version')
    .selectAll()
    .where('questionnaire', '=', questionnaire)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : (row as unknown as VersionRow)
}

export async function insertQuestionnaire(tx: Transaction, row: QuestionnaireRow): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.questionnaire')
    .values({ ...row, form: JSON.stringify(row.form) })
    .execute()
}

/** Answers false where somebody saved since that edition was read. */
export async function saveForm(
  tx: Transaction,
  { authority, id }: QuestionnaireRow,
  edition: number,
  form: object,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.questionnaire')
    .set({ form: JSON.stringify(form), edition: edition + 1 })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Answers false where that version was published meanwhile. */
export async function insertVersion(tx: Transaction, row: VersionRow): Promise<boolean> {
  const made = await sqlOf(tx)
    .insertInto('rounds.questionnaire_version')
    .values({ ...row, form: JSON.stringify(row.form) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
