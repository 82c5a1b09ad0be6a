import pg from 'pg'
import { prepareDatabase } from '@shengmian/server/compose'
import { layBare, readColumns } from '../../apps/server/src/modules/access/policies/testing/bare-database.ts'
import {
  changeWords,
  dropPolicies,
  removeGuards,
  revokeGrants,
  type Mutated,
} from '../../apps/server/src/modules/access/policies/testing/mutation.ts'
import type { Measure } from '../figure.ts'
import { SECRET, withDatabase } from './throwaway.ts'

/** Each policy, guard, grant and word taken out in turn. With --quick the guards and words are left out. */
export const measureMutation: Measure = ({ quick }) =>
  withDatabase(async (adminUrl) => {
    await prepareDatabase(adminUrl, SECRET)
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    try {
      const columns = await readColumns(client)
      const grants = await revokeGrants(client)
      await layBare(client)
      const policies = await dropPolicies(client, columns)
      const rest = quick
        ? []
        : ([
            ['guards', await removeGuards(client, columns)],
            ['words of conditions', changeWords(columns)],
          ] as const)
      const all: readonly (readonly [string, Mutated])[] = [['policies', policies], ['grants', grants], ...rest]
      return all.map(([what, { tried, survivors }]) => {
        for (const survivor of survivors) console.error(`  ${what}: ${survivor} is not missed`)
        return {
          figure: `mutation: ${what} taken out and missed`,
          value: tried - survivors.length,
          unit: `of ${tried}`,
          target: `all ${tried}`,
          holds: survivors.length === 0,
          how: `each of ${tried} taken out by itself; missed when the database and the oracle, or the true and the changed condition, differ on a row of at most four generated worlds of 40 accounts and 200 rows a table`,
        }
      })
    } finally {
      await client.end()
    }
  })
