// Fills the register of places, and the units that villages and communities are, from the division file. Runs as the owner
// of the schema at the start of the server; a database that already holds this edition is left alone.
import pg from 'pg'
import { PLACE_LEVELS, placeNumber, placeRange, type PlaceLevel } from '../../../platform/places.ts'
import { readDivisionFile, type Division } from './division-file.ts'
import { shortName } from './short-name.ts'

export interface ImportedDivisions {
  /** False where this edition was there already. */
  readonly isNew: boolean
  readonly places: number
  readonly units: number
}

/** Size of the blocks that a place of each level spans. */
const spans: Readonly<Record<PlaceLevel, number>> = { province: 1e10, city: 1e8, county: 1e6, township: 1000, village: 1 }
const batchSize = 20_000

/**
 * Imports all places in one transaction: either the whole edition is there afterwards or nothing.
 * `within` takes only some places with their ancestors and what lies in them, for tests and small trials.
 */
export async function importDivisions(adminUrl: string, within: readonly string[] | null = null): Promise<ImportedDivisions> {
  const file = readDivisionFile()
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role shengmian_owner')
    // Two processes that start at once must not import twice; the lock is held until the end of the transaction.
    await client.query('select pg_advisory_xact_lock(7365627)')
    // The policies name no role that could read or write all places of the country at once: the owner steps past them here, and here only.
    await client.query('alter table registry.region_edition no force row level security')
    const edition = within === null ? file.edition : `${file.edition} within ${within.join(',')}`
    const there = await client.query('select 1 from registry.region_edition where edition = $1', [edition])
    if (there.rowCount !== 0) {
      await client.query('rollback')
      return { isNew: false, places: 0, units: 0 }
    }
    await client.query("set local synchronous_commit = 'off'")
    for (const table of ['region', 'unit']) await client.query(`alter table registry.${table} no force row level security`)
    const places = await stage(client, within === null ? file.divisions() : inside(file.divisions(), within))
    await client.query(upsertRegions)
    const { rowCount: units } = await client.query(upsertUnits)
    await client.query('drop table registry.division_stage')
    await client.query('insert into registry.region_edition (edition, source, places) values ($1, $2, $3)', [
      edition,
      file.source,
      places,
    ])
    for (const table of ['region', 'region_edition', 'unit']) {
      await client.query(
        `do $$ begin if (select relrowsecurity from pg_class where oid = 'registry.${table}'::regclass)
         then alter table registry.${table} force row level security; end if; end $$`,
      )
    }
    await client.query('commit')
    await client.query('analyze registry.region, registry.unit')
    return { isNew: true, places, units: units ?? 0 }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** Everything goes into an unlogged table first: from there one statement fills each table, four times faster than by rows. */
async function stage(client: pg.Client, divisions: Iterable<Division>): Promise<number> {
  await client.query(
    `create unlogged table registry.division_stage (level smallint, code bigint, hi bigint, name text, pinyin text, initials text, unit_name text, unit_kind text)`,
  )
  let count = 0
  // The next batch is read while the database writes the one before.
  let writing: Promise<unknown> = Promise.resolve()
  for (const batch of batches(divisions)) {
    await writing
    writing = client.query(
      `insert into registry.division_stage select * from unnest(
         $1::smallint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
      [
        batch.map(({ level }) => PLACE_LEVELS.indexOf(level) + 1),
        batch.map(({ place }) => place),
        batch.map(({ place, level }) => place + spans[level] - 1),
        batch.map(({ name }) => name),
        batch.map(({ pinyin }) => pinyin),
        batch.map(({ initials }) => initials),
        batch.map(({ level, name }) => (level === 'village' ? shortName(name) : null)),
        batch.map(({ level, place }) => (level === 'village' ? kindOfVillage(place) : null)),
      ],
    )
    count += batch.length
  }
  await writing
  return count
}

const upsertRegions = `
  insert into registry.region (level, code, hi, name, pinyin, initials)
  select level, code, hi, name, pinyin, initials from registry.division_stage
  on conflict (level, code) do update set name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials
  where (region.name, region.pinyin) is distinct from (excluded.name, excluded.pinyin)`

/** Every village and community is a unit; its id carries its code, so that everybody can compute it. */
const upsertUnits = `
  insert into registry.unit (county, id, place, kind, name, source)
  select code / 1000000, ('00000000-0000-8000-8000-' || lpad(code::text, 12, '0'))::uuid, code, unit_kind, unit_name, 'divisions'
  from registry.division_stage where level = 5
  on conflict (county, id) do update set name = excluded.name, version = unit.version + 1
  where unit.name is distinct from excluded.name`

/**
 * The last three digits say what a village-level place is (NBS rules for statistical codes): from 001 and from 400 communities,
 * from 200 villages, from 500 farms, quarters and the like, which are no villages.
 */
function kindOfVillage(place: number): 'village' | 'community' | 'other' {
  const number = place % 1000
  if (number >= 500) return 'other'
  return number >= 200 && number < 400 ? 'village' : 'community'
}

function* inside(divisions: Iterable<Division>, within: readonly string[]): Generator<Division> {
  const ranges = within.map(placeRange)
  const ancestors = new Set(
    within.flatMap((code) =>
      [2, 4, 6, 9].filter((digits) => digits <= code.length).map((digits) => placeNumber(code.slice(0, digits))),
    ),
  )
  for (const division of divisions) {
    const { place, level } = division
    if ((level !== 'village' && ancestors.has(place)) || ranges.some(({ lo, hi }) => place >= lo && place <= hi)) yield division
  }
}

function* batches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
