// SQL of credential changes. The database signs, times and carries them out by itself (`access.check_credential_change`).
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface CredentialChangeRow {
  readonly id: string
  readonly account: string
  readonly account_name: string
  readonly sign_in_name: string
  readonly asked_by: string
  readonly asked_name: string
  readonly asked_at: Date
  readonly approved_at: Date | null
  readonly state: 'asked' | 'approved' | 'lapsed'
  readonly can_approve: boolean
}

/** One change, or with null those that the caller may see, the newest first. */
export async function findCredentialChanges(tx: Transaction, id: string | null): Promise<readonly CredentialChangeRow[]> {
  const { rows } = await sql<CredentialChangeRow>`
    select id, account, account_name, sign_in_name, asked_by, asked_name, asked_at, approved_at, state,
      state = 'asked' and (select access.account_id()) not in (asked_by, account)
        and area <@ (select access.scopes('security-admin', 'office', 'leading-group')) as can_approve
    from access.credential_change c, lateral (
      select case when c.approved_at is not null then 'approved' when c.asked_at < access.clock() - interval '1 day' then 'lapsed'
        else 'asked' end as state
    ) s
    where ${id}::uuid is null or id = ${id}::uuid
    order by asked_at desc, id limit 200`.execute(sqlOf(tx))
  return rows
}

/** `passphrase`: the hash of the new one. */
export interface NewCredential {
  readonly id: string
  readonly account: string
  readonly passphrase: string
  readonly asked_by: string
}

export async function insertCredentialChange(tx: Transaction, wish: NewCredential): Promise<void> {
  await sqlOf(tx)
    .insertInto('access.credential_change')
    // Who it is about is filled in by the database, which alone sees every account.
    .values({
      ...wish,
      account_name: '',
      sign_in_name: '',
      authority: 0,
      level: 'nation',
      asked_name: '',
      asked_at: sql`access.clock()`,
    })
    .execute()
}

/** Answers whether the caller may and did. */
export async function signCredentialChange(tx: Transaction, id: string, by: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.credential_change')
    .set({ approved_by: by })
    .where('id', '=', id)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
