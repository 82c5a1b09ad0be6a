// SQL of signing in by the identity provider, as `shengmian_auth`: what is remembered while somebody is away there, and who confirmed that it is he.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { AuthDatabase } from './auth-store.ts'
import { CONFIRM_DAYS } from './session-times.ts'

const identifierOf = (state: string) => `oidc ${createHash('sha256').update(state).digest('hex')}`

/** Keeps a departure for ten minutes, under the hash of its state. */
export async function putDeparture(db: AuthDatabase, state: string, sealed: Buffer): Promise<void> {
  await sql`delete from access.verification where expires_at <= access.clock()`.execute(db)
  await sql`
    insert into access.verification (id, identifier, value, expires_at)
    values (${v7()}, ${identifierOf(state)}, ${sealed.toString('base64')}, access.clock() + interval '10 minutes')`.execute(db)
}

/** The departure with this state, once. */
export async function takeDeparture(db: AuthDatabase, state: string): Promise<Buffer | null> {
  const { rows } = await sql<{ value: string; fresh: boolean }>`
    delete from access.verification where identifier = ${identifierOf(state)}
    returning value, expires_at > access.clock() as fresh`.execute(db)
  const [row] = rows
  return row !== undefined && row.fresh ? Buffer.from(row.value, 'base64') : null
}

/** The account whose person confirmed that he is this subject, unless link or account has ended. */
export async function findLinkedAccount(db: AuthDatabase, issuer: string, subject: string): Promise<string | null> {
  const row = await db
    .selectFrom('access.identity_link as l')
    .innerJoin('access.account as a', 'a.id', 'l.account')
    .select('a.id')
    .where('l.issuer', '=', issuer)
    .where('l.subject', '=', subject)
    .where('l.confirmed_at', 'is not', null)
    .where('l.ended_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Confirms what was proposed for the account; answers false where nothing of it waits, or something else. */
export async function confirmLink(
  db: AuthDatabase,
  { account, issuer, subject }: { readonly account: string; readonly issuer: string; readonly subject: string },
): Promise<boolean> {
  const changed = await db
    .updateTable('access.identity_link')
    .set({ confirmed_at: sql`access.clock()` })
    .where('account', '=', account)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('proposed_at', '>', sql<Date>`access.clock() - make_interval(days => ${CONFIRM_DAYS})`)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** A new session for whoever proved himself elsewhere; its secret is sealed like any other. */
export async function insertSession(db: AuthDatabase, account: string): Promise<string> {
  const secret = randomBytes(16).toString('hex')
  await sql`
    insert into access.session (id, token, account, expires_at, awaits_second)
    values (${v7()}, ${secret}, ${account}, access.clock() + interval '1 minute', true)`.execute(db)
  return secret
}
