// SQL of the intake, as the role `shengmian_intake`. Nothing here knows an address, a device or an hour.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { EMPTY_REGISTER, rootOf } from './register.ts'

export interface Desk {
  readonly code: string
  readonly until: string
  readonly attachment_bytes: number
  /** The root's key, who sends, who is inspected, the telephone: empty where nobody has said. */
  readonly root: string
  readonly sender: string
  readonly host: string
  readonly phone: string
}

export async function readDesk(tx: Transaction, code: string): Promise<Desk | null> {
  const { rows } = await sql<Desk>`
    select code, until, attachment_bytes, root, sender, host, phone from intake.desk where code = ${code}`.execute(sqlOf(tx))
  return rows[0] ?? null
}

export async function readManifests(tx: Transaction, desk: string): Promise<readonly string[]> {
  const { rows } = await sql<{ signed: string }>`select signed from intake.manifest where desk = ${desk} order by seq`.execute(
    sqlOf(tx),
  )
  return rows.map(({ signed }) => signed)
}

export async function readRevoked(tx: Transaction, desk: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    poster: string
  }>`select poster from intake.revoked_poster where desk = ${desk} order by poster`.execute(sqlOf(tx))
  return rows.map(({ poster }) => poster)
}

/** Villages that the desk's round inspects, in its order. */
export async function readVillages(
  tx: Transaction,
  desk: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from intake.villages(${desk})`.execute(sqlOf(tx))
  return rows
}

/** One writer of a desk's register at a time, whoever runs it; answers the last number. */
export async function takeRegister(tx: Transaction, desk: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`intake ${desk}`}, 0))`.execute(sqlOf(tx))
  const { rows } = await sql<{
    size: number
  }>`select coalesce(max(number), 0) as size from intake.report where desk = ${desk}`.execute(sqlOf(tx))
  return rows[0]?.size ?? 0
}

/** Names of the envelopes at places lo to hi − 1, in order. */
export async function readNames(tx: Transaction, desk: string, lo: number, hi: number): Promise<readonly Uint8Array[]> {
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from intake.report where desk = ${desk} and number > ${lo} and number <= ${hi} order by number`.execute(sqlOf(tx))
  return rows.map(({ hash }) => hash)
}

export async function readLastDay(tx: Transaction, desk: string): Promise<string | null> {
  const { rows } = await sql<{
    day: string
  }>`select day from intake.report where desk = ${desk} order by number desc limit 1`.execute(sqlOf(tx))
  return rows[0]?.day ?? null
}

export interface Kept {
  readonly key: string
  readonly hash: Buffer
  readonly acknowledgement: string
}

/** Reports that are there already under one of the idempotency keys (hexadecimal). */
export async function readKept(tx: Transaction, desk: string, keys: readonly string[]): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select encode(key, 'hex') as key, hash, acknowledgement from intake.report
    where desk = ${desk} and key = any (${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])`.execute(sqlOf(tx))
  return rows
}

export interface NewReport {
  readonly number: number
  readonly key: string
  readonly mailbox: string
  readonly hash: Uint8Array
  readonly isSlow: boolean
  readonly acknowledgement: string
  readonly envelope: Uint8Array
}

export async function addReports(tx: Transaction, desk: string, day: string, reports: readonly NewReport[]): Promise<void> {
  await sql`
    insert into intake.report (desk, number, key, mailbox, hash, day, is_slow, acknowledgement, envelope)
    select ${desk}, number, key, mailbox, hash, ${day}, is_slow, acknowledgement, envelope from unnest(
      ${reports.map(({ number }) => number)}::bigint[], ${reports.map(({ key }) => Buffer.from(key, 'hex'))}::bytea[],
      ${reports.map(({ mailbox }) => Buffer.from(mailbox, 'hex'))}::bytea[], ${reports.map(({ hash }) => hash)}::bytea[],
      ${reports.map(({ isSlow }) => isSlow)}::boolean[], ${reports.map(({ acknowledgement }) => acknowledgement)}::text[],
      ${reports.map(({ envelope }) => envelope)}::bytea[]
    ) as new (number, key, mailbox, hash, is_slow, acknowledgement, envelope)`.execute(sqlOf(tx))
}

export async function addRegisterDay(
  tx: Transaction,
  desk: string,
  day: string,
  register: { readonly size: number; readonly root: Uint8Array },
): Promise<void> {
  await sql`insert into intake.register_day (desk, day, size, root) values (${desk}, ${day}, ${register.size}, ${register.root})
    on conflict (desk, day) do nothing`.execute(sqlOf(tx))
}

export interface ClosedDay {
  readonly size: number
  readonly root: Uint8Array
}

/** The register at the end of the last day that is over; an empty one before the first. */
export async function readClosedDay(tx: Transaction, desk: string): Promise<ClosedDay> {
  const { rows } = await sql<ClosedDay>`
    select size, root from intake.register_day where desk = ${desk} order by day desc limit 1`.execute(sqlOf(tx))
  return rows[0] ?? { size: 0, root: rootOf(EMPTY_REGISTER) }
}

/** Everything under a mailbox: sealed replies and the names of the reports, oldest first. */
export async function readMailbox(
  tx: Transaction,
  desk: string,
  mailbox: string,
): Promise<{ readonly replies: readonly Buffer[]; readonly reports: readonly Buffer[] }> {
  const id = Buffer.from(mailbox, 'hex')
  const { rows: replies } = await sql<{ envelope: Buffer }>`
    select envelope from intake.reply where desk = ${desk} and mailbox = ${id} order by seq`.execute(sqlOf(tx))
  const { rows: reports } = await sql<{ hash: Buffer }>`
    select hash from intake.report where desk = ${desk} and mailbox = ${id} order by number`.execute(sqlOf(tx))
  return { replies: replies.map(({ envelope }) => envelope), reports: reports.map(({ hash }) => hash) }
}
