import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsLateTie } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type LateTieRow = Selectable<RoundsLateTie>

export async function lateTiesOf(tx: Transaction, round: string): Promise<readonly LateTieRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.late_tie')
    .selectAll()
    .where('round', '=', round)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertLateTie(tx: Transaction, tie: Insertable<RoundsLateTie>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.late_tie').values(tie).execute()
}
