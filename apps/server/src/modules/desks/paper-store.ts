import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { DeskRow } from './desk/desk-store.ts'

/** The desks that the caller sees by an order in force or by his office, with the title of their round. */
export async function desksInSight(tx: Transaction): Promise<readonly (DeskRow & { readonly title: string })[]> {
  const { rows } = await sql<DeskRow & { title: string }>`
    select d.*, r.title from intake.desk d join rounds.round r on r.authority = d.authority and r.id = d.round
    order by d.until desc, d.code`.execute(sqlOf(tx))
  return rows
}
