// All SQL that runs as `shengmian_auth`: sessions, failures and the caller's own passphrase. It reads no business.
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../platform/tables.generated.ts'
import type { LiveSession } from './live-session.ts'
import { IDLE_MINUTES, LOCK_MINUTES, LONGEST_HOURS, MOST_SESSIONS, SECOND_STEP_MINUTES, waitAfter } from './session-times.ts'

export type AuthDatabase = Kysely<DB>

export function openAuthDatabase(pool: pg.Pool): AuthDatabase {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/** What the database keeps of a session's secret or of a name typed: it cannot be turned back. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Counts an attempt before it is made, so that many at once cannot all be free.
 * Answers false while the name must still wait. Names nobody has are counted alike.
 */
export async function countAttempt(db: AuthDatabase, signInName: string): Promise<boolean> {
  const waits = Array.from({ length: 12 }, (_, failures) => waitAfter(failures))
  const { rows } = await sql`
    insert into access.sign_in_failure as f (name_hash, failures, blocked_until, last_at)
    values (${hashOf(signInName)}, 1, access.clock(), access.clock())
    on conflict (name_hash) do update set
      failures = case when f.last_at < access.clock() - interval '1 day' then 1 else f.failures + 1 end,
      blocked_until = access.clock() + make_interval(secs => (${waits}::int[])[
        least(case when f.last_at < access.clock() - interval '1 day' then 1 else f.failures + 1 end, 11) + 1]),
      last_at = access.clock()
    where f.blocked_until <= access.clock()
    returning failures`.execute(db)
  return rows.length === 1
}

/** A success makes the name's failures forgotten; on the way, those of days ago go too. */
export async function forgetFailures(db: AuthDatabase, signInName: string): Promise<void> {
  await sql`delete from access.sign_in_failure
    where name_hash = ${hashOf(signInName)} or last_at < access.clock() - interval '2 days'`.execute(db)
}

/** How somebody proved who he is, and whether a second factor is to follow. */
export interface Opening {
  readonly by: 'passphrase' | 'provider'
  readonly agent: string
  /** It opens nothing until the second factor. */
  readonly awaitsSecond: boolean
  /** Roles that must have a second factor: whoever holds one and has none can but set one up. */
  readonly demandedOf: readonly string[]
}

/** What a new session waits for, beside a second step. */
interface Awaited {
  readonly awaitsPassphrase: boolean
  readonly awaitsFactor: boolean
}

/** Whether account `a` must have a second factor, by its roles, and has none. */
export function lacksFactor(demandedOf: readonly string[]) {
  return sql`access.must_have_factor(a.id, ${[...demandedOf]}::text[])
    and not exists (select from access.totp t where t.account = a.id and t.confirmed_at is not null)
    and not exists (select from access.passkey p where p.account = a.id)`
}

/**
 * From now on the database knows only the hash of the session's secret. A passphrase that somebody else gave opens nothing either until
 * another is set, nor one of an account that must have a second factor and has none. Answers null when the account is disabled; the session is then gone.
 */
export async function sealSession(
  db: AuthDatabase,
  secret: string,
  { by, agent, awaitsSecond, demandedOf }: Opening,
): Promise<Awaited | null> {
  const { rows } = await sql<Awaited>`
    update access.session s
    set token = ${hashOf(secret)}, created_at = access.clock(), updated_at = access.clock(), awaits_second = ${awaitsSecond},
      awaits_passphrase = ${by === 'passphrase'} and exists (
        select from access.credential c where c.account = a.id and c.provider = 'credential' and c.given_at is not null),
      awaits_factor = ${lacksFactor(demandedOf)},
      expires_at = access.clock() + make_interval(mins => ${awaitsSecond ? SECOND_STEP_MINUTES : IDLE_MINUTES}),
      user_agent = ${agent.slice(0, 300)}
    from access.account a
    where s.token = ${secret} and a.id = s.account and a.disabled_at is null
    returning s.awaits_passphrase as "awaitsPassphrase", s.awaits_factor as "awaitsFactor"`.execute(db)
  const [sealed] = rows
  if (sealed === undefined) await sql`delete from access.session where token = ${secret}`.execute(db)
  else await endSurplus(db, hashOf(secret))
  return sealed ?? null
}

/** Ends the sessions of the same account that were used longest ago, beyond as many as it may have. */
async function endSurplus(db: AuthDatabase, token: string): Promise<void> {
  await sql`
    delete from access.session where id in (
      select other.id from access.session own join access.session other on other.account = own.account
      where own.token = ${token} order by other.id = own.id desc, other.updated_at desc offset ${MOST_SESSIONS})`.execute(db)
}

/** The session behind a secret: one indexed query, which also keeps an open session in use alive, at most once a minute. */
export async function findSession(db: AuthDatabase, secret: string): Promise<LiveSession | null> {
  const { rows } = await sql<LiveSession>`
    with live as (
      select s.id as session, s.created_at, s.updated_at, a.id, a.name, a.username,
        case when s.awaits_second then 'second-step'
          when s.awaits_passphrase then 'given-passphrase'
          when s.awaits_factor then 'no-second-factor'
          when s.locked_at is not null or s.updated_at <= access.clock() - make_interval(mins => ${LOCK_MINUTES}) then 'locked'
          else 'open' end as state,
        (select e.id from access.emergency e where e.account = a.id and e.confirmed_by <> a.id and e.ended_at is null and e.ends_at > access.clock() limit 1) as emergency
      from access.session s join access.account a on a.id = s.account
      where s.token = ${hashOf(secret)} and s.expires_at > access.clock() and a.disabled_at is null
    ), used as (
      update access.session s
      set updated_at = access.clock(),
        expires_at = least(access.clock() + make_interval(mins => ${IDLE_MINUTES}), s.created_at + make_interval(hours => ${LONGEST_HOURS}))
      from live where s.id = live.session and live.state = 'open' and live.updated_at < access.clock() - interval '1 minute'
    )
    select session, id, name, username, state, emergency from live`.execute(db)
  return rows[0] ?? null
}

export async function endSession(db: AuthDatabase, secret: string): Promise<void> {
  await db.deleteFrom('access.session').where('token', '=', hashOf(secret)).execute()
}

/** Drops sessions that have ended; nobody can use them, this only tidies. */
export async function dropEndedSessions(db: AuthDatabase): Promise<void> {
  await sql`delete from access.session where expires_at <= access.clock()`.execute(db)
}

export async function readPassphraseHash(
  db: AuthDatabase,
  account: string,
): Promise<{ readonly username: string; readonly hash: string } | null> {
  const row = await db
    .selectFrom('access.credential as c')
    .innerJoin('access.account as a', 'a.id', 'c.account')
    .select(['a.username', 'c.passphrase'])
    .where('c.account', '=', account)
    .where('c.provider', '=', 'credential')
    .executeTakeFirst()
  return row === undefined || row.passphrase === null ? null : { username: row.username, hash: row.passphrase }
}

/** The database ends every session of the account with it. */
export async function writePassphraseHash(db: AuthDatabase, account: string, hash: string): Promise<void> {
  await db
    .updateTable('access.credential')
    .set({ passphrase: hash, updated_at: sql`access.clock()` })
    .where('account', '=', account)
    .where('provider', '=', 'credential')
    .execute()
}
