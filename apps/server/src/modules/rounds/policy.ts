// Who may do what to a round: standing roles at the authority that commissions it. The database asks again by its own policies.
import { Problem, type RoundRole } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** The roles that the caller holds now at an authority itself, not above it. */
export async function rolesAt(tx: Transaction, authority: number): Promise<readonly RoundRole[]> {
  const { rows } = await sql<{ office: boolean; group: boolean }>`
    select ${authority}::int8 = any ((select access.authorities('office'))::int8[]) as office,
      ${authority}::int8 = any ((select access.authorities('leading-group'))::int8[]) as "group"`.execute(sqlOf(tx))
  const held = rows[0]
  return [...(held?.office === true ? ['office' as const] : []), ...(held?.group === true ? ['leading-group' as const] : [])]
}

/** Refuses whoever holds none of these roles at the authority. */
export async function demandRole(tx: Transaction, authority: number, roles: readonly RoundRole[]): Promise<void> {
  const held = await rolesAt(tx, authority)
  if (!roles.some((role) => held.includes(role))) throw new Problem('not-allowed')
}

/** The authorities at which the caller works in an inspection office. */
export async function ownAuthorities(tx: Transaction): Promise<readonly number[]> {
  const { rows } = await sql<{ authority: number }>`
    select unnest((select access.authorities('office', 'leading-group'))::int8[]) as authority`.execute(sqlOf(tx))
  return rows.map((row) => row.authority)
}

/** Whether an office or leading-group role of the caller covers an authority from above or at it. */
export async function isCovered(tx: Transaction, authority: number): Promise<boolean> {
  const { rows } = await sql<{ covered: boolean }>`
    select (select access.scopes('office', 'leading-group')) @> ${authority}::int8 as covered`.execute(sqlOf(tx))
  return rows[0]?.covered === true
}
