// SQL of what an account answers for: the rows are kept with the rounds, the function says whose they are.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface OwnChargeRow {
  readonly id: string
  readonly kind: string
  readonly authority: number
  readonly place: number
  readonly place_name: string
}

/** In force now, for the account of the session. */
export async function findOwnCharges(tx: Transaction): Promise<readonly OwnChargeRow[]> {
  const { rows } = await sql<OwnChargeRow>`
    select id, kind, authority, place, place_name from access.own_charges() order by kind, place`.execute(sqlOf(tx))
  return rows
}
