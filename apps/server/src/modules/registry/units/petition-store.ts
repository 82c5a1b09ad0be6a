import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

/** One word on a month: the first figure, or what it was revised to. */
export interface VolumeRow {
  readonly authority: number
  readonly unit: string
  readonly month: string
  readonly revision: number
  readonly county: number
  readonly place: number
  /** null = taken back. */
  readonly volume: number | null
  readonly source: string
  readonly origin: 'typed' | 'sheet'
  readonly reason: string | null
  readonly by_account: string
  readonly by_name: string
  readonly recorded_at: Date
}

const columns = sql`authority, unit, month, revision, county, place, volume, source, origin, reason, by_account, by_name, recorded_at`

/** The newest figure of every unit and month from `from` to `to`, by unit and month. */
export async function selectVolumes(
  tx: Transaction,
  authority: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly VolumeRow[]> {
  const { rows } = await sql<VolumeRow>`select distinct on (unit, month) ${columns} from registry.petition_volume
    where authority = ${authority} and month between ${from} and ${to} order by unit, month, revision desc`.execute(sqlOf(tx))
  return rows
}

/** The newest figures of these units, whatever the month. */
export async function selectVolumesOf(
  tx: Transaction,
  authority: number,
  units: readonly string[],
): Promise<readonly VolumeRow[]> {
  const { rows } = await sql<VolumeRow>`select distinct on (unit, month) ${columns} from registry.petition_volume
    where authority = ${authority} and unit = any (${units}::uuid[]) order by unit, month, revision desc`.execute(sqlOf(tx))
  return rows
}

/** Every word on a unit's months, newest months and revisions first. */
export async function selectVolumeHistory(
  tx: Transaction,
  authority: number,
  unit: string,
  limit: number,
): Promise<readonly VolumeRow[]> {
  const { rows } = await sql<VolumeRow>`select ${columns} from registry.petition_volume
    where authority = ${authority} and unit = ${unit} order by month desc, revision desc limit ${limit}`.execute(sqlOf(tx))
  return rows
}

/** Appends revisions; two of one month and number are refused by the key. */
export async function insertVolumes(tx: Transaction, rows: readonly VolumeRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into registry.petition_volume (${columns})
    select ${columns} from jsonb_populate_recordset(null::registry.petition_volume, ${JSON.stringify(rows)}::jsonb)`.execute(
    sqlOf(tx),
  )
}

/** Whether the caller works in the inspection office of exactly this authority. */
export async function isOfficeOf(tx: Transaction, authority: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select ${authority}::int8 = any ((select access.authorities('office'))::int8[]) as is`.execute(sqlOf(tx))
  return rows[0]?.is === true
}
