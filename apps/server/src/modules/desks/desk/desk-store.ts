import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { IntakeDesk, IntakeDeskProposal, IntakeManifest } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type DeskRow = Selectable<IntakeDesk>
export type ProposalRow = Selectable<IntakeDeskProposal>
type ManifestRow = Selectable<IntakeManifest>

/** The desk of a round; where a technician opened a second one, the one that takes reports longest. */
export async function findDeskOf(tx: Transaction, round: string): Promise<DeskRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('intake.desk')
    .selectAll()
    .where('round', '=', round)
    .orderBy('until', 'desc')
    .orderBy('code')
    .executeTakeFirst()
  return row ?? null
}

/** Newest first. */
export async function proposalsOf(tx: Transaction, round: string): Promise<readonly ProposalRow[]> {
  return sqlOf(tx)
    .selectFrom('intake.desk_proposal')
    .selectAll()
    .where('round', '=', round)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertProposal(tx: Transaction, row: Insertable<IntakeDeskProposal>): Promise<void> {
  await sqlOf(tx).insertInto('intake.desk_proposal').values(row).execute()
}

export async function updateProposal(
  tx: Transaction,
  { authority, id }: ProposalRow,
  change: Updateable<IntakeDeskProposal>,
): Promise<void> {
  await sqlOf(tx)
    .updateTable('intake.desk_proposal')
    .set(change)
    .where('authority', '=', authority)
    .where('id', '=', id)
    .execute()
}

/** Opens a desk; false where the code is taken, by whomever. */
export async function openDesk(tx: Transaction, row: Insertable<IntakeDesk>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sqlOf(tx)
    .insertInto('intake.desk')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Oldest first. */
export async function manifestsOf(tx: Transaction, desk: string): Promise<readonly ManifestRow[]> {
  return sqlOf(tx).selectFrom('intake.manifest').selectAll().where('desk', '=', desk).orderBy('seq').execute()
}

export async function insertManifest(tx: Transaction, row: Insertable<IntakeManifest>): Promise<void> {
  await sqlOf(tx).insertInto('intake.manifest').values(row).execute()
}

/** How many messages came on which day, oldest first; nothing where the caller does not see the desk. */
export async function reportsByDay(
  tx: Transaction,
  desk: string,
): Promise<readonly { readonly day: string; readonly reports: number }[]> {
  const { rows } = await sql<{ day: string; reports: number }>`
    select day, reports::int as reports from intake.reports_by_day(${desk})`.execute(sqlOf(tx))
  return rows
}
