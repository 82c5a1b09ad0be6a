import type { UnitClass, UnitKind } from '@shengmian/contract'
import { sql, type RawBuilder } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { countyOfUnit } from './unit-ids.ts'

export interface UnitRow {
  readonly county: number
  readonly id: string
  readonly place: number
  readonly kind: UnitKind
  readonly name: string
  readonly state: 'active' | 'withdrawn'
  readonly version: number
  readonly class: UnitClass | null
  readonly population: number | null
  readonly last_inspected: string | null
  readonly petitions: Readonly<Record<string, number>> | null
  /** Officials in office; 0 = none entered. */
  readonly officials: number
}

const columns = sql`u.county, u.id, u.place, u.kind, u.name, u.state, u.version, d.class, d.population, d.last_inspected::text,
  d.petitions, (select count(*)::integer from registry.official o where o.county = u.county and o.unit = u.id and o.until is null) as officials`
const tables = sql`registry.unit u left join registry.dossier d on d.county = u.county and d.unit = u.id`

export interface UnitFilter {
  readonly lo: number
  readonly hi: number
  readonly kind?: UnitKind | undefined
  readonly class?: UnitClass | 'unknown' | undefined
  /** Part of the name. */
  readonly q?: string | undefined
}

/** Units in the order of their places, withdrawn ones left out. */
export async function selectUnits(
  tx: Transaction,
  filter: UnitFilter,
  after: { readonly place: number; readonly id: string } | null,
  limit: number,
): Promise<readonly UnitRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`u.place between ${filter.lo} and ${filter.hi}`, sql`u.state = 'active'`]
  if (filter.kind !== undefined) conditions.push(sql`u.kind = ${filter.kind}`)
  if (filter.class !== undefined)
    conditions.push(filter.class === 'unknown' ? sql`d.class is null` : sql`d.class = ${filter.class}`)
  if (filter.q !== undefined) conditions.push(sql`position(${filter.q} in u.name) > 0`)
  if (after !== null) conditions.push(sql`(u.place, u.id) > (${after.place}, ${after.id}::uuid)`)
  const { rows } = await sql<UnitRow>`select ${columns} from ${tables} where ${sql.join(conditions, sql` and `)}
    order by u.place, u.id limit ${limit}`.execute(sqlOf(tx))
  return rows
}

/** The units of these ids that the caller may see. */
export async function selectUnitsById(tx: Transaction, ids: readonly string[]): Promise<readonly UnitRow[]> {
  if (ids.length === 0) return []
  const counties = ids.map(countyOfUnit)
  const villages = ids.filter((_, i) => counties[i] !== null)
  const others = ids.filter((_, i) => counties[i] === null)
  const { rows } = await sql<UnitRow>`
    select ${columns} from ${tables}
    where (u.county, u.id) in (select * from unnest(${counties.filter((county) => county !== null)}::integer[], ${villages}::uuid[]))
    union all
    select ${columns} from ${tables} where u.id = any (${others}::uuid[]) and u.source = 'office'`.execute(sqlOf(tx))
  return rows
}

export interface CountRow {
  readonly kind: UnitKind
  readonly class: UnitClass | null
  readonly count: number
}

export async function selectUnitCounts(tx: Transaction, lo: number, hi: number): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`select u.kind, d.class, count(*)::integer as count from ${tables}
    where u.place between ${lo} and ${hi} and u.state = 'active' group by u.kind, d.class`.execute(sqlOf(tx))
  return rows
}

export interface UnitWritten {
  readonly county: number
  readonly id: string
  readonly place: number
  readonly kind: UnitKind
  readonly name: string
}

/** Adds units; the name of a unit is taken once in its place. */
export async function insertUnits(tx: Transaction, units: readonly UnitWritten[], now: Date): Promise<void> {
  await sql`insert into registry.unit (county, id, place, kind, name, source, changed_at)
    select county, id, place, kind, name, 'office', ${now} from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
      as unit (county integer, id uuid, place bigint, kind text, name text)`.execute(sqlOf(tx))
}

/** Changes kind and name of units that are still at the version that was read; answers how many were. */
export async function updateUnits(
  tx: Transaction,
  units: readonly (Pick<UnitWritten, 'county' | 'id' | 'kind' | 'name'> & { readonly version: number })[],
  now: Date,
): Promise<number> {
  const { numAffectedRows } =
    await sql`update registry.unit u set kind = n.kind, name = n.name, version = u.version + 1, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as n (county integer, id uuid, kind text, name text, version integer)
    where u.county = n.county and u.id = n.id and u.version = n.version`.execute(sqlOf(tx))
  return Number(numAffectedRows ?? 0)
}

