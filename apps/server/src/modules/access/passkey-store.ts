// SQL of passkeys and of the challenges their authenticators sign, as `shengmian_auth`.
import { sql } from 'kysely'
import type { AuthDatabase } from './auth-store.ts'

export interface PasskeyRow {
  readonly id: string
  readonly name: string
  readonly credential: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly created_at: Date
  readonly used_at: Date | null
}

export type Purpose = 'passkey' | 'second-step'

export async function findPasskeys(db: AuthDatabase, account: string): Promise<readonly PasskeyRow[]> {
  return db
    .selectFrom('access.passkey')
    .select(['id', 'name', 'credential', 'public_key', 'counter', 'transports', 'created_at', 'used_at'])
    .where('account', '=', account)
    .orderBy('created_at')
    .execute()
}

export async function insertPasskey(
  db: AuthDatabase,
  passkey: {
    readonly id: string
    readonly account: string
    readonly name: string
    readonly credential: string
    readonly publicKey: Buffer
    readonly counter: number
    readonly transports: readonly string[]
  },
): Promise<void> {
  const { publicKey, transports, ...row } = passkey
  await db
    .insertInto('access.passkey')
    .values({ ...row, transports: [...transports], public_key: publicKey, created_at: sql`access.clock()` })
    .execute()
}

export async function notePasskeyUse(db: AuthDatabase, id: string, counter: number): Promise<void> {
  await db
    .updateTable('access.passkey')
    .set({ counter, used_at: sql`access.clock()` })
    .where('id', '=', id)
    .execute()
}

export async function removePasskey(db: AuthDatabase, account: string, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('access.passkey').where('account', '=', account).where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Keeps a challenge for five minutes; a new one replaces it. */
export async function putChallenge(db: AuthDatabase, session: string, purpose: Purpose, challenge: string): Promise<void> {
  await sql`
    insert into access.challenge (session, purpose, challenge, expires_at)
    values (${session}, ${purpose}, ${challenge}, access.clock() + interval '5 minutes')
    on conflict (session, purpose) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`.execute(db)
}

/** The challenge of a session, once: it is gone afterwards, whatever becomes of the answer. */
export async function takeChallenge(db: AuthDatabase, session: string, purpose: Purpose): Promise<string | null> {
  const { rows } = await sql<{ challenge: string; fresh: boolean }>`
    delete from access.challenge where session = ${session} and purpose = ${purpose}
    returning challenge, expires_at > access.clock() as fresh`.execute(db)
  const [row] = rows
  return row !== undefined && row.fresh ? row.challenge : null
}
