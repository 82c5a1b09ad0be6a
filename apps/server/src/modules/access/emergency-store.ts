// SQL of emergencies. The database signs, times and limits them by itself (`access.check_emergency`).
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { AuthDatabase } from './auth-store.ts'
import type { Authority } from './authority.ts'

export interface EmergencyRow extends Authority {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly role: 'office' | 'leading-group'
  readonly body: string
  readonly reason: string
  readonly minutes: number
  readonly asked_at: Date
  readonly confirmed_name: string | null
  readonly confirmed_at: Date | null
  readonly ends_at: Date | null
  readonly report: string | null
  readonly state: 'asked' | 'force' | 'over' | 'reported' | 'lapsed'
  readonly readings: number
}

export async function findEmergencies(tx: Transaction, id: string | null): Promise<readonly EmergencyRow[]> {
  const { rows } = await sql<EmergencyRow>`
    select e.id, e.account, e.name, e.role, e.authority, e.level, e.body, e.reason, e.minutes, e.asked_at, e.confirmed_name, e.confirmed_at, e.ends_at, e.report,
      case when e.report is not null then 'reported' when e.confirmed_at is null and e.asked_at < access.clock() - interval '1 hour' then 'lapsed'
        when e.confirmed_at is null then 'asked' when e.ends_at > access.clock() then 'force' else 'over' end as state,
      (select count(*)::int from access.emergency_reading r where r.emergency = e.id) as readings
    from access.emergency e where ${id}::uuid is null or e.id = ${id}::uuid
    order by e.asked_at desc, e.id limit 200`.execute(sqlOf(tx))
  return rows
}

/** The emergency in force of the session, for the line that says who one is. */
export async function readEmergencyNow(
  tx: Transaction,
): Promise<{ readonly id: string; readonly body: string; readonly endsAt: string } | null> {
  const { rows } = await sql<{
    id: string
    body: string
    ends: Date
  }>`select id, body, ends from access.emergency_now() limit 1`.execute(sqlOf(tx))
  const [row] = rows
  return row === undefined ? null : { id: row.id, body: row.body, endsAt: row.ends.toISOString() }
}

export async function insertEmergency(
  tx: Transaction,
  wish: {
    readonly id: string
    readonly account: string
    readonly role: string
    readonly body: string
    readonly reason: string
    readonly minutes: number
  } & Authority,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('access.emergency')
    .values({ ...wish, name: '', asked_at: sql`access.clock()` })
    .execute()
}

/** Answers whether the caller may and did. */
export async function signEmergency(tx: Transaction, id: string, by: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.emergency')
    .set({ confirmed_by: by })
    .where('id', '=', id)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Answers whether the caller may and did. */
export async function closeEmergency(tx: Transaction, id: string, report: string): Promise<boolean> {
  const changed = await sqlOf(tx).updateTable('access.emergency').set({ report }).where('id', '=', id).executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function findReadings(
  tx: Transaction,
  emergency: string,
): Promise<readonly { readonly at: Date; readonly method: string; readonly address: string }[]> {
  return sqlOf(tx)
    .selectFrom('access.emergency_reading')
    .select(['at', 'method', 'address'])
    .where('emergency', '=', emergency)
    .orderBy('at', 'desc')
    .limit(1000)
    .execute()
}

/** Writes down a request under an emergency, in a transaction of its own: what becomes of the request does not take it back. */
export async function writeReading(
  db: AuthDatabase,
  reading: { readonly emergency: string; readonly account: string; readonly method: string; readonly address: string },
): Promise<void> {
  await db
    .insertInto('access.emergency_reading')
    .values({ ...reading, id: v7(), at: sql`access.clock()` })
    .execute()
}
