// Every policy, word of a condition, guard and grant taken out in turn: each must be told from the true one by some row of some world.
import type pg from 'pg'
import type { Command, TablePolicy } from '../condition.ts'
import { decide, type Row, type Standing } from '../oracle.ts'
import { tablePolicies } from '../tables.ts'
import { doorsOf, policySql, tableName } from '../to-sql.ts'
import { loadWorld } from './bare-database.ts'
import { disagreements, type Question } from './compare.ts'
import { GUARDS, withoutGuard, type Guard } from './guards.ts'
import { mutantsOf } from './mutants.ts'
import { allows, standingOf } from './standing.ts'
import { makeWorld, type Columns, type World } from './world.ts'

export const COMMANDS = ['select', 'insert', 'update', 'delete'] as const
/** Large worlds. What one of them does not tell apart, the next is asked about. */
const SEEDS = [10, 11, 12, 13, 14, 15, 16, 17]
/** Rows that a caller tries to write and may, and as many that he may not. */
const EACH = 3

interface Caller {
  readonly secret: string
  readonly standing: Standing
}

/** How many were tried, and which nobody missed. */
export interface Mutated {
  readonly tried: number
  readonly survivors: readonly string[]
}

const largeWorld = (columns: Columns, seed: number): World => makeWorld(seed, columns, 40, 200)

export function callersOf(world: World): readonly Caller[] {
  return world.callers.map((caller) => ({ secret: caller.secret, standing: standingOf(world, caller, tablePolicies) }))
}

