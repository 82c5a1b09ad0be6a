// SQL of the steps of a session, as `shengmian_auth`: the second factor given, locked and unlocked, ready for leads, ended with the others.
import { sql } from 'kysely'
import type { AuthDatabase } from './auth-store.ts'
import { IDLE_MINUTES, LEADS_MINUTES, LOCK_MINUTES } from './session-times.ts'

/** The second factor was given: from here on the session is open. */
export async function completeSession(db: AuthDatabase, session: string): Promise<void> {
  await sql`
    update access.session set awaits_second = false, second_at = access.clock(), created_at = access.clock(), updated_at = access.clock(),
      expires_at = access.clock() + make_interval(mins => ${IDLE_MINUTES})
    where id = ${session} and awaits_second`.execute(db)
}

export async function openLeads(db: AuthDatabase, session: string): Promise<void> {
  await sql`
    update access.session set second_at = access.clock(), leads_until = access.clock() + make_interval(mins => ${LEADS_MINUTES})
    where id = ${session}`.execute(db)
}

/** A lock also ends the step before leads. */
export async function lockSession(db: AuthDatabase, session: string): Promise<void> {
  await sql`update access.session set locked_at = coalesce(locked_at, access.clock()), leads_until = null where id = ${session}`.execute(
    db,
  )
}

export async function unlockSession(db: AuthDatabase, session: string): Promise<void> {
  await sql`
    update access.session set locked_at = null, updated_at = access.clock(),
      -- what locked itself by lying idle ends the step before leads like any other lock
      leads_until = case when locked_at is null and updated_at <= access.clock() - make_interval(mins => ${LOCK_MINUTES}) then null else leads_until end
    where id = ${session} and expires_at > access.clock()`.execute(db)
}

export interface OwnSessionRow {
  readonly id: string
  readonly began: Date
  readonly used: Date
  readonly agent: string | null
}

export async function findOwnSessions(db: AuthDatabase, account: string): Promise<readonly OwnSessionRow[]> {
  return db
    .selectFrom('access.session')
    .select(['id', 'created_at as began', 'updated_at as used', 'user_agent as agent'])
    .where('account', '=', account)
    .where('expires_at', '>', sql<Date>`access.clock()`)
    .orderBy('updated_at', 'desc')
    .execute()
}

/** Ends every session of the account, the present one too. */
export async function endAllSessions(db: AuthDatabase, account: string): Promise<void> {
  await db.deleteFrom('access.session').where('account', '=', account).execute()
}
