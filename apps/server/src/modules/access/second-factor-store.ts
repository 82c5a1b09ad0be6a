// SQL of second factors, as `shengmian_auth`: the sealed secret of the authenticator app, recovery codes, and what happened to them.
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { hashOf, type AuthDatabase } from './auth-store.ts'

export type SignInEventKind =
  | 'signed-in'
  | 'signed-in-by-provider'
  | 'second-step'
  | 'second-step-failed'
  | 'leads-step'
  | 'locked'
  | 'unlocked'
  | 'totp-set'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'signed-out-everywhere'
  | 'identity-confirmed'
  | 'identity-refused'

export async function readClock(db: AuthDatabase): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select access.clock() as now`.execute(db)
  return rows[0]?.now ?? new Date(0)
}

export async function writeEvent(db: AuthDatabase, account: string, kind: SignInEventKind): Promise<void> {
  await db
    .insertInto('access.sign_in_event')
    .values({ id: v7(), account, kind, at: sql`access.clock()` })
    .execute()
}

/** A failed attempt in the book of the account, if there is one of that name; a name nobody has costs a write as well, and as long. */
export async function writeFailure(db: AuthDatabase, signInName: string, lane: string): Promise<void> {
  await sql`
    with counted as (update access.sign_in_failure set last_at = access.clock() where name_hash = ${hashOf(lane)})
    select access.note_failed_sign_in(${signInName})`.execute(db)
}

export interface TotpRow {
  readonly secret: Buffer
  readonly isConfirmed: boolean
}

export async function readTotp(db: AuthDatabase, account: string): Promise<TotpRow | null> {
  const row = await db
    .selectFrom('access.totp')
    .select(['secret', 'confirmed_at'])
    .where('account', '=', account)
    .executeTakeFirst()
  return row === undefined ? null : { secret: row.secret, isConfirmed: row.confirmed_at !== null }
}

/** Puts a secret that is not confirmed yet; answers false where one is in use: it must be removed first. */
export async function putTotp(db: AuthDatabase, account: string, secret: Buffer): Promise<boolean> {
  const { rows } = await sql`
    insert into access.totp as t (account, secret, created_at) values (${account}, ${secret}, access.clock())
    on conflict (account) do update set secret = excluded.secret, created_at = excluded.created_at where t.confirmed_at is null
    returning account`.execute(db)
  return rows.length === 1
}

/** Uses the half minute `step` up; answers false where it, or a later one, was used before. */
export async function useTotpStep(db: AuthDatabase, account: string, step: number): Promise<boolean> {
  const changed = await db
    .updateTable('access.totp')
    .set({ last_step: step, confirmed_at: sql`coalesce(confirmed_at, access.clock())` })
    .where('account', '=', account)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function removeTotp(db: AuthDatabase, account: string): Promise<boolean> {
  const gone = await db.deleteFrom('access.totp').where('account', '=', account).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function replaceRecoveryCodes(db: AuthDatabase, account: string, hashes: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('access.recovery_code').where('account', '=', account).execute()
    if (hashes.length === 0) return
    await trx
      .insertInto('access.recovery_code')
      .values(hashes.map((code_hash) => ({ account, code_hash })))
      .execute()
  })
}

/** Answers whether the code was there and had not been used. */
export async function useRecoveryCode(db: AuthDatabase, account: string, hash: string): Promise<boolean> {
  const changed = await db
    .updateTable('access.recovery_code')
    .set({ used_at: sql`access.clock()` })
    .where('account', '=', account)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function countRecoveryCodes(db: AuthDatabase, account: string): Promise<number> {
  const row = await db
    .selectFrom('access.recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}
