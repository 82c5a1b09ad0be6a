// Brings the triggers of the ledger in line with the tables: one transaction, repeated at every start, after migrations and policies.
import { sql, type Kysely } from 'kysely'
import {
  baselineSql,
  EXEMPT_SCHEMAS,
  EXEMPT_TABLES,
  LEDGER_TRIGGERS,
  triggerSql,
  writtenAs,
  type Column,
  type CoveredTable,
} from './covered-tables.ts'

interface Kept {
  readonly table_name: string
  readonly columns: string
  readonly content_sql: string
  readonly definition: string
}

/**
 * Covers every table that is not exempt; runs as the owner. What a table held before it was covered, or before its columns changed,
 * is logged as a baseline. Throws when a table has no primary key, or an exemption no table.
 */
export async function coverTables(db: Kysely<unknown>): Promise<void> {
  const tables = await readTables(db)
  const missing = Object.keys(EXEMPT_TABLES).filter((name) => !tables.some((table) => table.name === name))
  if (missing.length > 0) throw new Error(`exempt from the ledger but not there: ${missing.join(', ')}`)
  const { rows } = await sql<Kept>`select table_name, columns, content_sql, definition from ledger.covered`.execute(db)
  const { rows: armed } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where t.tgname = any (${[...LEDGER_TRIGGERS]}) and t.tgenabled = 'O' group by 1 having count(*) = ${LEDGER_TRIGGERS.length}`.execute(
    db,
  )
  for (const table of tables.filter(({ name }) => EXEMPT_TABLES[name] === undefined)) {
    const kept = rows.find((row) => row.table_name === table.name)
    const statements = triggerSql(table)
    const isArmed = armed.some(({ name }) => name === table.name)
    const definition = statements.join(';\n')
    if (kept?.definition === definition && isArmed) continue
    for (const statement of statements) await sql.raw(statement).execute(db)
    const columns = JSON.stringify(table.columns)
    const { key, content, except } = writtenAs(table)
    // A trigger that was taken away is put back without a word: what happened meanwhile must show.
    if (kept?.content_sql !== content || changesContent(JSON.parse(kept.columns) as readonly Column[], table.columns))
      for (const statement of baselineSql(table)) await sql.raw(statement).execute(db)
    await sql`insert into ledger.covered values (${table.name}, ${columns}, ${key}, ${content}, ${except}, ${definition})
      on conflict (table_name) do update set columns = excluded.columns, key_sql = excluded.key_sql, content_sql = excluded.content_sql,
        except_sql = excluded.except_sql, definition = excluded.definition`.execute(db)
  }
}

/** A new column that is empty in the rows that are there leaves their content as it was; the others keep their order. */
export function changesContent(before: readonly Column[], now: readonly Column[]): boolean {
  const isSame = (a: Column, b: Column) => a.name === b.name && a.type === b.type
  const left = now.filter((column) => before.some((other) => isSame(column, other)))
  const isMoved = left.length < before.length || left.some((column, k) => before[k]?.name !== column.name)
  return isMoved || now.some((column) => column.isFilled && !before.some((other) => isSame(column, other)))
}

async function readTables(db: Kysely<unknown>): Promise<readonly CoveredTable[]> {
  const { rows } = await sql<{ name: string; key: string[] | null; columns: Column[] }>`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by k.place) from pg_index i cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isFilled', a.attnotnull or a.atthasdef or a.attgenerated <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> all (${[...EXEMPT_SCHEMAS]})
    order by 1`.execute(db)
  return rows.map(({ name, key, columns }) => {
    if (key === null) throw new Error(`${name} has no primary key, so that the ledger could not name its rows`)
    return { name, key, columns }
  })
}
