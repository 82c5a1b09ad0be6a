// A copy of the database in which only the policies are left: no checks, keys or triggers, so that a refusal is the policy's.
import type pg from 'pg'
import type { Door } from '../condition.ts'
import { GUARDED_SCHEMAS, tablePolicies } from '../tables.ts'
import { doorsOf } from '../to-sql.ts'
import type { Row } from '../oracle.ts'
import { NOW } from './values.ts'
import type { Columns, World } from './world.ts'

const quoted = (table: string) =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

/** Takes away all constraints and triggers, holds the clock, and lets the application try every column. */
export async function layBare(client: pg.ClientBase): Promise<void> {
  const schemas = [...GUARDED_SCHEMAS, 'platform']
  const { rows: constraints } = await client.query<{ statement: string }>(
    `select format('alter table %I.%I drop constraint if exists %I cascade', n.nspname, c.relname, k.conname) as statement
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and k.contype in ('f', 'c', 'u', 'p', 'x') order by k.contype <> 'f'`,
    [schemas],
  )
  const { rows: indexes } = await client.query<{ statement: string }>(
    `select format('drop index if exists %I.%I', schemaname, indexname) as statement from pg_indexes where schemaname = any ($1) and indexdef like 'CREATE UNIQUE%'`,
    [schemas],
  )
  const { rows: columns } = await client.query<{ statement: string }>(
    `select format('alter table %I.%I alter column %I drop not null', table_schema, table_name, column_name) as statement
     from information_schema.columns where table_schema = any ($1) and is_nullable = 'NO'`,
    [schemas],
  )
  for (const { statement } of constraints) await client.query(statement)
  for (const { statement } of indexes) await client.query(statement)
  for (const { statement } of columns) await client.query(statement).catch(refuseAllBut('42P16'))
  for (const { table, ...policy } of tablePolicies) {
    await client.query(`alter table ${quoted(table)} disable trigger user, add column test_row integer`)
    const may = (['select', 'insert', 'update', 'delete'] as const).filter((command) => policy[command] !== undefined)
    if (may.length > 0) await client.query(`grant ${may.join(', ')} on ${quoted(table)} to ${doorsOf({ table, ...policy })}`)
  }
  await client.query(
    `create or replace function access.clock() returns timestamptz language sql stable as $$ select timestamptz '${new Date(NOW).toISOString()}' $$`,
  )
  // Tries a statement and takes it back: its answer, or what was said against it.
  await client.query(`create function public.try(statement text) returns text language plpgsql as $$
    declare answer text;
    begin
      execute statement into answer;
      raise exception using errcode = 'TRYOK', message = coalesce(answer, '');
    exception
      when sqlstate 'TRYOK' then return sqlerrm;
      when insufficient_privilege then return 'refused';
      when others then return 'fault: ' || sqlerrm;
    end $$`)
  await client.query(
    'grant usage on schema public to shengmian_app, shengmian_lead; grant execute on function public.try(text) to shengmian_app, shengmian_lead',
  )
}

function refuseAllBut(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error
  }
}

/** The columns that the application could fill, generated ones left out. */
export async function readColumns(client: pg.ClientBase): Promise<Columns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns where is_generated = 'NEVER' group by 1`,
  )
  const known = new Map(rows.map((row) => [row.name, row.columns]))
  return { of: (table) => known.get(table) ?? [] }
}

export async function loadWorld(client: pg.ClientBase, world: World): Promise<void> {
  for (const [table, rows] of world.rows) {
    await client.query(`truncate ${quoted(table)}`)
    await client.query(insertOf(table, rows), [])
  }
}

/** One statement that inserts rows. */
export function insertOf(table: string, rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const list = names.map((name) => `"${name}"`).join(', ')
  const json = JSON.stringify(rows).replaceAll("'", "''")
  return `insert into ${quoted(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${quoted(table)}, '${json}'::jsonb)`
}

/** Works behind a door with a session, in a transaction that is taken back. */
export async function asApplication<T>(
  client: pg.ClientBase,
  secret: string,
  work: () => Promise<T>,
  door: Door = 'app',
): Promise<T> {
  // One message: these tests ask tens of thousands of times.
  await client.query(`begin; set local role shengmian_${door}; select set_config('shengmian.session', '${secret}', true)`)
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}
