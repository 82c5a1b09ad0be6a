// SQL of what people ask. Functions of the database answer for whoever is signed in; a row's content is read under his own rights.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { CheckpointRow } from './checkpoint-store.ts'
import { PLAIN_SETTINGS } from './covered-tables.ts'
import { withoutNulls } from './without-nulls.ts'

export interface StatusRow {
  readonly size: number
  readonly waiting: number
  readonly oldest: Date | null
}

export async function readStatus(tx: Transaction): Promise<StatusRow> {
  const { rows } = await sql<StatusRow>`select size, waiting, oldest from ledger.status()`.execute(sqlOf(tx))
  return rows[0] ?? { size: 0, waiting: 0, oldest: null }
}

/** The newest checkpoints first. */
export async function readCheckpoints(tx: Transaction, most: number): Promise<readonly CheckpointRow[]> {
  const { rows } =
    await sql<CheckpointRow>`select size, note, cosigned, is_quorum, signed_at from ledger.checkpoints(${most})`.execute(
      sqlOf(tx),
    )
  return rows
}

export interface RecordEntry {
  readonly index: number
  readonly entry: string
}

export async function readEntriesOf(tx: Transaction, table: string, record: readonly string[]): Promise<readonly RecordEntry[]> {
  const { rows } = await sql<{ index: number; entry: Buffer }>`
    select index, entry from ledger.entries_of(${table}, ${[...record]}) order by index`.execute(sqlOf(tx))
  return rows.map(({ index, entry }) => ({ index, entry: entry.toString('utf8') }))
}

/** The row as the ledger writes it, if the caller may see all of it; null otherwise, and where the table is not covered. */
export async function readContent(tx: Transaction, table: string, record: readonly string[]): Promise<string | null> {
  const db = sqlOf(tx)
  const { rows } = await sql<{ key_sql: string; content_sql: string }>`
    select key_sql, content_sql from ledger.written_as(${table})`.execute(db)
  const [written] = rows
  if (written === undefined) return null
  await sql.raw(PLAIN_SETTINGS).execute(db)
  const found = await sql<{ content: string }>`
    select ${sql.raw(written.content_sql)} as content from ${sql.table(table)} r where ${sql.raw(written.key_sql)} = ${[...record]}`
    .execute(db)
    .catch(refusedIsNothing)
  const [row] = found.rows
  return row === undefined ? null : withoutNulls(row.content)
}

export async function readSaltFor(
  tx: Transaction,
  table: string,
  record: readonly string[],
  content: string,
): Promise<Uint8Array | null> {
  const { rows } = await sql<{ salt: Buffer | null }>`
    select ledger.salt_for(${table}, ${[...record]}, ${content}) as salt`.execute(sqlOf(tx))
  return rows[0]?.salt ?? null
}

/** A column that the application may not read hides the row. */
function refusedIsNothing(error: unknown): { readonly rows: readonly { readonly content: string }[] } {
  if (error instanceof Error && 'code' in error && error.code === '42501') return { rows: [] }
  throw error
}
