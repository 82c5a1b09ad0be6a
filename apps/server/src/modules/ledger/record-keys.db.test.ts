import { recordKeys } from '@shengmian/contract'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

it('the fields by which people ask for a record are the columns of its key in the ledger, in their order', async () => {
  const { rows } = await world.database.admin.query<{ table_name: string; key_sql: string }>(
    'select table_name, key_sql from ledger.covered where table_name = any ($1)',
    [Object.keys(recordKeys)],
  )
  const keys = rows.map(({ table_name, key_sql }) => [
    table_name,
    [...key_sql.matchAll(/r\."(\w+)"/g)].map(([, column]) => column),
  ])
  expect(Object.fromEntries(keys)).toEqual(recordKeys)
})
