// SQL of cards, as the device that opens reports needs them.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

interface PrintedRow {
  readonly id: string
  readonly place: string
  readonly village: string | null
  readonly isRevoked: boolean
  readonly hashes: Buffer
}

export async function findPrinted(tx: Transaction, desk: string): Promise<readonly PrintedRow[]> {
  const { rows } = await sql<PrintedRow>`
    select b.id, p.place, p.village, b.hashes, exists (
      select from intake.revoked_card_batch r where r.desk = b.desk and r.batch = b.id) as "isRevoked"
    from intake.card_batch b join intake.poster p on p.desk = b.desk and p.code = b.poster
    where b.desk = ${desk} order by b.made_on, b.id`.execute(sqlOf(tx))
  return rows
}

export async function findMarks(
  tx: Transaction,
  desk: string,
  after: number,
  most: number,
): Promise<readonly { readonly report: number; readonly mark: Buffer }[]> {
  const { rows } = await sql<{ report: number; mark: Buffer }>`
    select report, mark from intake.card_mark where desk = ${desk} and report > ${after} order by report limit ${most}`.execute(
    sqlOf(tx),
  )
  return rows
}

/** The first mark of a report stays. */
export async function insertMark(
  tx: Transaction,
  row: { readonly desk: string; readonly authority: number; readonly report: number; readonly mark: Buffer },
): Promise<void> {
  await sql`
    insert into intake.card_mark (desk, authority, report, mark) values (${row.desk}, ${row.authority}, ${row.report}, ${row.mark})
    on conflict (desk, report) do nothing`.execute(sqlOf(tx))
}
