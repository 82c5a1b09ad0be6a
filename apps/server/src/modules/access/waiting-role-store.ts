// SQL of roles that wait for a second hand. Row-level security decides which of them a caller sees.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { GRANTED_BY_OFFICE } from './policies/spec/access.ts'
import type { RoleRow } from './store.ts'

export interface WaitingRoleRow extends RoleRow {
  readonly account_name: string
  readonly sign_in_name: string
  readonly proposer: string | null
  readonly stop: 'own-account' | 'own-proposal' | 'not-yours' | null
}

/** Waiting roles after an id: ids are made in the order of time. A role of a closed account waits for nobody. */
export async function findWaitingRoles(
  tx: Transaction,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly WaitingRoleRow[]> {
  const { rows } = await sql<WaitingRoleRow>`
    select r.id, r.account, r.role, r.authority, r.level, r.body, r.unit, r.granted_by, r.granted_at,
      lower(r.valid) as starts, upper(r.valid) as ends, r.revoked_at, r.revoked_reason, true as is_pending, null as lent_by,
      a.name as account_name, a.username as sign_in_name, p.name as proposer,
      case
        when r.account = (select access.account_id()) then 'own-account'
        when r.granted_by = (select access.account_id()) then 'own-proposal'
        when a.area <@ (select access.scopes('security-admin', 'office')) and (r.area <@ (select access.scopes('security-admin'))
          or r.area <@ (select access.scopes('office')) and r.role = any (${[...GRANTED_BY_OFFICE]}::text[])) then null
        else 'not-yours'
      end as stop
    from access.standing_role r
    join access.account a on a.id = r.account and a.disabled_at is null
    left join access.account p on p.id = r.granted_by
    where r.approved_by is null and r.granted_by is not null and r.revoked_at is null
      and (upper_inf(r.valid) or upper(r.valid) > access.clock())
      and (${page.after ?? null}::uuid is null or r.id > ${page.after ?? null}::uuid)
    order by r.id limit ${page.limit}`.execute(sqlOf(tx))
  return rows
}
