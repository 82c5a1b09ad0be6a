import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface ErasureRow {
  readonly id: string
  readonly table_name: string
  readonly record: readonly string[]
  readonly basis: string
  readonly proposed_by: string
  readonly proposed_name: string
  readonly proposed_at: Date
  readonly done_at: Date | null
  readonly approvers: readonly string[]
  readonly approver_names: readonly string[]
  readonly approved_at: readonly Date[]
}

export async function readErasures(tx: Transaction): Promise<readonly ErasureRow[]> {
  const { rows } = await sql<ErasureRow>`select * from ledger.erasures()`.execute(sqlOf(tx))
  return rows
}

export async function insertErasure(
  tx: Transaction,
  erasure: { readonly id: string; readonly table: string; readonly record: readonly string[]; readonly basis: string },
): Promise<void> {
  await sql`select ledger.propose_erasure(${erasure.id}, ${erasure.table}, ${[...erasure.record]}, ${erasure.basis})`.execute(
    sqlOf(tx),
  )
}

export async function insertApproval(tx: Transaction, erasure: string): Promise<void> {
  await sql`select ledger.approve_erasure(${erasure})`.execute(sqlOf(tx))
}
