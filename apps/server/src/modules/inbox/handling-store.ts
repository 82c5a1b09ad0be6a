// SQL of the log: names opened, texts handed on.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface NewHandling {
  readonly id: string
  readonly desk: string
  readonly authority: number
  readonly report: number
  readonly reason: string
  /** Null: a name was opened. */
  readonly referred: { readonly addressee: string; readonly textHash: string } | null
  readonly by: { readonly id: string; readonly name: string }
}

export async function insertHandling(tx: Transaction, { referred, by, ...row }: NewHandling): Promise<void> {
  const hash = referred === null ? null : Buffer.from(referred.textHash, 'hex')
  await sql`
    insert into intake.handling (id, desk, authority, report, kind, addressee, reason, text_hash, by_account, by_name, at)
    values (${row.id}::uuid, ${row.desk}, ${row.authority}, ${row.report}, ${referred === null ? 'name-opening' : 'referral'},
      ${referred?.addressee ?? null}, ${row.reason}, ${hash}, ${by.id}::uuid, ${by.name}, access.clock())`.execute(sqlOf(tx))
}

export interface HandlingRow {
  readonly id: string
  readonly report: number
  readonly kind: 'name-opening' | 'referral'
  readonly addressee: string | null
  readonly reason: string
  readonly text_hash: string | null
  readonly by_name: string
  readonly at: Date
}

export async function findHandlings(
  tx: Transaction,
  asked: { readonly desk: string; readonly report: number | undefined },
  before: string | null,
  limit: number,
): Promise<readonly HandlingRow[]> {
  const { rows } = await sql<HandlingRow>`
    select id, report, kind, addressee, reason, encode(text_hash, 'hex') as text_hash, by_name, at from intake.handling
    where desk = ${asked.desk} and (${asked.report ?? null}::bigint is null or report = ${asked.report ?? null}::bigint)
      and (${before}::text is null or id::text < ${before}::text)
    order by id desc limit ${limit}`.execute(sqlOf(tx))
  return rows
}
