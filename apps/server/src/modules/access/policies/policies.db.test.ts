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
import { disagreements, type Question } from './testing/compare.ts'
import { GUARDS, withoutGuard, type Guard } from './testing/guards.ts'
import { mutantsOf } from './testing/mutants.ts'
import { allows, standingOf } from './testing/standing.ts'
import { makeWorld, type Columns, type World } from './testing/world.ts'
import { policySql, tableName } from './to-sql.ts'
import { tablePolicies } from './tables.ts'

const COMMANDS = ['select', 'insert', 'update', 'delete'] as const
/** Large worlds. What one of them does not tell apart, the next is asked about. */
const SEEDS = [10, 11, 12, 13, 14, 15, 16, 17]
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

/** For inserting: rows that a caller may not write and could, if one word of the policy were another. Most callers have none. */
function nearMisses(world: World, callers: readonly Caller[], policy: TablePolicy): readonly Question[] {
  const { insert } = policy
  if (insert === undefined) return []
  const rows = world.candidates(policy.table, 1500)
  // The first two allow everything and nothing; they serve where the condition has no parts.
  const mutants = mutantsOf(insert).slice(insert.kind === 'derived' ? 0 : 2)
  return callers.flatMap(({ secret, standing }) => {
    if (standing.account === null) return []
    const others = rows
      .filter((row) => !decide(insert, standing, row) && mutants.some(({ condition }) => decide(condition, standing, row)))
      .slice(0, 20)
    return others.length === 0 ? [] : [{ policy, command: 'insert' as const, secret, standing, rows: [], others }]
  })
}

async function isMissed(questions: readonly Question[]): Promise<boolean> {
  for (const question of questions) if ((await disagreements(client, question)).length > 0) return true
  return false
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
  it('a policy that is dropped is missed', async () => {
    const before = await policiesNow()
    let left = tablePolicies.flatMap((policy) => [
      ...COMMANDS.flatMap((command) => (policy[command] === undefined ? [] : [{ policy, command, name: `app_${command}` }])),
      ...(policy.except === undefined ? [] : [{ policy, command: 'select' as const, name: 'app_except' }]),
    ])
    for (const seed of SEEDS) {
      if (left.length === 0) break
      const world = makeWorld(seed, columns, 40, 200)
      await loadWorld(client, world)
      const callers = callersOf(world)
      const survivors: typeof left = []
      for (const dropped of left) {
        const { policy, command, name } = dropped
        await client.query(`drop policy ${name} on ${tableName(policy.table)}`)
        const found = await differences(world, callers, policy, command, 1500, 1)
        if (found.length === 0) survivors.push(dropped)
        await client.query(policySql(policy).find((statement) => statement.includes(`create policy ${name} `)) ?? '')
      }
      left = survivors
    }
    expect(await policiesNow()).toEqual(before)
    expect(left.map(({ policy, name }) => `${policy.table} ${name}`)).toEqual([])
  })

  it('a guard that is taken out of a deriving function is missed', async () => {
    let left = GUARDS
    for (const seed of SEEDS) {
      if (left.length === 0) break
      const made = makeWorld(seed, columns, 40, 200)
      await loadWorld(client, made)
      const asking = callersOf(made)
      const written = new Set(left.flatMap((guard) => (guard.command === 'insert' ? guard.seenIn : [])))
      const near = new Map(
        tablePolicies.flatMap((policy) => (written.has(policy.table) ? [[policy.table, nearMisses(made, asking, policy)]] : [])),
      )
      const survivors: Guard[] = []
      for (const guard of left) {
        const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [guard.in])
        const text = rows[0]?.text ?? ''
        await client.query(withoutGuard(text, guard.guard))
        let missed = false
        for (const policy of tablePolicies.filter((candidate) => guard.seenIn.includes(candidate.table)))
          missed ||=
            guard.command === 'insert'
              ? await isMissed(near.get(policy.table) ?? [])
              : (await differences(made, asking, policy, 'select', 0, 1)).length > 0
        if (!missed) survivors.push(guard)
        await client.query(text)
      }
      left = survivors
    }
    expect(left.map((guard) => `${guard.in}: ${guard.guard}`)).toEqual([])
  }, 300_000)

  it('a word of a condition that is changed is told from the true one by some world', () => {
    let left = tablePolicies.flatMap((policy) =>
      ([...COMMANDS, 'except'] as const).flatMap((command) => {
        const condition = policy[command]
        return condition === undefined ? [] : [{ policy, command, condition, mutants: mutantsOf(condition) }]
      }),
    )
    for (const seed of SEEDS) {
      if (left.length === 0) break
      const made = makeWorld(seed, columns, 40, 200)
      const standings = callersOf(made).map((caller) => caller.standing)
      left = left.flatMap(({ policy, command, condition, mutants }) => {
        const rows = command === 'insert' ? made.candidates(policy.table, 2500) : (made.rows.get(policy.table) ?? [])
        const survivors = new Set(mutants)
        for (const standing of standings) {
          const truth = rows.map((row) => decide(condition, standing, row))
          for (const mutant of survivors)
            if (rows.some((row, place) => decide(mutant.condition, standing, row) !== truth[place])) survivors.delete(mutant)
        }
        return survivors.size === 0 ? [] : [{ policy, command, condition, mutants: [...survivors] }]
      })
    }
    const survivors = left.flatMap(({ policy, command, mutants }) =>
      mutants.map((mutant) => `${policy.table} ${command} ${mutant.where}`),
    )
    expect(survivors).toEqual([])
  })
})
