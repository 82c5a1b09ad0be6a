import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { IntakeCardBatch, IntakeRevokedCardBatch } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

type BatchRow = Omit<Selectable<IntakeCardBatch>, 'hashes' | 'authority'> & { place: string; village: string | null }

/** Newest first, with the place that each is for. */
export async function batchesOf(tx: Transaction, desk: string): Promise<readonly BatchRow[]> {
  return sqlOf(tx)
    .selectFrom('intake.card_batch as b')
    .innerJoin('intake.poster as p', (join) => join.onRef('p.desk', '=', 'b.desk').onRef('p.code', '=', 'b.poster'))
    .select(['b.desk', 'b.id', 'b.poster', 'b.cards', 'b.by_account', 'b.by_name', 'b.made_on', 'p.place', 'p.village'])
    .where('b.desk', '=', desk)
    .orderBy('b.made_on', 'desc')
    .orderBy('b.id', 'desc')
    .execute()
}

export async function insertBatch(tx: Transaction, row: Insertable<IntakeCardBatch>): Promise<void> {
  await sqlOf(tx).insertInto('intake.card_batch').values(row).execute()
}

export async function revokedBatchesOf(tx: Transaction, desk: string): Promise<readonly Selectable<IntakeRevokedCardBatch>[]> {
  return sqlOf(tx).selectFrom('intake.revoked_card_batch').selectAll().where('desk', '=', desk).execute()
}

export async function insertRevokedBatch(tx: Transaction, row: Insertable<IntakeRevokedCardBatch>): Promise<void> {
  await sqlOf(tx).insertInto('intake.revoked_card_batch').values(row).execute()
}
