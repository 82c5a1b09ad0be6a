import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface CheckpointRow {
  readonly size: number
  readonly note: string
  readonly cosigned: number
  readonly is_quorum: boolean
  readonly signed_at: Date
}

export async function insertCheckpoint(tx: Transaction, row: CheckpointRow): Promise<void> {
  await sql`insert into ledger.checkpoint (size, note, cosigned, is_quorum, signed_at)
    values (${row.size}, ${row.note}, ${row.cosigned}, ${row.is_quorum}, ${row.signed_at})`.execute(sqlOf(tx))
}
