// SQL of the books on reading: who opened a lead or the name of a reporter, when, why, and with whose approval.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** Somebody who does something to a lead that his body holds. */
export interface Act {
  readonly id: string
  readonly lead: string
  readonly authority: number
  readonly by: { readonly id: string; readonly name: string }
  readonly reason: string
}

export async function insertOpening(tx: Transaction, act: Act): Promise<void> {
  await sqlOf(tx)
    .insertInto('leads.opening')
    .values({
      id: act.id,
      lead: act.lead,
      authority: act.authority,
      account: act.by.id,
      name: act.by.name,
      reason: act.reason,
      opened_at: sql`access.clock()`,
    })
    .execute()
}

export async function insertUnsealing(tx: Transaction, act: Act): Promise<void> {
  await sqlOf(tx)
    .insertInto('leads.unsealing')
    .values({
      id: act.id,
      lead: act.lead,
      authority: act.authority,
      asked_by: act.by.id,
      asked_name: act.by.name,
      reason: act.reason,
      asked_at: sql`access.clock()`,
    })
    .execute()
}

export interface UnsealingRow {
  readonly id: string
  readonly lead: string
  readonly number: string
  readonly asked_by: string
  readonly asked_name: string
  readonly reason: string
  readonly asked_at: Date
  readonly approved_by: string | null
  readonly approved_name: string | null
  readonly until: Date | null
}

/** Those that wait, and those approved in the last quarter of an hour. */
export async function findUnsealings(tx: Transaction): Promise<readonly UnsealingRow[]> {
  return sqlOf(tx)
    .selectFrom('leads.unsealing as u')
    .innerJoin('leads.lead as l', 'l.id', 'u.lead')
    .select([
      'u.id',
      'u.lead',
      'l.number',
      'u.asked_by',
      'u.asked_name',
      'u.reason',
      'u.asked_at',
      'u.approved_by',
      'u.approved_name',
      sql<Date | null>`u.approved_at + interval '15 minutes'`.as('until'),
    ])
    .where((eb) =>
      eb.or([eb('u.approved_at', 'is', null), eb('u.approved_at', '>', sql<Date>`access.clock() - interval '15 minutes'`)]),
    )
    .orderBy('u.asked_at', 'desc')
    .limit(200)
    .execute()
}

/** Answers whether the caller may and did. The database signs it with the caller's account and time. */
export async function approve(tx: Transaction, unsealing: string, name: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('leads.unsealing')
    .set({ approved_name: name })
    .where('id', '=', unsealing)
    .where('approved_by', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export interface OpeningRow {
  readonly id: string
  readonly lead: string
  readonly number: string | null
  readonly name: string
  readonly reason: string
  readonly opened_at: Date
  readonly approved_name: string | null
  readonly kind: 'lead' | 'reporter'
}

/** The newest first. The number stands only where the caller sees the lead itself. */
export async function findOpenings(tx: Transaction, lead: string | undefined, limit: number): Promise<readonly OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select b.*, l.number from (
      select o.id, o.lead, o.name, o.reason, o.opened_at, null::text as approved_name, 'lead' as kind from leads.opening o
      union all
      select u.id, u.lead, u.asked_name, u.reason, u.approved_at, u.approved_name, 'reporter' from leads.unsealing u where u.approved_at is not null
    ) b left join leads.lead l on l.id = b.lead
    where ${lead ?? null}::uuid is null or b.lead = ${lead ?? null}::uuid
    order by b.opened_at desc, b.id limit ${limit}`.execute(sqlOf(tx))
  return rows
}
