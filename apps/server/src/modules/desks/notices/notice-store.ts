import type { Insertable, Selectable, Updateable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { IntakeNotice, IntakePublication } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type NoticeRow = Selectable<IntakeNotice>
export type PublicationRow = Selectable<IntakePublication>

/** Newest first. */
export async function noticesOf(tx: Transaction, desk: string): Promise<readonly NoticeRow[]> {
  return sqlOf(tx)
    .selectFrom('intake.notice')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertNotice(tx: Transaction, row: Insertable<IntakeNotice>): Promise<void> {
  await sqlOf(tx).insertInto('intake.notice').values(row).execute()
}

export async function updateNotice(
  tx: Transaction,
  { authority, id }: NoticeRow,
  change: Updateable<IntakeNotice>,
): Promise<void> {
  await sqlOf(tx).updateTable('intake.notice').set(change).where('authority', '=', authority).where('id', '=', id).execute()
}

/** Oldest first. */
export async function publicationsOf(tx: Transaction, desk: string): Promise<readonly PublicationRow[]> {
  return sqlOf(tx).selectFrom('intake.publication').selectAll().where('desk', '=', desk).orderBy('on_day').orderBy('id').execute()
}

export async function insertPublication(tx: Transaction, row: Insertable<IntakePublication>): Promise<void> {
  await sqlOf(tx).insertInto('intake.publication').values(row).execute()
}
