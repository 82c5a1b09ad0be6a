// The policies in the database against the oracle, on worlds made from seeds; and every policy, word, guard and grant taken out in turn.
import fc from 'fast-check'
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles } from '../../../platform/roles.ts'
import { applyPolicies } from './policy-store.ts'
import { layBare, loadWorld, readColumns } from './testing/bare-database.ts'
import {
  callersOf,
  changeWords,
  COMMANDS,
  differences,
  dropPolicies,
  missingGrants,
  removeGuards,
  revokeGrants,
} from './testing/mutation.ts'
import { makeWorld, type Columns } from './testing/world.ts'
import { tablePolicies } from './tables.ts'

let database: TestDatabase
let client: pg.PoolClient
let columns: Columns

beforeAll(async () => {
  database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [applyPolicies])
  client = await database.admin.connect()
  columns = await readColumns(client)
})
afterAll(async () => {
  client.release()
  await database.drop()
})

async function policiesNow(): Promise<readonly unknown[]> {
  const { rows } = await client.query(
    'select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies order by 1, 2',
  )
  return rows
}

describe('every grant matters', () => {
  it('what a policy names is granted, and a grant that is taken away is missed', async () => {
    expect(await missingGrants(client)).toEqual([])
    const { tried, survivors } = await revokeGrants(client)
    expect(survivors).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })
})

describe('with only the policies left', () => {
  beforeAll(async () => {
    await layBare(client)
  })

  it('the database and the oracle agree on every table, command, caller and row of generated worlds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const world = makeWorld(seed, columns, 8, 30)
        await loadWorld(client, world)
        const callers = callersOf(world)
        for (const policy of tablePolicies)
          for (const command of COMMANDS) expect(await differences(client, world, callers, policy, command, 200)).toEqual([])
      }),
      { numRuns: 2, seed: 4 },
    )
  }, 300_000)

  it('a policy that is dropped is missed', async () => {
    const before = await policiesNow()
    expect((await dropPolicies(client, columns)).survivors).toEqual([])
    expect(await policiesNow()).toEqual(before)
  }, 300_000)

  it('a guard that is taken out of a deriving function is missed', async () => {
    expect((await removeGuards(client, columns)).survivors).toEqual([])
  }, 300_000)

  it('a word of a condition that is changed is told from the true one by some world', () => {
    expect(changeWords(columns).survivors).toEqual([])
  }, 300_000)
})
