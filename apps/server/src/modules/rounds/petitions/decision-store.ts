import { Problem } from '@shengmian/contract'
import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsUrgencyDecision } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type DecisionRow = Selectable<RoundsUrgencyDecision>

/** Decisions of a term, newest first. */
export async function decisionsOf(tx: Transaction, plan: string): Promise<readonly DecisionRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.urgency_decision')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

export async function findDecision(tx: Transaction, id: string): Promise<DecisionRow> {
  const row = await sqlOf(tx).selectFrom('rounds.urgency_decision').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

export async function insertDecision(tx: Transaction, row: Insertable<RoundsUrgencyDecision>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.urgency_decision').values(row).execute()
}

interface Revocation {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly reason: string
}

/** Answers whether the decision still stood. */
export async function revokeDecision(
  tx: Transaction,
  { authority, id }: DecisionRow,
  { by, at, reason }: Revocation,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.urgency_decision')
    .set({ revoked_at: at, revoked_by: by.id, revoked_name: by.name, revoked_reason: reason })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