/** Whether it was the caller's to withdraw: others read units too. */
export async function markWithdrawn(tx: Transaction, unit: UnitRow, reason: string, now: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update registry.unit set state = 'withdrawn', state_reason = ${reason}, version = version + 1, changed_at = ${now}
    where county = ${unit.county} and id = ${unit.id}`.execute(sqlOf(tx))
  return Number(numAffectedRows ?? 0) > 0
}

/** Units by place and name, for rows of a sheet that give no id. */
export async function selectUnitsByName(
  tx: Transaction,
  wanted: readonly { readonly place: number; readonly name: string }[],
): Promise<readonly UnitRow[]> {
  const { rows } = await sql<UnitRow>`select ${columns} from ${tables}
    where (u.county, u.place, u.name) in (
      select place / 1000000, place, name from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (place bigint, name text))
    and u.state = 'active'`.execute(sqlOf(tx))
  return rows
}

export async function selectUnitsPerCounty(
  tx: Transaction,
  lo: number,
  hi: number,
): Promise<readonly { readonly county: number; readonly units: number }[]> {
  const { rows } = await sql<{ county: number; units: number }>`select county, count(*)::integer as units from registry.unit
    where place between ${lo} and ${hi} and state = 'active' and not (kind = 'other' and source = 'divisions') group by county`.execute(
    sqlOf(tx),
  )
  return rows
}

type DueLevel = 'county' | 'township' | 'village' | 'other'

const dueLevel = sql`case when u.kind in ('village', 'community') then 'village' when u.kind = 'other' then 'other'
  when u.place % 1000 <> 0 then 'village' when u.place % 1000000 <> 0 then 'township' when u.place % 100000000 <> 0 then 'county' else 'other' end`

export async function selectDueUnits(
  tx: Transaction,
  lo: number,
  hi: number,
): Promise<readonly { readonly level: DueLevel; readonly due: number }[]> {
  const { rows } = await sql<{
    level: DueLevel
    due: number
  }>`select ${dueLevel} as level, count(*)::integer as due from registry.unit u
    where u.place between ${lo} and ${hi} and u.state = 'active' group by 1`.execute(sqlOf(tx))
  return rows
}

export interface DueUnitRow extends Pick<UnitRow, 'county' | 'id' | 'place' | 'name' | 'class'> {
  readonly level: DueLevel
}

/** Active units in the order of their places, at most so many. */
export async function selectDueUnitRows(tx: Transaction, lo: number, hi: number, limit: number): Promise<readonly DueUnitRow[]> {
  const { rows } = await sql<DueUnitRow>`select u.county, u.id, u.place, u.name, d.class, ${dueLevel} as level from ${tables}
    where u.place between ${lo} and ${hi} and u.state = 'active' order by u.place, u.id limit ${limit}`.execute(sqlOf(tx))
  return rows
}

/** Of these, the active ones of a place. */
export async function selectDueUnitsById(
  tx: Transaction,
  lo: number,
  hi: number,
  ids: readonly string[],
): Promise<readonly DueUnitRow[]> {
  const { rows } = await sql<DueUnitRow>`select u.county, u.id, u.place, u.name, d.class, ${dueLevel} as level from ${tables}
    where u.id = any (${ids}::uuid[]) and u.place between ${lo} and ${hi} and u.state = 'active' order by u.place, u.id`.execute(
    sqlOf(tx),
  )
  return rows
}

export async function selectNeverInspected(
  tx: Transaction,
  lo: number,
  hi: number,
  level: DueLevel | null,
  after: string | null,
  limit: number,
): Promise<{ readonly rows: readonly UnitRow[]; readonly total: number }> {
  const where = sql`u.place between ${lo} and ${hi} and u.state = 'active' and d.last_inspected is null
    and not (u.kind = 'other' and u.source = 'divisions') and (${level}::text is null or ${dueLevel} = ${level})`
  const { rows } =
    await sql<UnitRow>`select ${columns} from ${tables} where ${where} and (${after}::uuid is null or u.id > ${after}::uuid)
    order by u.id limit ${limit}`.execute(sqlOf(tx))
  const counted = await sql<{ total: number }>`select count(*)::integer as total from ${tables} where ${where}`.execute(sqlOf(tx))
  return { rows, total: counted.rows[0]?.total ?? 0 }
}
