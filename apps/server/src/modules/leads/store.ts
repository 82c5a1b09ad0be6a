// SQL of leads, as the role `shengmian_lead`. Who drops and reads what is decided by the policies, not here.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface EnvelopeRow {
  readonly id: string
  readonly number: string
  readonly authority: number
  readonly place: number
  readonly is_urgent: boolean
  readonly dropped_on: string
  readonly openings: number
  readonly is_open: boolean
  readonly open_until: Date | null
}

export async function hasLeadsStep(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ until: Date | null }>`select access.leads_until() as until`.execute(sqlOf(tx))
  return (rows[0]?.until ?? null) !== null
}

/** Writes the lead where the caller inspects the unit under an order in force; answers false where he does not. */
export async function insertLead(
  tx: Transaction,
  lead: {
    readonly id: string
    readonly number: string
    readonly authority: number
    readonly round: string
    readonly unit: string
    readonly isUrgent: boolean
    readonly by: string
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into leads.lead (id, number, authority, round, unit, place, is_urgent, dropped_by, dropped_at)
    select ${lead.id}::uuid, ${lead.number}, t.authority, t.round, t.unit, t.place, ${lead.isUrgent}::boolean, ${lead.by}::uuid, access.clock()
    from access.ordered_targets() t
    where t.authority = ${lead.authority} and t.round = ${lead.round}::uuid and t.unit = ${lead.unit}::uuid
    limit 1`.execute(sqlOf(tx))
  return numAffectedRows === 1n
}

export async function insertPart(tx: Transaction, table: 'leads.content' | 'leads.reporter', lead: string, sealed: Buffer) {
  await sqlOf(tx).insertInto(table).values({ lead, sealed }).execute()
}

const envelope = sql`
  l.id, l.number, h.authority, l.place, l.is_urgent, to_char(l.dropped_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as dropped_on,
  (select count(*)::int from leads.opening o where o.lead = l.id) as openings,
  exists (select from access.opened_leads() q where q.lead = l.id) as is_open,
  (select max(o.opened_at) + interval '15 minutes' from leads.opening o where o.lead = l.id and o.account = (select access.account_id())) as open_until
  from leads.lead l join access.held_leads() h on h.lead = l.id`

/** Urgent ones first, then the oldest; `after` is the key of the last row of the page before. */
export async function findLeads(
  tx: Transaction,
  after: readonly (string | number)[] | null,
  limit: number,
): Promise<readonly EnvelopeRow[]> {
  const [calm, day, id] = after ?? [-1, '', '']
  const { rows } = await sql<EnvelopeRow>`
    select * from (select ${envelope}) e
    where ${after === null} or (case when e.is_urgent then 0 else 1 end, e.dropped_on, e.id::text) > (${calm}::int, ${day}::text, ${id}::text)
    order by case when e.is_urgent then 0 else 1 end, e.dropped_on, e.id::text limit ${limit}`.execute(sqlOf(tx))
  return rows
}

export async function findLead(tx: Transaction, id: string): Promise<EnvelopeRow | null> {
  const { rows } = await sql<EnvelopeRow>`select ${envelope} where l.id = ${id}::uuid`.execute(sqlOf(tx))
  return rows[0] ?? null
}

/** The sealed part of a lead, where the policies let the caller have it. */
export async function findPart(tx: Transaction, table: 'leads.content' | 'leads.reporter', lead: string): Promise<Buffer | null> {
  const row = await sqlOf(tx).selectFrom(table).select('sealed').where('lead', '=', lead).executeTakeFirst()
  return row?.sealed ?? null
}

export async function insertCustody(
  tx: Transaction,
  custody: { readonly id: string; readonly lead: string; readonly body: number; readonly by: string; readonly reason: string },
): Promise<void> {
  const { by, ...row } = custody
  await sqlOf(tx)
    .insertInto('leads.custody')
    .values({ ...row, given_by: by, given_at: sql`access.clock()` })
    .execute()
}

/** Bodies whose case management somebody holds now. */
export async function findDesks(
  tx: Transaction,
): Promise<readonly { readonly authority: number; readonly level: string; readonly body: string }[]> {
  const { rows } = await sql<{
    authority: number
    level: string
    body: string
  }>`select authority, level, body from access.lead_desks() order by authority, level`.execute(sqlOf(tx))
  return rows
}
