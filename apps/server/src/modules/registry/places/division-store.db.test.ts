import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles } from '../../../platform/roles.ts'
import { importDivisions } from './division-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl)
})
afterAll(() => database.drop())

async function rows<T extends object>(text: string): Promise<readonly T[]> {
  return (await database.admin.query<T>(text)).rows
}

it('a part of the country comes with what lies around it and in it, once', async () => {
  expect(await importDivisions(database.adminUrl, ['421003105'])).toEqual({ isNew: true, places: 32, units: 28 })
  expect(await importDivisions(database.adminUrl, ['421003105'])).toEqual({ isNew: false, places: 0, units: 0 })
  expect(
    (await rows<{ name: string }>('select name from registry.region where level < 5 order by level')).map(({ name }) => name),
  ).toEqual(['湖北省', '荆州市', '荆州区', '弥市镇'])
})

it('two starts at once import once', async () => {
  const both = await Promise.all([importDivisions(database.adminUrl, ['460400']), importDivisions(database.adminUrl, ['460400'])])
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
})

it('all places of China come in: five levels, every village and community a unit, and rights hold afterwards', async () => {
  expect(await importDivisions(database.adminUrl)).toMatchObject({ isNew: true, places: 665_276 })
  expect(await rows('select level, count(*)::integer as places from registry.region group by level order by level')).toEqual(
    [31, 342, 2978, 41_352, 620_573].map((places, i) => ({ level: i + 1, places })),
  )
  expect(await rows('select kind, count(*)::integer as units from registry.unit group by kind order by kind')).toEqual([
    { kind: 'community', units: 127_337 },
    { kind: 'other', units: 6092 },
    { kind: 'village', units: 487_144 },
  ])
  expect(await rows(`select name, kind, county, id from registry.unit where place = 421003105201`)).toEqual([
    { name: '沿河村', kind: 'village', county: 421_003, id: '00000000-0000-8000-8000-421003105201' },
  ])
  // A scope is one range, and 441900 is a county of its own although it shares its number with the city 4419.
  expect(await rows('select level, name from registry.region where code = 441900000000 order by level')).toEqual([
    { level: 2, name: '东莞市' },
    { level: 3, name: '东莞市' },
  ])
  expect(
    await rows(`select relname from pg_class where relname in ('region', 'region_edition', 'unit') and relnamespace = 'registry'::regnamespace
    and relrowsecurity and not relforcerowsecurity`),
  ).toEqual([])
})
