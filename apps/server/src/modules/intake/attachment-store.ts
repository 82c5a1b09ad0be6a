// SQL of attachments on their way in: pieces are added at the end, and what is committed is what the phone need not send again.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface Arriving {
  readonly length: number
  readonly is_whole: boolean
  /** Bytes that are on the disk. */
  readonly offset: number
}

const bytesOf = (id: string) => Buffer.from(id, 'hex')

export async function readArriving(tx: Transaction, desk: string, id: string): Promise<Arriving | null> {
  const { rows } = await sql<Arriving>`
    select a.length, a.is_whole, case when a.is_whole then a.length::bigint else
      coalesce((select sum(length(p.bytes)) from intake.piece p where p.desk = a.desk and p.attachment = a.id), 0) end as "offset"
    from intake.attachment a where a.desk = ${desk} and a.id = ${bytesOf(id)}`.execute(sqlOf(tx))
  return rows[0] ?? null
}

/** Bytes that a desk holds: what has arrived, not what was announced, or announcing alone would use its room up. */
export async function sumAttachments(tx: Transaction, desk: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce((select sum(length) from intake.attachment where desk = ${desk} and is_whole), 0)::bigint
      + coalesce((select sum(length(p.bytes)) from intake.attachment a join intake.piece p on p.desk = a.desk and p.attachment = a.id
        where a.desk = ${desk} and not a.is_whole), 0)::bigint as sum`.execute(sqlOf(tx))
  return rows[0]?.sum ?? 0
}

export async function addArriving(tx: Transaction, desk: string, id: string, length: number, day: string): Promise<void> {
  await sql`insert into intake.attachment (desk, id, length, day) values (${desk}, ${bytesOf(id)}, ${length}, ${day})
    on conflict (desk, id) do nothing`.execute(sqlOf(tx))
}

export async function addPiece(tx: Transaction, desk: string, id: string, at: number, bytes: Buffer): Promise<void> {
  await sql`insert into intake.piece (desk, attachment, at, bytes) values (${desk}, ${bytesOf(id)}, ${at}, ${bytes})`.execute(
    sqlOf(tx),
  )
}

export async function readPieces(tx: Transaction, desk: string, id: string): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from intake.piece where desk = ${desk} and attachment = ${bytesOf(id)} order by at`.execute(sqlOf(tx))
  return rows.map(({ bytes }) => bytes)
}

export async function markWhole(tx: Transaction, desk: string, id: string): Promise<void> {
  await sql`update intake.attachment set is_whole = true where desk = ${desk} and id = ${bytesOf(id)}`.execute(sqlOf(tx))
}

export async function dropArriving(tx: Transaction, desk: string, id: string): Promise<void> {
  await sql`delete from intake.attachment where desk = ${desk} and id = ${bytesOf(id)} and not is_whole`.execute(sqlOf(tx))
}

/** Which of the ids have arrived whole. */
export async function whichAreWhole(tx: Transaction, desk: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select encode(id, 'hex') as id from intake.attachment
    where desk = ${desk} and is_whole and id = any (${ids.map(bytesOf)}::bytea[])`.execute(sqlOf(tx))
  return new Set(rows.map(({ id }) => id))
}

/** A report names its attachments: they stay. */
export async function claimAttachments(tx: Transaction, desk: string, ids: readonly string[], report: number): Promise<void> {
  await sql`update intake.attachment set report = ${report}
    where desk = ${desk} and report is null and id = any (${ids.map(bytesOf)}::bytea[])`.execute(sqlOf(tx))
}

/** What no report has named since before a day goes. */
export async function dropUnclaimed(tx: Transaction, before: string): Promise<void> {
  await sql`delete from intake.attachment where report is null and day < ${before}`.execute(sqlOf(tx))
}
