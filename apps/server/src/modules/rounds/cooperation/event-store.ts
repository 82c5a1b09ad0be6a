import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsCooperationEvent } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export interface EventRow extends Omit<Selectable<RoundsCooperationEvent>, 'people' | 'units'> {
  readonly people: readonly string[]
  readonly units: readonly string[]
}

export async function insertEvent(
  tx: Transaction,
  { people, units, ...row }: Omit<Insertable<RoundsCooperationEvent>, 'people' | 'units'> & Pick<EventRow, 'people' | 'units'>,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.cooperation_event')
    .values({ ...row, people: JSON.stringify(people), units: JSON.stringify(units) })
    .execute()
}

export async function findEvent(tx: Transaction, id: string): Promise<EventRow> {
  const row = await sqlOf(tx).selectFrom('rounds.cooperation_event').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return withLists(row)
}

/** Events that start in a year, newest first. */
export async function eventsOf(
  tx: Transaction,
  authority: number,
  year: number,
  kind: 'pairing' | 'area' | undefined,
): Promise<readonly EventRow[]> {
  const query = sqlOf(tx)
    .selectFrom('rounds.cooperation_event')
    .selectAll()
    .where('authority', '=', authority)
    .where('starts', '>=', `${year}-01-01`)
    .where('starts', '<=', `${year}-12-31`)
  const rows = await (kind === undefined ? query : query.where('kind', '=', kind))
    .orderBy('starts', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(withLists)
}

export async function countEvents(
  tx: Transaction,
  authority: number,
): Promise<readonly { readonly year: number; readonly pairing: number; readonly area: number }[]> {
  const { rows } = await sql<{ year: number; pairing: number; area: number }>`
    select extract(year from starts)::int as year, count(*) filter (where kind = 'pairing')::int as pairing,
      count(*) filter (where kind = 'area')::int as area
    from rounds.cooperation_event where authority = ${authority} and withdrawn_at is null
    group by 1 order by 1 desc`.execute(sqlOf(tx))
  return rows
}

export async function withdrawRow(tx: Transaction, row: EventRow, reason: string, at: Date): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.cooperation_event')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('authority', '=', row.authority)
    .where('id', '=', row.id)
    .execute()
}

function withLists(row: Selectable<RoundsCooperationEvent>): EventRow {
  return { ...row, people: row.people as unknown as readonly string[], units: row.units as unknown as readonly string[] }
}
