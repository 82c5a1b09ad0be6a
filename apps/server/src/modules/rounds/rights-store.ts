import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** Whether the caller now holds the two roles of a round at an authority itself, not above it. */
export async function standingAt(
  tx: Transaction,
  authority: number,
): Promise<{ readonly office: boolean; readonly group: boolean }> {
  const { rows } = await sql<{ office: boolean; group: boolean }>`
    select ${authority}::int8 = any ((select access.authorities('office'))::int8[]) as office,
      ${authority}::int8 = any ((select access.authorities('leading-group'))::int8[]) as "group"`.execute(sqlOf(tx))
  return rows[0] ?? { office: false, group: false }
}

/** The authorities at which the caller works in an inspection office or leading group. */
export async function authoritiesOf(tx: Transaction): Promise<readonly number[]> {
  const { rows } = await sql<{ authority: number }>`
    select unnest((select access.authorities('office', 'leading-group'))::int8[]) as authority`.execute(sqlOf(tx))
  return rows.map((row) => row.authority)
}
