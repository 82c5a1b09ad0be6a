// The policies in the database against the oracle, on worlds made from seeds; and every policy, word and guard taken out in turn.
import fc from 'fast-check'
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles } from '../../../platform/roles.ts'
import { applyPolicies } from './policy-store.ts'
import type { Command, TablePolicy } from './condition.ts'
import { decide, type Standing } from './oracle.ts'
import { layBare, loadWorld, readColumns } from './testing/bare-database.ts'
import { disagreements } from './testing/compare.ts'
import { GUARDS, withoutGuard, type Guard } from './testing/guards.ts'
import { mutantsOf } from './testing/mutants.ts'
import { allows, standingOf } from './testing/standing.ts'
import { makeWorld, type Columns, type World } from './testing/world.ts'
import { policySql, tableName } from './to-sql.ts'
import { tablePolicies } from './tables.ts'

const COMMANDS = ['select', 'insert', 'update', 'delete'] as const
/** A large world, in which every policy decides something. */
const SEED = 10
/** Rows that a caller tries to write and may, and as many that he may not. */
const EACH = 3

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

interface Caller {
  readonly secret: string
  readonly standing: Standing
}

function callersOf(world: World): readonly Caller[] {
  return world.callers.map((caller) => ({ secret: caller.secret, standing: standingOf(world, caller, tablePolicies) }))
}

/** Where database and oracle part, over all callers. Of `pool` new rows each caller tries some that he may write and some that he may not. */
async function differences(
  world: World,
  callers: readonly Caller[],
  policy: TablePolicy,
  command: Command,
  pool: number,
  enough = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const found: string[] = []
  const rows = world.rows.get(policy.table) ?? []
  const candidates = command === 'insert' || command === 'update' ? world.candidates(policy.table, pool) : []
  // A command that no policy names is refused to all alike; two callers are enough to see it.
  for (const { secret, standing } of policy[command] === undefined ? callers.slice(0, 2) : callers) {
    const may = candidates.filter((row) => allows(policy, command, standing, row))
    const others = [...may.slice(0, EACH), ...candidates.filter((row) => !may.includes(row)).slice(0, EACH)]
    found.push(...(await disagreements(client, { policy, command, secret, standing, rows, others })))
    if (found.length >= enough) break
  }
  return found
}

async function policiesNow(): Promise<readonly unknown[]> {
  const { rows } = await client.query(
    'select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies order by 1, 2',
  )
  return rows
}

describe('the database and the oracle', () => {
  it('agree on every table, command, caller and row of generated worlds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const world = makeWorld(seed, columns, 8, 30)
        await loadWorld(client, world)
        const callers = callersOf(world)
        for (const policy of tablePolicies)
          for (const command of COMMANDS) expect(await differences(world, callers, policy, command, 200)).toEqual([])
      }),
      { numRuns: 2 },
    )
  })
})

describe('every policy matters', () => {
  let world: World
  let callers: readonly Caller[]
  beforeAll(async () => {
    world = makeWorld(SEED, columns, 40, 200)
    await loadWorld(client, world)
    callers = callersOf(world)
  })

  it('a policy that is dropped is missed', async () => {
    const survivors: string[] = []
    const before = await policiesNow()
    for (const policy of tablePolicies) {
      const names: readonly (readonly [string, Command])[] = [
        ...COMMANDS.flatMap((command) => (policy[command] === undefined ? [] : [[`app_${command}`, command] as const])),
        ...(policy.except === undefined ? [] : [['app_except', 'select'] as const]),
      ]
      for (const [name, command] of names) {
        await client.query(`drop policy ${name} on ${tableName(policy.table)}`)
        const found = await differences(world, callers, policy, command, 1500, 1)
        if (found.length === 0) survivors.push(`${policy.table} ${name}`)
        await client.query(policySql(policy).find((statement) => statement.includes(`create policy ${name} `)) ?? '')
      }
    }
    expect(await policiesNow()).toEqual(before)
    expect(survivors).toEqual([])
  })

  it('a guard that is taken out of a deriving function is missed', async () => {
    let left = GUARDS
    for (const seed of [SEED, SEED + 1, SEED + 2, SEED + 3]) {
      if (left.length === 0) break
      const made = makeWorld(seed, columns, 40, 200)
      await loadWorld(client, made)
      const asking = callersOf(made)
      const survivors: Guard[] = []
      for (const guard of left) {
        const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [guard.in])
        const text = rows[0]?.text ?? ''
        await client.query(withoutGuard(text, guard.guard))
        let missed = false
        for (const policy of tablePolicies.filter((candidate) => guard.seenIn.includes(candidate.table)))
          missed ||= (await differences(made, asking, policy, 'select', 0, 1)).length > 0
        if (!missed) survivors.push(guard)
        await client.query(text)
      }
      left = survivors
    }
    expect(left.map((guard) => `${guard.in}: ${guard.guard}`)).toEqual([])
  })

  it('a word of a condition that is changed is told from the true one by some world', () => {
    const worlds = [SEED, SEED + 1, SEED + 2, SEED + 3].map((seed) => makeWorld(seed, columns, 40, 200))
    const standings = worlds.map((made) => callersOf(made).map((caller) => caller.standing))
    const survivors: string[] = []
    for (const policy of tablePolicies) {
      for (const command of [...COMMANDS, 'except'] as const) {
        const condition = policy[command]
        if (condition === undefined) continue
        const mutants = new Set(mutantsOf(condition))
        worlds.forEach((made, index) => {
          if (mutants.size === 0) return
          const rows = command === 'insert' ? made.candidates(policy.table, 2500) : (made.rows.get(policy.table) ?? [])
          for (const standing of standings[index] ?? []) {
            const truth = rows.map((row) => decide(condition, standing, row))
            for (const mutant of mutants)
              if (rows.some((row, place) => decide(mutant.condition, standing, row) !== truth[place])) mutants.delete(mutant)
          }
        })
        survivors.push(...[...mutants].map((mutant) => `${policy.table} ${command} ${mutant.where}`))
      }
    }
    expect(survivors).toEqual([])
  })
})
