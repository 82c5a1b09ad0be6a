import type { DossierFacts, DossierSection, UnitClass } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export interface UnitKey {
  readonly county: number
  readonly id: string
  readonly place: number
}

type Key = Pick<UnitKey, 'county' | 'id'>

const among = (units: readonly Key[]) =>
  sql`(county, unit) in (select * from unnest(${units.map(({ county }) => county)}::integer[], ${units.map(({ id }) => id)}::uuid[]))`

export interface DossierRow extends DossierFacts {
  readonly unit: string
  readonly class: UnitClass | null
  readonly version: number
}

const facts = sql`population, petitions, weak_branch as "weakBranch", poverty, economy, conflicts, last_inspected::text as "lastInspected"`

export async function selectDossiers(tx: Transaction, units: readonly Key[]): Promise<readonly DossierRow[]> {
  const { rows } =
    await sql<DossierRow>`select unit, class, version, ${facts} from registry.dossier where ${among(units)}`.execute(sqlOf(tx))
  return rows
}

export type DossierWritten = UnitKey &
  DossierFacts & { readonly class: UnitClass | null; readonly version: number; readonly reason: string | null }

/**
 * Writes dossiers that are still at `version` (0 = there was none) and keeps each as a version of its own.
 * Answers how many were written: fewer than asked means that somebody else changed one meanwhile.
 */
export async function upsertDossiers(
  tx: Transaction,
  dossiers: readonly DossierWritten[],
  by: string,
  now: Date,
): Promise<number> {
  const records = JSON.stringify(dossiers.map(({ id, ...rest }) => ({ ...rest, unit: id })))
  const { rows } = await sql<{ unit: string }>`
    insert into registry.dossier as d (county, unit, place, class, population, petitions, weak_branch, poverty, economy, conflicts, last_inspected, version, changed_at)
    select county, unit, place, class, population, petitions, "weakBranch", poverty, economy, conflicts, "lastInspected", version + 1, ${now}
    from jsonb_to_recordset(${records}::jsonb) as n (county integer, unit uuid, place bigint, class text, population integer, petitions jsonb,
      "weakBranch" boolean, poverty boolean, economy bigint, conflicts integer, "lastInspected" date, version integer)
    on conflict (county, unit) do update set class = excluded.class, population = excluded.population, petitions = excluded.petitions,
      weak_branch = excluded.weak_branch, poverty = excluded.poverty, economy = excluded.economy, conflicts = excluded.conflicts,
      last_inspected = excluded.last_inspected, version = excluded.version, changed_at = excluded.changed_at
    where d.version = excluded.version - 1
    returning unit`.execute(sqlOf(tx))
  await sql`insert into registry.dossier_version (county, unit, version, place, facts, reason, changed_by, changed_at)
    select county, unit, version + 1, place, facts, reason, ${by}, ${now}
    from jsonb_to_recordset(${JSON.stringify(dossiers.map(versionOf))}::jsonb)
      as n (county integer, unit uuid, version integer, place bigint, facts jsonb, reason text)
    where unit = any (${rows.map(({ unit }) => unit)}::uuid[])`.execute(sqlOf(tx))
  return rows.length
}

function versionOf({ county, id, place, version, reason, ...written }: DossierWritten) {
  const { population, petitions, weakBranch, poverty, economy, conflicts, lastInspected } = written
  return {
    county,
    unit: id,
    place,
    version,
    reason,
    facts: { population, petitions, weakBranch, poverty, economy, conflicts, lastInspected },
  }
}

export interface ClassRow {
  readonly unit: string
  readonly class: UnitClass
  readonly reason: string
  readonly day: string
  readonly reviewer: string
  readonly recorded_at: Date
}

/** Every class that each unit has been in, newest first. */
export async function selectClasses(tx: Transaction, units: readonly Key[]): Promise<readonly ClassRow[]> {
  const { rows } = await sql<ClassRow>`select unit, class, reason, day::text, reviewer, recorded_at from registry.class_change
    where ${among(units)} order by day desc, recorded_at desc, id desc`.execute(sqlOf(tx))
  return rows
}

export interface ClassWritten extends UnitKey {
  readonly change: string
  readonly class: UnitClass
  readonly reason: string
  readonly day: string
  readonly reviewer: string
}

/** Adds to the history of classes; the dossier's own class is written with the dossier. */
export async function insertClasses(tx: Transaction, changes: readonly ClassWritten[], by: string, now: Date): Promise<void> {
  const records = JSON.stringify(changes.map(({ id, change, ...rest }) => ({ ...rest, unit: id, id: change })))
  await sql`insert into registry.class_change (county, id, unit, place, class, reason, day, reviewer, recorded_by, recorded_at)
    select county, id, unit, place, class, reason, day, reviewer, ${by}, ${now} from jsonb_to_recordset(${records}::jsonb)
      as n (county integer, id uuid, unit uuid, place bigint, class text, reason text, day date, reviewer text)`.execute(
    sqlOf(tx),
  )
}

export interface SectionRow {
  readonly section: DossierSection
  readonly body: string
  readonly source: string | null
  readonly day: string | null
}

export async function selectSections(
  tx: Transaction,
  units: readonly Key[],
): Promise<readonly (SectionRow & { readonly unit: string })[]> {
  const { rows } = await sql<SectionRow & { readonly unit: string }>`
    select unit, section, body, source, day::text from registry.dossier_section where ${among(units)}`.execute(sqlOf(tx))
  return rows
}

export async function upsertSection(tx: Transaction, unit: UnitKey, section: SectionRow, by: string, now: Date): Promise<void> {
  await sql`insert into registry.dossier_section (county, unit, section, place, body, source, day, changed_by, changed_at)
    values (${unit.county}, ${unit.id}, ${section.section}, ${unit.place}, ${section.body}, ${section.source}, ${section.day}, ${by}, ${now})
    on conflict (county, unit, section) do update set body = excluded.body, source = excluded.source, day = excluded.day,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(sqlOf(tx))
}

export interface VersionRow {
  readonly version: number
  readonly changed_at: Date
  readonly changed_by: string
  readonly reason: string | null
  readonly facts: DossierFacts
}

export async function selectVersions(
  tx: Transaction,
  unit: UnitKey,
  before: number | null,
  limit: number,
): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`select version, changed_at, changed_by, reason, facts from registry.dossier_version
    where county = ${unit.county} and unit = ${unit.id} and (${before}::integer is null or version < ${before})
    order by version desc limit ${limit}`.execute(sqlOf(tx))
  return rows
}

/** The account on whose behalf this transaction runs. */
export async function selectActingAccount(tx: Transaction): Promise<string | null> {
  const { rows } = await sql<{ account: string | null }>`select access.account_id() as account`.execute(sqlOf(tx))
  return rows[0]?.account ?? null
}
