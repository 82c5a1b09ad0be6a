// SQL of delegations: standing roles lent for a time. What may be lent, and who may approve, is held by the database.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

type DelegationState = 'proposed' | 'ahead' | 'in-force' | 'ended' | 'revoked'

export interface DelegationRow {
  readonly id: string
  readonly role: string
  readonly authority: number
  readonly level: string
  readonly from_account: string
  readonly from_name: string
  readonly to_account: string
  readonly to_name: string
  readonly starts: Date
  readonly ends: Date
  readonly reason: string
  readonly proposed_at: Date
  readonly approved_at: Date | null
  readonly revoked_at: Date | null
  readonly revoked_reason: string | null
  readonly state: DelegationState
  readonly is_lender: boolean
  readonly can_approve: boolean
}

/** The account that a colleague signs in with; null where the caller's own bodies have none of that name. */
export async function findColleague(tx: Transaction, signInName: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select access.colleague(${signInName}) as id`.execute(sqlOf(tx))
  return rows[0]?.id ?? null
}

export interface NewDelegation {
  readonly id: string
  readonly standingRole: string
  readonly from: string
  readonly to: string
  readonly starts: Date | null
  readonly ends: Date
  readonly reason: string
}

/** Answers false where the caller has no such role. What the role is comes from the role itself. */
export async function insertDelegation(tx: Transaction, wish: NewDelegation): Promise<boolean> {
  const made = await sql`
    insert into access.delegation (id, standing_role, role, authority, level, from_account, from_name, to_account, to_name, valid, reason, proposed_at)
    select ${wish.id}::uuid, r.id, r.role, r.authority, r.level, r.account, '', ${wish.to}::uuid, '',
      tstzrange(coalesce(${wish.starts}::timestamptz, access.clock()), ${wish.ends}), ${wish.reason}, access.clock()
    from access.standing_role r where r.id = ${wish.standingRole} and r.account = ${wish.from}`.execute(sqlOf(tx))
  return made.numAffectedRows === 1n
}

/** Delegations that the caller may see, the newest first: ids are made in the order of time. */
export async function findDelegations(
  tx: Transaction,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly DelegationRow[]> {
  const { before } = page
  return delegations(tx)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}

export async function findDelegation(tx: Transaction, id: string): Promise<DelegationRow | null> {
  return (await delegations(tx).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Answers whether the caller may and did. */
export async function endDelegation(tx: Transaction, id: string, by: string, reason: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.delegation')
    .set({ revoked_at: sql`access.clock()`, revoked_by: by, revoked_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

function delegations(tx: Transaction) {
  const isOpen = sql<boolean>`approved_by is null and revoked_at is null and upper(valid) > access.clock()`
  return sqlOf(tx)
    .selectFrom('access.delegation')
    .select(['id', 'role', 'authority', 'level', 'from_account', 'from_name', 'to_account', 'to_name', 'reason'])
    .select(['proposed_at', 'approved_at', 'revoked_at', 'revoked_reason'])
    .select(sql<Date>`lower(valid)`.as('starts'))
    .select(sql<Date>`upper(valid)`.as('ends'))
    .select(
      sql<DelegationState>`case when revoked_at is not null then 'revoked' when upper(valid) <= access.clock() then 'ended'
        when approved_by is null then 'proposed' when valid @> access.clock() then 'in-force' else 'ahead' end`.as('state'),
    )
    .select(
      sql<boolean>`from_account = (select access.account_id()) and revoked_at is null and upper(valid) > access.clock()`.as(
        'is_lender',
      ),
    )
    .select(
      sql<boolean>`${isOpen} and (select access.account_id()) not in (from_account, to_account)
        and (area <@ (select access.scopes('security-admin')) or role <> 'leading-group' and area <@ (select access.scopes('office')))`.as(
        'can_approve',
      ),
    )
}
