import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { IntakeRehearsal } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type RehearsalRow = Selectable<IntakeRehearsal>

/** Newest first. */
export async function rehearsalsOf(tx: Transaction, desk: string): Promise<readonly RehearsalRow[]> {
  return sqlOf(tx)
    .selectFrom('intake.rehearsal')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertRehearsal(tx: Transaction, row: Insertable<IntakeRehearsal>): Promise<void> {
  await sqlOf(tx).insertInto('intake.rehearsal').values(row).execute()
}

export async function passRehearsalRow(
  tx: Transaction,
  { desk, id }: RehearsalRow,
  passed: { readonly on: string; readonly shares: readonly number[]; readonly witnesses: string },
): Promise<void> {
  await sqlOf(tx)
    .updateTable('intake.rehearsal')
    .set({ passed_on: passed.on, shares: [...passed.shares], witnesses: passed.witnesses })
    .where('desk', '=', desk)
    .where('id', '=', id)
    .execute()
}
