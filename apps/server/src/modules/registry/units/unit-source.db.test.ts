// Units of the published divisions are exempt from the ledger until they are changed: nothing that an office writes may pass for one.
import type { TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApplicationRole, type ApplicationRole } from '../../access/testing/application-role.ts'
import { plantAccount } from '../../access/testing/accounts.ts'

let opened: ApplicationRole
let database: TestDatabase
let app: pg.Client
let token: string

beforeAll(async () => {
  opened = await openApplicationRole()
  ;({ database, app } = opened)
  ;({ token } = await plantAccount(database.admin, { authority: '421003', roles: ['office'] }))
  await database.admin.query(unit('divisions', '弥陀寺村'))
})
afterAll(() => opened.end())

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
