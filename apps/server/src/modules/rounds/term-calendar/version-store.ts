// What the solver was asked and answered, and the versions of a calendar. Versions are only added.
import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsCalendarProposal, RoundsCalendarVersion } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type CalendarProposalRow = Selectable<RoundsCalendarProposal>
export type CalendarVersionRow = Selectable<RoundsCalendarVersion>
type Mark = Pick<CalendarVersionRow, 'version' | 'origin' | 'undoes'>

export async function insertCalendarProposal(tx: Transaction, row: Insertable<RoundsCalendarProposal>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.calendar_proposal').values(row).execute()
}

export async function findCalendarProposal(tx: Transaction, id: string): Promise<CalendarProposalRow | null> {
  const row = await sqlOf(tx).selectFrom('rounds.calendar_proposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The newest that was asked of a plan, without its files. */
export async function newestCalendarProposal(
  tx: Transaction,
  plan: string,
): Promise<Omit<CalendarProposalRow, 'problem' | 'kept'> | null> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.calendar_proposal')
    .select(['authority', 'plan', 'id', 'state', 'seed', 'problem_hash', 'progress', 'no_plan', 'message', 'version'])
    .select(['asked_by', 'asked_name', 'asked_at', 'finished_at'])
    .where('plan', '=', plan)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** What a stopped server left behind. */
export async function unfinishedCalendars(tx: Transaction): Promise<readonly { readonly id: string }[]> {
  return sqlOf(tx).selectFrom('rounds.calendar_proposal').select('id').where('state', 'in', ['queued', 'running']).execute()
}

/** Changes a proposal as long as it is in one of these states; false when somebody was faster. */
export async function moveCalendarProposal(
  tx: Transaction,
  id: string,
  from: readonly string[],
  change: Partial<
    Pick<Insertable<RoundsCalendarProposal>, 'state' | 'progress' | 'no_plan' | 'message' | 'version' | 'finished_at'>
  >,
): Promise<boolean> {
  const done = await sqlOf(tx)
    .updateTable('rounds.calendar_proposal')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Newest first, without their files. */
export async function calendarMarks(tx: Transaction, plan: string): Promise<readonly Mark[]> {
  return sqlOf(tx)
    .selectFrom('rounds.calendar_version')
    .select(['version', 'origin', 'undoes'])
    .where('plan', '=', plan)
    .orderBy('version', 'desc')
    .execute()
}

/** One version of a plan, or the newest. */
export async function findCalendarVersion(tx: Transaction, plan: string, version?: number): Promise<CalendarVersionRow | null> {
  const query = sqlOf(tx).selectFrom('rounds.calendar_version').selectAll().where('plan', '=', plan)
  const row = await (version === undefined ? query.orderBy('version', 'desc') : query.where('version', '=', version))
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Adds a version and answers its number. */
export async function addCalendarVersion(
  tx: Transaction,
  row: Omit<Insertable<RoundsCalendarVersion>, 'version'>,
): Promise<number> {
  const [newest] = await calendarMarks(tx, row.plan)
  const version = (newest?.version ?? 0) + 1
  await sqlOf(tx)
    .insertInto('rounds.calendar_version')
    .values({ ...row, version })
    .execute()
  return version
}
