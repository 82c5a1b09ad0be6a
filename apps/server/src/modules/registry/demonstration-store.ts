// Loads the people, units and ties of the demonstration world into an empty register, as rows of the offices that own them.
import { tieKinds } from '@shengmian/recusal'
import pg from 'pg'
import { demonstrationId } from '../../platform/demonstration-id.ts'
import { placeNumber } from '../../platform/places.ts'
import type { DemonstrationWorld } from './demonstration-world.ts'

const TABLES = ['unit', 'official', 'dossier', 'dossier_version', 'class_change', 'person', 'tie', 'objection'] as const
const LOADED_ON = '2026-11-20T01:00:00Z'
/** Nobody's account: the world was written before anybody signed in. */
const LOADER = '00000000-0000-8000-8000-000000000000'

/**
 * Loads the worlds in one transaction; rows that are there stay as they are, so loading again changes nothing.
 * The policies name no role that owns several authorities at once: the owner steps past them here, in this transaction only.
 */
export async function loadDemonstrationRegistry(adminUrl: string, worlds: readonly DemonstrationWorld[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role shengmian_owner')
    for (const table of TABLES) await client.query(`alter table registry.${table} no force row level security`)
    for (const world of worlds) await loadWorld(client, world)
    for (const table of TABLES) await client.query(`alter table registry.${table} force row level security`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function loadWorld(client: pg.Client, world: DemonstrationWorld): Promise<void> {
  const places = new Map(world.units.map((unit) => [unit.ref, placeNumber(unit.place)]))
  const placeOf = (ref: string) => places.get(ref) ?? Number(ref)
  const countyOf = (place: number) => Math.floor(place / 1_000_000)
  const located = (ref: string) => ({ county: countyOf(placeOf(ref)), unit: demonstrationId(ref), place: placeOf(ref) })
  const authority = placeNumber(world.authority)

  await insert(
    client,
    'unit',
    world.units.map((unit) => {
      const { county, unit: id, place } = located(unit.ref)
      return { county, id, place, kind: unit.kind, name: unit.name, source: 'office' }
    }),
  )
  await insert(
    client,
    'official',
    world.officials.map((official) => ({
      ...located(official.unit),
      id: demonstrationId(official.ref),
      name: official.name,
      title: official.title,
      is_head: official.head,
      since: official.since.slice(0, 7),
    })),
  )
  await insert(
    client,
    'dossier',
    world.dossiers.map((dossier) => ({
      ...located(dossier.unit),
      class: dossier.class,
      population: dossier.population,
      petitions: dossier.petitions,
      weak_branch: dossier.weakBranch,
      poverty: dossier.poverty,
      economy: dossier.economy,
      conflicts: dossier.conflicts,
      last_inspected: dossier.lastInspected,
      version: 1,
    })),
  )
  await insert(
    client,
    'dossier_version',
    world.dossiers.map((dossier) => ({
      ...located(dossier.unit),
      version: 1,
      facts: {
        population: dossier.population,
        petitions: dossier.petitions,
        weakBranch: dossier.weakBranch,
        poverty: dossier.poverty,
        economy: dossier.economy,
        conflicts: dossier.conflicts,
        lastInspected: dossier.lastInspected,
      },
      reason: null,
      changed_by: LOADER,
      changed_at: LOADED_ON,
    })),
  )
  await insert(
    client,
    'class_change',
    world.dossiers.map((dossier) => ({
      ...located(dossier.unit),
      id: demonstrationId(`${dossier.unit} class`),
      class: dossier.class,
      reason: dossier.reason,
      day: dossier.classedOn,
      reviewer: dossier.reviewer,
      recorded_by: LOADER,
      recorded_at: LOADED_ON,
    })),
  )
  await insert(
    client,
    'person',
    world.people.map((person) => ({
      authority,
      id: demonstrationId(person.ref),
      number: person.number,
      name: person.name,
      employer: person.employer,
      unit_county: person.unit === null ? null : located(person.unit).county,
      unit: person.unit === null ? null : demonstrationId(person.unit),
      home: person.home === null ? null : placeNumber(person.home),
      native: person.native === null ? null : placeNumber(person.native),
      postings: person.postings,
      skills: person.skills,
      roles: person.roles,
      rank: person.rank,
      experience: person.experience,
      languages: person.languages,
      absences: person.absences,
      source: person.source,
      unverified: person.unverified,
      evidence: evidenceOf(person),
    })),
  )
  const names = new Map([...world.people, ...world.officials].map((row) => [row.ref, row.name]))
  const unitOfOfficial = new Map(world.officials.map((official) => [official.ref, official.unit]))
  await insert(
    client,
    'tie',
    world.ties.map((tie) => {
      const unit = unitOfOfficial.get(tie.other)
      return {
        authority,
        id: demonstrationId(`${tie.person} ${tie.other} ${tie.kind} ${tie.degree ?? ''}`),
        person: demonstrationId(tie.person),
        other_kind: unit === undefined ? 'person' : 'official',
        other: demonstrationId(tie.other),
        other_authority: unit === undefined ? authority : null,
        other_county: unit === undefined ? null : located(unit).county,
        other_name: names.get(tie.other) ?? tie.other,
        kind: tie.kind,
        degree: tie.degree,
        class: tieKinds.find((entry) => entry.kind === tie.kind)?.class ?? 'interest',
        strength: tie.strength,
        source: tie.source,
        day: tie.day,
        review: 'confirmed',
        reviewed_by: '巡察办',
        recorded_by: LOADER,
        recorded_at: LOADED_ON,
      }
    }),
  )
  await insert(
    client,
    'objection',
    world.rounds.flatMap((round) =>
      round.barred.map((barred) => ({
        ...located(barred.target),
        id: demonstrationId(`${barred.person} ${barred.target} objection`),
        person: demonstrationId(barred.person),
        why: barred.why,
        source: barred.source,
        day: round.start,
        recorded_by: LOADER,
        recorded_at: LOADED_ON,
      })),
    ),
  )
}

/** What the office read each fact in; a fact that is not known or not verified has no source. */
function evidenceOf(person: DemonstrationWorld['people'][number]): Record<string, { source: string; date: string }> {
  const read = {
    home: ['人社系统', person.home],
    native: ['干部人事档案', person.native],
    postings: ['干部履历', person.postings],
    ties: ['本人申报', 'declared'],
    unit: ['人社系统', person.unit],
  } as const
  return Object.fromEntries(
    Object.entries(read).flatMap(([fact, [source, value]]) =>
      value === null || person.unverified.includes(fact) ? [] : [[fact, { source, date: LOADED_ON.slice(0, 10) }]],
    ),
  )
}

/** Inserts plain rows whose keys are columns; the table's own row type reads them, so no type is said twice. */
async function insert(
  client: pg.Client,
  table: (typeof TABLES)[number],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  await client.query(
    `insert into registry.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::registry.${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
