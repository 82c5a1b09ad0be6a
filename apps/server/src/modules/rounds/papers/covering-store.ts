import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

/** The authority of a round that the caller covers, or null. */
export async function coveringAuthority(tx: Transaction, round: string): Promise<number | null> {
  const { rows } = await sql<{ authority: number }>`select authority from rounds.summaries() where id = ${round}::uuid`.execute(
    sqlOf(tx),
  )
  return rows[0]?.authority ?? null
}
