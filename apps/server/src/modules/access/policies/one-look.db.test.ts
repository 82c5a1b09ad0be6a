// A statement that changes, while it runs, what its session says: from row to row it is somebody else, or has another hull.
import type { TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApplicationRole, type ApplicationRole } from '../testing/application-role.ts'
import { plantAccount, type Planted } from '../testing/accounts.ts'

const OWN = 421003000000
const FOREIGN = 120100000000
/** Lies behind both, and is looked at first: it meets the bounds, fails them, and so nothing but them is worked out. */
const FIRST = 650000000000

let opened: ApplicationRole
let database: TestDatabase
let app: pg.Client
let office: Planted
const person = uuid()

beforeAll(async () => {
  opened = await openApplicationRole()
  ;({ database, app } = opened)
  for (const [at, name] of [
    [OWN, '本地'],
    [FOREIGN, '外地'],
    [FIRST, '头一个'],
  ])
    await database.admin.query(
      `insert into registry.person (authority, id, name, roles) values ($1, gen_random_uuid(), $2, '{member}')`,
      [at, name],
    )
  await database.admin.query(`insert into registry.person (authority, id, name, roles) values (${OWN}, $1, '本人', '{member}')`, [
    person,
  ])
  office = await plantAccount(database.admin, { authority: '421003', roles: ['office'], person })
})
afterAll(() => opened.end())

/** Runs a statement as the session; nested loops alone, so that rows are met in the order in which they are asked for. */
async function read(text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  await app.query('begin')
  try {
    await app.query('select access.enter($1)', [office.token])
    for (const way of ['seqscan', 'hashjoin', 'mergejoin', 'material', 'memoize', 'bitmapscan'])
      await app.query(`set local enable_${way} = off`)
    return (await app.query<Record<string, unknown>>(text, [...values])).rows
  } finally {
    await app.query('rollback')
  }
}

it('a hull that is wide for the bounds and true for the check opens nobody else’s rows', async () => {
  const rows = await read(
    `with turn as materialized (
       select place, set_config('shengmian.hull_office', case place when ${FIRST} then '[0,600000000000)' else '[${OWN},421004000000)' end, true)
       from unnest(array[${FIRST}, ${FOREIGN}, ${OWN}]::bigint[]) place)
     select p.name from turn join registry.person p on p.authority = turn.place order by 1`,
  )
  expect(rows).toEqual([{ name: '本人' }, { name: '本地' }])
})

it('a recusal that nobody has is not what somebody is held to', async () => {
  const unit = uuid()
  await database.admin.query(
    `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, 421003105000, 'village', '回避村', 'office'),
       (650000, gen_random_uuid(), ${FIRST}, 'village', '头一个', 'office')`,
    [unit],
  )
  await database.admin.query(
    `insert into registry.dossier (county, unit, place, class) select county, id, place, 'ordinary' from registry.unit`,
  )
  expect(await read('select place from registry.dossier')).toEqual([{ place: 421003105000 }])
  await database.admin.query(
    `insert into access.recusal (id, person, authority, place, level, basis, recorded_by) values ($1, $2, ${OWN}, 421003105000, 'township', '岳父家', $3)`,
    [uuid(), person, office.account],
  )
  expect(await read('select place from registry.dossier')).toEqual([])
  const rows = await read(
    `with kept as materialized (select current_setting('shengmian.rights') as rights),
     turn as materialized (
       select county, set_config('shengmian.session', case county when 650000 then '' else $1 end, true),
         set_config('shengmian.rights', case county when 650000 then 'x' else rights end, true)
       from kept, unnest(array[650000, 421003]) county)
     select d.place from turn join registry.dossier d on d.county = turn.county`,
    [office.token],
  )
  expect(rows).toEqual([])
})
