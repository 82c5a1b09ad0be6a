// SQL of the way from the register into the list of the team. No statement here writes a time.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** A report by its number in the register. */
export interface Held {
  readonly arrival: number
  /** Hexadecimal. */
  readonly mailbox: string
  readonly day: string
}

export async function readDeskCodes(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select code from intake.desk order by code`.execute(sqlOf(tx))
  return rows.map(({ code }) => code)
}

/** One writer of a desk's list at a time; answers the last number in it. */
export async function takeList(tx: Transaction, desk: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list ${desk}`}, 0))`.execute(sqlOf(tx))
  const { rows } = await sql<{ size: number }>`
    select coalesce(max(number), 0) as size from intake.release where desk = ${desk}`.execute(sqlOf(tx))
  return rows[0]?.size ?? 0
}

/** Reports after a number of the register that are not in the list, in the order of arrival. */
export async function readHeld(tx: Transaction, desk: string, after: number): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select r.number as arrival, encode(r.mailbox, 'hex') as mailbox, r.day from intake.report r
    where r.desk = ${desk} and r.number > ${after}
      and not exists (select from intake.release s where s.desk = r.desk and s.arrival = r.number)
    order by r.number`.execute(sqlOf(tx))
  return rows
}

export async function readLastArrival(tx: Transaction, desk: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(arrival), 0) as last from intake.release where desk = ${desk}`.execute(sqlOf(tx))
  return rows[0]?.last ?? 0
}

/** Puts reports into the list after `size` others, in the order given. */
export async function addReleases(tx: Transaction, desk: string, size: number, arrivals: readonly number[]): Promise<void> {
  await sql`
    insert into intake.release (desk, number, arrival, mailbox, day, is_slow, bytes)
    select r.desk, ${size}::bigint + o.place, r.number, r.mailbox, r.day, r.is_slow, length(r.envelope)
    from unnest(${arrivals}::bigint[]) with ordinality as o (arrival, place)
    join intake.report r on r.desk = ${desk} and r.number = o.arrival`.execute(sqlOf(tx))
  await sql`
    insert into intake.released_attachment (desk, report, id)
    select s.desk, s.number, a.id from intake.release s
    join intake.attachment a on a.desk = s.desk and a.report = s.arrival and a.is_whole
    where s.desk = ${desk} and s.number > ${size}`.execute(sqlOf(tx))
}
