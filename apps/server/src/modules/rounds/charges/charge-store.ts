import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsCharge } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ChargeRow = Selectable<RoundsCharge>

/** Those in force first, then by capacity and place. */
export async function chargesOf(tx: Transaction, authority: number): Promise<readonly ChargeRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.charge')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy(sql`revoked_at is not null`)
    .orderBy('kind')
    .orderBy('place')
    .orderBy('recorded_at')
    .execute()
}

/** In force, of these kinds, at any of these authorities: what the caller sees of them. */
export async function chargesInForce(
  tx: Transaction,
  authorities: readonly number[],
  kinds: readonly string[],
): Promise<readonly ChargeRow[]> {
  if (authorities.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.charge')
    .selectAll()
    .where('authority', 'in', [...authorities])
    .where('kind', 'in', [...kinds])
    .where('revoked_at', 'is', null)
    .execute()
}

export async function findCharge(tx: Transaction, id: string): Promise<ChargeRow> {
  const row = await sqlOf(tx).selectFrom('rounds.charge').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

export async function insertCharge(tx: Transaction, row: Insertable<RoundsCharge>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.charge').values(row).execute()
}

export async function revokeRow(tx: Transaction, row: ChargeRow, reason: string, at: Date): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.charge')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('authority', '=', row.authority)
    .where('id', '=', row.id)
    .execute()
}

export interface AreaItemRow {
  readonly charge: string
  readonly kind: 'target' | 'documents'
  readonly unit: string
  readonly place: number
  readonly since: string
  readonly due: string
  readonly supervisor: string | null
}

/** What lies in the areas that the caller leads; the database decides which those are. */
export async function areaItems(tx: Transaction): Promise<readonly AreaItemRow[]> {
  const { rows } = await sql<AreaItemRow>`
    select charge, kind, unit, place, since::text as since, due::text as due, supervisor
    from rounds.area_items() order by place, kind desc, due`.execute(sqlOf(tx))
  return rows
}

/** The charges in force of the caller's own account that are of one kind. */
export async function ownChargesOf(tx: Transaction, account: string, kind: string): Promise<readonly ChargeRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.charge')
    .selectAll()
    .where('account', '=', account)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .orderBy('place')
    .execute()
}
