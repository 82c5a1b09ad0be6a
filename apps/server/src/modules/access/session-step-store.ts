// SQL of the steps of a session, as `shengmian_auth`: the second factor given or set up, locked and unlocked, ready for leads, ended with the others.
import { sql } from 'kysely'
import { lacksFactor, type AuthDatabase } from './auth-store.ts'
import { IDLE_MINUTES, LEADS_MINUTES, LOCK_MINUTES, LONGEST_HOURS } from './session-times.ts'

/** The second factor was given: from here on the session is open. */
export async function completeSession(db: AuthDatabase, session: string): Promise<void> {
  await sql`
    update access.session set awaits_second = false, second_at = access.clock(), created_at = access.clock(), updated_at = access.clock(),
      expires_at = access.clock() + make_interval(mins => ${IDLE_MINUTES})
    where id = ${session} and awaits_second`.execute(db)
}

/** The first second factor was set up in this session: it is open, and others that wait for one, whoever opened them, end. */
export async function completeFactor(db: AuthDatabase, session: string): Promise<void> {
  await sql`
    delete from access.session s using access.session own
    where own.id = ${session} and s.account = own.account and s.id <> own.id and s.awaits_factor`.execute(db)
  await sql`
    update access.session set awaits_factor = false, second_at = access.clock(), updated_at = access.clock(),
      expires_at = least(access.clock() + make_interval(mins => ${IDLE_MINUTES}), created_at + make_interval(hours => ${LONGEST_HOURS}))
    where id = ${session} and awaits_factor`.execute(db)
}

/** The last second factor of an account is gone: where it must have one, its sessions wait for the next. */
export async function awaitFactor(db: AuthDatabase, account: string, demandedOf: readonly string[]): Promise<void> {
  await sql`
    update access.session s set awaits_factor = true, leads_until = null from access.account a
    where a.id = ${account} and s.account = a.id and ${lacksFactor(demandedOf)}`.execute(db)
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
