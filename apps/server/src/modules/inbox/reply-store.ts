// SQL of answers: they are appended to the answer box of a report, each as the next of its chain.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface ReplyRow {
  readonly seq: number
  readonly day: string
  readonly envelope: Buffer
}

/** The answer box of a report that the caller may take, in hexadecimal. */
export async function findMailbox(tx: Transaction, desk: string, number: number): Promise<string | null> {
  const { rows } = await sql<{ mailbox: string }>`
    select encode(mailbox, 'hex') as mailbox from intake.release where desk = ${desk} and number = ${number}`.execute(sqlOf(tx))
  return rows[0]?.mailbox ?? null
}

export async function findReplies(tx: Transaction, desk: string, mailbox: string): Promise<readonly ReplyRow[]> {
  const { rows } = await sql<ReplyRow>`
    select seq, day, envelope from intake.reply where desk = ${desk} and mailbox = ${Buffer.from(mailbox, 'hex')} order by seq`.execute(
    sqlOf(tx),
  )
  return rows
}

export async function insertReply(
  tx: Transaction,
  reply: { readonly desk: string; readonly mailbox: string; readonly seq: number; readonly envelope: Buffer },
): Promise<void> {
  await sql`
    insert into intake.reply (desk, mailbox, seq, envelope, day) values (${reply.desk}, ${Buffer.from(reply.mailbox, 'hex')},
      ${reply.seq}, ${reply.envelope}, (access.clock() at time zone 'Asia/Shanghai')::date)`.execute(sqlOf(tx))
}

/** One writer of an answer box at a time. */
export async function takeMailbox(tx: Transaction, desk: string, mailbox: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${desk} ${mailbox}`}, 0))`.execute(sqlOf(tx))
}
