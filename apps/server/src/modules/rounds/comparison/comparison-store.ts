import { Problem } from '@shengmian/contract'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsModeComparison } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ComparisonRow = Selectable<RoundsModeComparison>

export async function insertComparison(tx: Transaction, row: Insertable<RoundsModeComparison>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.mode_comparison').values(row).execute()
}

export async function findComparison(tx: Transaction, round: string, id: string): Promise<ComparisonRow> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.mode_comparison')
    .selectAll()
    .where('round', '=', round)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** For the job, which knows only the id; null where it is gone. */
export async function taskOf(tx: Transaction, id: string): Promise<ComparisonRow | null> {
  const row = await sqlOf(tx).selectFrom('rounds.mode_comparison').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function comparisonsOf(tx: Transaction, round: string): Promise<readonly ComparisonRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.mode_comparison')
    .selectAll()
    .where('round', '=', round)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
}

/** Comparisons that a stopped server left behind. */
export async function unfinishedComparisons(tx: Transaction): Promise<readonly ComparisonRow[]> {
  return sqlOf(tx).selectFrom('rounds.mode_comparison').selectAll().where('state', 'in', ['queued', 'running']).execute()
}

/** Changes a comparison as long as it is in one of these states; false when somebody was faster. */
export async function moveComparison(
  tx: Transaction,
  id: string,
  from: readonly string[],
  change: Updateable<RoundsModeComparison>,
): Promise<boolean> {
  const done = await sqlOf(tx)
    .updateTable('rounds.mode_comparison')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