/** Where database and oracle part, over all callers. Of `pool` new rows each caller tries some that he may write and some that he may not. */
export async function differences(
  client: pg.ClientBase,
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

async function isMissed(client: pg.ClientBase, questions: readonly Question[]): Promise<boolean> {
  for (const question of questions) if ((await disagreements(client, question)).length > 0) return true
  return false
}

/** Drops each policy that comes with a session in turn, and puts it back. */
export async function dropPolicies(client: pg.ClientBase, columns: Columns): Promise<Mutated> {
  let left = tablePolicies.flatMap((policy) => [
    ...COMMANDS.flatMap((command) => (policy[command] === undefined ? [] : [{ policy, command, name: `app_${command}` }])),
    ...(policy.except === undefined ? [] : [{ policy, command: 'select' as const, name: 'app_except' }]),
  ])
  const tried = left.length
  for (const seed of SEEDS) {
    if (left.length === 0) break
    const world = largeWorld(columns, seed)
    await loadWorld(client, world)
    const callers = callersOf(world)
    const survivors: typeof left = []
    for (const dropped of left) {
      const { policy, command, name } = dropped
      await client.query(`drop policy ${name} on ${tableName(policy.table)}`)
      const found = await differences(client, world, callers, policy, command, 1500, 1)
      if (found.length === 0) survivors.push(dropped)
      await client.query(policySql(policy).find((statement) => statement.includes(`create policy ${name} `)) ?? '')
    }
    left = survivors
  }
  return { tried, survivors: left.map(({ policy, name }) => `${policy.table} ${name}`) }
}

/** Makes each guard of the deriving functions true in turn. */
export async function removeGuards(client: pg.ClientBase, columns: Columns): Promise<Mutated> {
  let left = GUARDS
  for (const seed of SEEDS) {
    if (left.length === 0) break
    const world = largeWorld(columns, seed)
    await loadWorld(client, world)
    const callers = callersOf(world)
    const written = new Set(left.flatMap((guard) => (guard.command === 'insert' ? guard.seenIn : [])))
    const near = new Map(
      tablePolicies.flatMap((policy) => (written.has(policy.table) ? [[policy.table, nearMisses(world, callers, policy)]] : [])),
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
            ? await isMissed(client, near.get(policy.table) ?? [])
            : (await differences(client, world, callers, policy, 'select', 0, 1)).length > 0
      if (!missed) survivors.push(guard)
      await client.query(text)
    }
    left = survivors
  }
  return { tried: GUARDS.length, survivors: left.map((guard) => `${guard.in}: ${guard.guard}`) }
}

/** Changes each word of each condition in turn, in the oracle alone. */
export function changeWords(columns: Columns): Mutated {
  let left = tablePolicies.flatMap((policy) =>
    ([...COMMANDS, 'except'] as const).flatMap((command) => {
      const condition = policy[command]
      return condition === undefined ? [] : [{ policy, command, condition, mutants: mutantsOf(condition) }]
    }),
  )
  const tried = left.reduce((sum, { mutants }) => sum + mutants.length, 0)
  for (const seed of SEEDS) {
    if (left.length === 0) break
    const world = largeWorld(columns, seed)
    const standings = callersOf(world).map((caller) => caller.standing)
    left = left.flatMap(({ policy, command, condition, mutants }) => {
      const rows = command === 'insert' ? world.candidates(policy.table, 2500) : (world.rows.get(policy.table) ?? [])
      const survivors = new Set(mutants)
      for (const standing of standings) {
        const met = rows.filter((row) => decide(condition, standing, row))
        const asked = [...rows, ...met.flatMap((row, place) => nearly(row, rows[(place + 1) % rows.length] ?? row))]
        const truth = asked.map((row) => decide(condition, standing, row))
        for (const mutant of survivors)
          if (asked.some((row, place) => decide(mutant.condition, standing, row) !== truth[place])) survivors.delete(mutant)
      }
      return survivors.size === 0 ? [] : [{ policy, command, condition, mutants: [...survivors] }]
    })
  }
  const survivors = left.flatMap(({ policy, command, mutants }) =>
    mutants.map((mutant) => `${policy.table} ${command} ${mutant.where}`),
  )
  return { tried, survivors }
}

/** The row with each of its values in turn taken from another: what differs in one thing tells which things are looked at. */
function nearly(row: Row, other: Row): readonly Row[] {
  return Object.keys(row).map((name) => ({ ...row, [name]: other[name] }))
}

/** What the policies name and no grant carries to their door: `schema.table command`. */
export async function missingGrants(client: pg.ClientBase): Promise<readonly string[]> {
  const wanted = tablePolicies.flatMap((policy) =>
    COMMANDS.flatMap((command) =>
      policy[command] === undefined
        ? []
        : doorsOf(policy)
            .split(', ')
            .map((door) => ({ table: policy.table, command, door })),
    ),
  )
  const { rows } = await client.query<{ name: string }>(
    `select w."table" || ' ' || w.command as name from jsonb_to_recordset($1) as w("table" text, command text, door text)
     where not case w.command when 'delete' then has_table_privilege(w.door, w."table", 'delete')
       else has_any_column_privilege(w.door, w."table", w.command) end`,
    [JSON.stringify(wanted)],
  )
  return rows.map((row) => row.name)
}

/** Takes each grant away in turn; every one must be missed. Works in one transaction that is taken back. */
export async function revokeGrants(client: pg.ClientBase): Promise<Mutated> {
  const survivors: string[] = []
  let tried = 0
  await client.query('begin')
  try {
    for (const policy of tablePolicies) {
      const { rows } = await client.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [policy.table],
      )
      for (const command of COMMANDS) {
        if (policy[command] === undefined) continue
        tried += 1
        const from = `on ${tableName(policy.table)} from ${doorsOf(policy)}`
        await client.query(`savepoint before; revoke ${command} ${from}`)
        if (command !== 'delete') await client.query(`revoke ${command} (${rows[0]?.columns ?? ''}) ${from}`)
        if (!(await missingGrants(client)).includes(`${policy.table} ${command}`)) survivors.push(`${policy.table} ${command}`)
        await client.query('rollback to before')
      }
    }
  } finally {
    await client.query('rollback')
  }
  return { tried, survivors }
}
