// SQL of reading sealed reports, as the application for a session: the policies decide whose desks these are.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface DeskRow {
  readonly code: string
  readonly authority: number
  readonly until: string
  readonly can_take: boolean
}

const desk = sql`select d.code, d.authority, d.until, d.code in (select o.desk from access.ordered_desks() o) as can_take from intake.desk d`

export async function findDesks(tx: Transaction, round: string): Promise<readonly DeskRow[]> {
  const { rows } = await sql<DeskRow>`${desk} where d.round = ${round}::uuid order by d.code`.execute(sqlOf(tx))
  return rows
}

export async function findDesk(tx: Transaction, code: string): Promise<DeskRow | null> {
  const { rows } = await sql<DeskRow>`${desk} where d.code = ${code}`.execute(sqlOf(tx))
  return rows[0] ?? null
}

/** Reports and messages of a desk, without a right to any of them. */
export async function countReports(
  tx: Transaction,
  code: string,
): Promise<{ readonly reports: number; readonly messages: number }> {
  const { rows } = await sql<{ reports: number; messages: number }>`select reports, messages from intake.tally(${code})`.execute(
    sqlOf(tx),
  )
  return rows[0] ?? { reports: 0, messages: 0 }
}

export interface Listing {
  readonly desk: string
  readonly isSlow: boolean
  /** Numbers below this one; null: from the newest. */
  readonly before: number | null
  readonly most: number
}

export interface Candidate {
  readonly number: number
  readonly is_undecided: boolean
}

/** The newest numbers of a lane; whether each waits for a decision, where that is asked. */
export async function findNumbers(
  tx: Transaction,
  { desk: code, isSlow, before, most }: Listing,
  isDecisionAsked: boolean,
): Promise<readonly Candidate[]> {
  const undecided = sql`not exists (select from intake.decision d where d.desk = ${code} and d.report =
    (select min(o.number) from intake.release o where o.desk = ${code} and o.mailbox = r.mailbox))`
  const { rows } = await sql<Candidate>`
    select r.number, ${isDecisionAsked ? undecided : sql`true`} as is_undecided from (
      select number, mailbox from intake.release
      where desk = ${code} and is_slow = ${isSlow} and (${before}::bigint is null or number < ${before}::bigint)
      order by number desc limit ${most}
    ) r order by r.number desc`.execute(sqlOf(tx))
  return rows
}

export interface ReportRow {
  readonly number: number
  readonly day: string
  readonly is_slow: boolean
  readonly bytes: number
  readonly attachments: number
  readonly mailbox: string
  readonly first: number
  readonly messages: number
  readonly replies: number
}

/** More messages than this are not counted: one sender can fill an answer box, and must not make the page slow. */
const COUNTED_MESSAGES = 100

export async function findReports(tx: Transaction, code: string, numbers: readonly number[]): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select r.number, r.day, r.is_slow, r.bytes, encode(r.mailbox, 'hex') as mailbox,
      (select count(*)::int from intake.released_attachment a where a.desk = r.desk and a.report = r.number) as attachments,
      (select min(o.number) from intake.release o where o.desk = r.desk and o.mailbox = r.mailbox) as first,
      (select count(*)::int from (select from intake.release o where o.desk = r.desk and o.mailbox = r.mailbox limit ${COUNTED_MESSAGES}) m) as messages,
      (select count(*)::int from intake.reply p where p.desk = r.desk and p.mailbox = r.mailbox) as replies
    from intake.release r where r.desk = ${code} and r.number = any (${numbers}::bigint[])
    order by r.number desc`.execute(sqlOf(tx))
  return rows
}

export async function findEnvelope(tx: Transaction, code: string, number: number): Promise<Buffer | null> {
  const { rows } = await sql<{ envelope: Buffer | null }>`
    select intake.released_envelope(${code}, ${number}) as envelope`.execute(sqlOf(tx))
  return rows[0]?.envelope ?? null
}

/** The pieces of an attachment that came with a report of this answer box; null where there is none, or it is not whole. */
export async function findAttachment(tx: Transaction, code: string, number: number, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select p.bytes from intake.released_pieces(${code}, ${number}, ${Buffer.from(id, 'hex')}) p order by p.at`.execute(sqlOf(tx))
  return rows.length === 0 ? null : Buffer.concat(rows.map(({ bytes }) => bytes))
}

export async function isRoundSeen(tx: Transaction, round: string): Promise<boolean> {
  const { rows } = await sql`select 1 from rounds.round where id = ${round}`.execute(sqlOf(tx))
  return rows.length > 0
}
