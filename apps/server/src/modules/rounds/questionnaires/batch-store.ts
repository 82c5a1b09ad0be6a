import { Problem, type SheetAnswers } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type {
  RoundsAnswerSheet,
  RoundsQuestionnaireBatch,
  RoundsSideReview,
  RoundsSurveyClosing,
} from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type BatchRow = Selectable<RoundsQuestionnaireBatch>
export type SheetRow = Omit<Selectable<RoundsAnswerSheet>, 'answers'> & { readonly answers: SheetAnswers }
export type ReviewRow = Selectable<RoundsSideReview>

export async function batchesOf(tx: Transaction, questionnaire: string): Promise<readonly BatchRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.questionnaire_batch')
    .selectAll()
    .where('questionnaire', '=', questionnaire)
    .orderBy('place')
    .orderBy('unit')
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** When each closed version of a questionnaire was closed, oldest version first. */
export async function closingsOf(tx: Transaction, questionnaire: string): Promise<ReadonlyMap<number, Date>> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.survey_closing')
    .select(['version', 'at'])
    .where('questionnaire', '=', questionnaire)
    .orderBy('version')
    .execute()
  return new Map(rows.map(({ version, at }) => [version, at]))
}

/** Answers false where the version was closed before. */
export async function insertClosing(tx: Transaction, row: Insertable<RoundsSurveyClosing>): Promise<boolean> {
  const made = await sqlOf(tx)
    .insertInto('rounds.survey_closing')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function findBatch(tx: Transaction, id: string): Promise<BatchRow> {
  const row = await sqlOf(tx).selectFrom('rounds.questionnaire_batch').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

export async function insertBatches(tx: Transaction, rows: readonly Insertable<RoundsQuestionnaireBatch>[]): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.questionnaire_batch')
    .values([...rows])
    .execute()
}

/** Sheets of these batches, without who typed them. */
export async function sheetsOf(
  tx: Transaction,
  batches: readonly string[],
): Promise<readonly Pick<SheetRow, 'batch' | 'answers' | 'is_valid'>[]> {
  if (batches.length === 0) return []
  const rows = await sqlOf(tx)
    .selectFrom('rounds.answer_sheet')
    .select(['batch', 'answers', 'is_valid'])
    .where('batch', 'in', [...batches])
    .execute()
  return rows as unknown as Pick<SheetRow, 'batch' | 'answers' | 'is_valid'>[]
}

export interface Progress {
  readonly entered: number
  readonly checked: number
  readonly next: number | null
}

export async function progressOf(tx: Transaction, { id, issued }: BatchRow): Promise<Progress> {
  const { rows } = await sql<{ entered: number; checked: number; next: number | null }>`
    select count(*)::int as entered, count(*) filter (where is_checked)::int as checked,
      (select min(n) from generate_series(1, ${issued}::int) n
       where not exists (select from rounds.answer_sheet s where s.batch = ${id} and s.number = n)) as next
    from rounds.answer_sheet where batch = ${id}`.execute(sqlOf(tx))
  return rows[0] ?? { entered: 0, checked: 0, next: 1 }
}

export async function findSheet(tx: Transaction, batch: string, number: number): Promise<SheetRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.answer_sheet')
    .selectAll()
    .where('batch', '=', batch)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : (row as unknown as SheetRow)
}

export async function insertSheet(
  tx: Transaction,
  row: Omit<SheetRow, 'is_checked' | 'day'> & { readonly day: string },
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.answer_sheet')
    .values({ ...row, answers: JSON.stringify(row.answers) })
    .execute()
}

interface SheetChange {
  readonly answers: SheetAnswers
  readonly is_valid: boolean
  readonly is_checked: boolean
  readonly day?: string
}

export async function changeSheet(tx: Transaction, { batch, number }: BatchNumber, change: SheetChange): Promise<void> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.answer_sheet')
    .set({ ...change, answers: JSON.stringify(change.answers) })
    .where('batch', '=', batch)
    .where('number', '=', number)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Problem('not-allowed')
}

interface BatchNumber {
  readonly batch: string
  readonly number: number
}

/** The newest of each unit. */
export async function reviewsOf(tx: Transaction, questionnaire: string): Promise<ReadonlyMap<string, ReviewRow>> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.side_review')
    .selectAll()
    .where('questionnaire', '=', questionnaire)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.unit, row]))
}

export async function insertReview(tx: Transaction, row: Insertable<RoundsSideReview>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.side_review').values(row).execute()
}
