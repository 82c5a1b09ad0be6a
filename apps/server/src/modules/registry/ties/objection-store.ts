import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export interface ObjectionRow {
  readonly person: string
  readonly unit: string
  readonly why: string
  readonly source: string
  readonly day: string
}

/** Live objections of units to people. */
export async function selectObjections(
  tx: Transaction,
  people: readonly string[],
  units: readonly { readonly county: number; readonly id: string }[],
): Promise<readonly ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`select person, unit, why, source, day::text from registry.objection
    where state = 'active' and person = any (${people}::uuid[])
      and (county, unit) in (select * from unnest(${units.map(({ county }) => county)}::integer[], ${units.map(({ id }) => id)}::uuid[]))
    order by day, id`.execute(sqlOf(tx))
  return rows
}

export interface ObjectionWritten extends ObjectionRow {
  readonly county: number
  readonly id: string
  readonly place: number
}

export async function insertObjection(tx: Transaction, objection: ObjectionWritten, by: string, now: Date): Promise<void> {
  await sql`insert into registry.objection (county, id, unit, place, person, why, source, day, recorded_by, recorded_at)
    values (${objection.county}, ${objection.id}, ${objection.unit}, ${objection.place}, ${objection.person}, ${objection.why},
      ${objection.source}, ${objection.day}, ${by}, ${now})`.execute(sqlOf(tx))
}
