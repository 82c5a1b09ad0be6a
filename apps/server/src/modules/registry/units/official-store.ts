import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export interface OfficialRow {
  readonly county: number
  readonly id: string
  readonly unit: string
  readonly place: number
  readonly name: string
  readonly title: string
  readonly isHead: boolean
  readonly from: string | null
  readonly until: string | null
}

const columns = sql`county, id, unit, place, name, title, is_head as "isHead", since as "from", until`

/** The officials of units, heads first. */
export async function selectOfficials(
  tx: Transaction,
  units: readonly { readonly county: number; readonly id: string }[],
): Promise<readonly OfficialRow[]> {
  const { rows } = await sql<OfficialRow>`select ${columns} from registry.official
    where (county, unit) in (select * from unnest(${units.map(({ county }) => county)}::integer[], ${units.map(({ id }) => id)}::uuid[]))
    order by county, unit, is_head desc, name, id`.execute(sqlOf(tx))
  return rows
}

/** All officials inside a range of places, for the export. */
export async function selectOfficialsWithin(tx: Transaction, lo: number, hi: number): Promise<readonly OfficialRow[]> {
  const { rows } = await sql<OfficialRow>`select ${columns} from registry.official where place between ${lo} and ${hi}
    order by place, unit, is_head desc, name, id limit 200000`.execute(sqlOf(tx))
  return rows
}

/** The officials of these ids that the caller may see. */
export async function selectOfficialsById(tx: Transaction, ids: readonly string[]): Promise<readonly OfficialRow[]> {
  const { rows } = await sql<OfficialRow>`select ${columns} from registry.official where id = any (${ids}::uuid[])`.execute(
    sqlOf(tx),
  )
  return rows
}

/** Writes officials by id; those that are there already are changed. */
export async function upsertOfficials(tx: Transaction, officials: readonly OfficialRow[], now: Date): Promise<void> {
  await sql`insert into registry.official as o (county, id, unit, place, name, title, is_head, since, until, changed_at)
    select county, id, unit, place, name, title, "isHead", "from", until, ${now} from jsonb_to_recordset(${JSON.stringify(officials)}::jsonb)
      as n (county integer, id uuid, unit uuid, place bigint, name text, title text, "isHead" boolean, "from" text, until text)
    on conflict (county, id) do update set name = excluded.name, title = excluded.title, is_head = excluded.is_head,
      since = excluded.since, until = excluded.until, version = o.version + 1, changed_at = excluded.changed_at`.execute(
    sqlOf(tx),
  )
}
