// Units of the published divisions are exempt from the ledger until they are changed: nothing that an office writes may pass for one.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles, urlOfRole } from '../../../platform/roles.ts'
import { applyPolicies } from '../../access/index.ts'
import { plantAccount } from '../../access/testing/accounts.ts'

let database: TestDatabase
let app: pg.Client
let token: string

beforeAll(async () => {
  database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [applyPolicies])
  app = new pg.Client({ connectionString: urlOfRole(database.adminUrl, 'app', database.secret) })
  await app.connect()
  ;({ token } = await plantAccount(database.admin, { authority: '421003', roles: ['office'] }))
  await database.admin.query(unit('divisions', '弥陀寺村'))
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const unit = (source: string, name: string) => `insert into registry.unit (county, id, place, kind, name, source)
  values (421003, gen_random_uuid(), 421003105299, 'village', '${name}', '${source}')`

async function asOffice(...statements: readonly string[]): Promise<number | null> {
  await app.query('begin')
  try {
    await app.query('select access.enter($1)', [token])
    let count: number | null = 0
    for (const statement of statements) count = (await app.query(statement)).rowCount
    return count
  } finally {
    await app.query('rollback')
  }
}

it('an office adds units of its own and changes published ones, and can call none of its own published', async () => {
  expect(await asOffice(unit('office', '县司法局'))).toBe(1)
  expect(await asOffice(`update registry.unit set name = '弥陀寺社区' where source = 'divisions'`)).toBe(1)
  await expect(asOffice(unit('divisions', '暗增村'))).rejects.toMatchObject({ code: '42501' })
  await expect(
    asOffice(unit('office', '县司法局'), `update registry.unit set source = 'divisions' where source = 'office'`),
  ).rejects.toMatchObject({ code: '42501' })
})
