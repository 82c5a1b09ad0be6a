// The policies in the database against the oracle, on worlds made from seeds; and every policy, word and guard taken out in turn.
import fc from 'fast-check'
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles } from '../../../platform/roles.ts'
import { applyPolicies } from './apply-policies.ts'
import type { Command, TablePolicy } from './condition.ts'
import type { Row, Standing } from './oracle.ts'
import { layBare, loadWorld, readColumns } from './proof/bare-database.ts'
import { disagreements } from './proof/compare.ts'
import { mutantsOf } from './proof/mutants.ts'
import { allows, standingOf } from './proof/standing.ts'
import { makeWorld, type Columns, type World } from './proof/world.ts'
import { tablePolicies } from './tables.ts'

const COMMANDS = ['select', 'insert', 'update', 'delete'] as const
/** A world in which every word of the policies decides something. */
const SEED = 2026

let database: TestDatabase
let client: pg.PoolClient
let columns: Columns

beforeAll(async () => {
  database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [applyPolicies])
  client = await database.admin.connect()
  columns = await readColumns(client)
  await layBare(client)
})
afterAll(async () => {
  client.release()
  await database.drop()
})

function standingsOf(world: World): readonly { readonly secret: string; readonly standing: Standing }[] {
  return world.callers.map((caller) => ({ secret: caller.secret, standing: standingOf(world, caller, tablePolicies) }))
}

function othersOf(other: World, table: string, few: number): readonly Row[] {
  return (other.rows.get(table) ?? []).slice(0, few).map((row) => ({ ...row, test_row: Number(row['test_row']) + 100_000 }))
}

async function differences(
  world: World,
  others: World,
  few: number,
  only?: { readonly table: string; readonly command: Command },
) {
  const found: string[] = []
  for (const { secret, standing } of standingsOf(world)) {
    for (const policy of tablePolicies) {
      for (const command of COMMANDS) {
        if (only !== undefined && (only.table !== policy.table || only.command !== command)) continue
        const rows = world.rows.get(policy.table) ?? []
        found.push(
          ...(await disagreements(client, {
            policy,
            command,
            secret,
            standing,
            rows,
            others: othersOf(others, policy.table, few),
          })),
        )
        if (only !== undefined && found.length > 0) return found
      }
    }
  }
  return found
}

describe('the database and the oracle', () => {
  it('agree on every table, command, caller and row of generated worlds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const world = makeWorld(seed, columns, 16, 40)
        await loadWorld(client, world)
        expect(await differences(world, world, 12)).toEqual([])
      }),
      { numRuns: 2 },
    )
  })
})
