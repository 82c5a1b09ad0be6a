// SQL of accounts and standing roles. Row-level security decides what each statement can see and change.
import { Problem } from '@shengmian/contract'
import { sql, type ExpressionBuilder } from 'kysely'
import { v7 } from 'uuid'
import { sqlOf } from '../../platform/database.ts'
import type { DB } from '../../platform/tables.generated.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { Authority } from './authority.ts'

export interface AccountRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly authority: number
  readonly level: string
  readonly person: string | null
  readonly created_at: Date
  readonly disabled_at: Date | null
  readonly disabled_reason: string | null
}

export interface RoleRow {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly authority: number
  readonly level: string
  readonly body: string
  readonly unit: string | null
  /** Null for what was there at installation. */
  readonly granted_by: string | null
  readonly granted_at: Date | null
  readonly starts: Date
  readonly ends: Date | null
  readonly revoked_at: Date | null
  readonly revoked_reason: string | null
  /** Proposed and waiting for the second hand: it opens nothing yet. */
  readonly is_pending: boolean
  /** Who lent it, where it is not the account's own. */
  readonly lent_by: string | null
}

const accountColumns = [
  'id',
  'username',
  'name',
  'authority',
  'level',
  'person',
  'created_at',
  'disabled_at',
  'disabled_reason',
] as const

/** The account of the session, or null where there is none. */
export async function readOwnAccount(tx: Transaction): Promise<AccountRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('access.account')
    .select(accountColumns)
    .where('id', '=', sql<string>`(select access.account_id())`)
    .executeTakeFirst()
  return row ?? null
}

export async function readSessionWindow(
  tx: Transaction,
): Promise<{ readonly began: Date; readonly expires: Date; readonly leads: Date | null } | null> {
  const { rows } = await sql<{
    began: Date
    expires: Date
    leads: Date | null
  }>`select began, expires, access.leads_until() as leads from access.session_window()`.execute(sqlOf(tx))
  return rows[0] ?? null
}

export async function readAccount(tx: Transaction, id: string): Promise<AccountRow> {
  const row = await sqlOf(tx).selectFrom('access.account').select(accountColumns).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** Accounts after a sign-in name, in the order of sign-in names. */
export async function findAccounts(
  tx: Transaction,
  page: { readonly after: string; readonly limit: number; readonly search: string | undefined },
): Promise<readonly AccountRow[]> {
  const { search } = page
  return sqlOf(tx)
    .selectFrom('access.account')
    .select(accountColumns)
    .where('username', '>', page.after)
    .$if(search !== undefined, (query) =>
      query.where((eb) => eb.or([contains(eb, 'username', search ?? ''), contains(eb, 'name', search ?? '')])),
    )
    .orderBy('username')
    .limit(page.limit)
    .execute()
}

function contains(eb: ExpressionBuilder<DB, 'access.account'>, column: 'username' | 'name', text: string) {
  return eb(sql<number>`strpos(lower(${eb.ref(column)}), lower(${text}))`, '>', 0)
}

/** Standing roles of accounts, the newest first, revoked and pending ones included. */
export async function findRoles(tx: Transaction, accounts: readonly string[]): Promise<readonly RoleRow[]> {
  if (accounts.length === 0) return []
  return sqlOf(tx)
    .selectFrom('access.standing_role')
    .select([
      'id',
      'account',
      'role',
      'authority',
      'level',
      'body',
      'unit',
      'granted_by',
      'granted_at',
      'revoked_at',
      'revoked_reason',
    ])
    .select(sql<Date>`lower(valid)`.as('starts'))
    .select(sql<Date | null>`upper(valid)`.as('ends'))
    .select(sql<boolean>`granted_by is not null and approved_by is null`.as('is_pending'))
    .select(sql<string | null>`null`.as('lent_by'))
    .where('account', 'in', [...accounts])
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The roles that the caller holds now, those lent to him included. */
export async function findHeldRoles(tx: Transaction, account: string): Promise<readonly RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select id, ${account}::uuid as account, role, authority, level, body, unit, null::uuid as granted_by, null::timestamptz as granted_at, starts, ends, null::timestamptz as revoked_at,
      null::text as revoked_reason, false as is_pending, lent_by
    from access.held_roles() order by lent_by is not null, starts desc, id desc`.execute(sqlOf(tx))
  return rows
}

export interface NewAccount extends Authority {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly person: string | null
  readonly by: string
}

export async function insertAccount(tx: Transaction, account: NewAccount, passphraseHash: string): Promise<void> {
  const { by, ...row } = account
  const db = sqlOf(tx)
  await db
    .insertInto('access.account')
    .values({ ...row, email: `${row.username}@account.invalid`, created_by: by })
    .execute()
  await db
    .insertInto('access.credential')
    .values({ id: v7(), account: row.id, provider_account: row.id, passphrase: passphraseHash })
    .execute()
}

/** Answers whether the caller may and did. */
export async function closeAccount(tx: Transaction, account: string, by: string, reason: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.account')
    .set({ disabled_at: sql`access.clock()`, disabled_by: by, disabled_reason: reason, updated_at: sql`access.clock()` })
    .where('id', '=', account)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export interface NewRole extends Authority {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly body: string
  readonly unit: string | null
  readonly from: string | null
  readonly until: string | null
  readonly by: string
}

export async function insertRole(tx: Transaction, role: NewRole): Promise<void> {
  const { from, until, by, ...row } = role
  await sqlOf(tx)
    .insertInto('access.standing_role')
    .values({
      ...row,
      valid: sql`tstzrange(coalesce(${from}::timestamptz, access.clock()), ${until}::timestamptz)`,
      granted_by: by,
    })
    .execute()
}

/** Answers whether the caller may and did. */
export async function endRole(tx: Transaction, account: string, role: string, by: string, reason: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.standing_role')
    .set({ revoked_at: sql`access.clock()`, revoked_by: by, revoked_reason: reason })
    .where('id', '=', role)
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Signs as the second hand. Answers whether the caller may and did. */
export async function approveRow(
  tx: Transaction,
  table: 'access.standing_role' | 'access.delegation',
  id: string,
  by: string,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable(table)
    .set({ approved_by: by, approved_at: sql`access.clock()` })
    .where('id', '=', id)
    .where('approved_by', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** The instant that rights are measured against. */
export async function readClock(tx: Transaction): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select access.clock() as now`.execute(sqlOf(tx))
  return rows[0]?.now ?? new Date(Number.NaN)
}
