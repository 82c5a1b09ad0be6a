// Brings the policies of the database in line with their spec: one transaction, repeated at every start, after migrations.
import { sql, type Kysely } from 'kysely'
import type { TablePolicy } from './condition.ts'
import { GUARDED_SCHEMAS, tablePolicies } from './tables.ts'
import { policySql, tableName } from './to-sql.ts'

/**
 * Drops every policy of the guarded schemas and makes them again from the spec. Runs as the owner of the tables.
 * Throws when a table has no policy, a policy no table, or a view would read past the policies.
 */
export async function applyPolicies(db: Kysely<unknown>): Promise<void> {
  await refuseGaps(db, tablePolicies)
  const stale = await sql<{ table: string; policy: string }>`
    select schemaname || '.' || tablename as "table", policyname as policy from pg_policies
    where schemaname = any (${schemasOf(tablePolicies)})`.execute(db)
  for (const { table, policy } of stale.rows) await sql.raw(`drop policy ${policy} on ${tableName(table)}`).execute(db)
  for (const policy of tablePolicies) {
    for (const statement of policySql(policy)) await sql.raw(statement).execute(db)
  }
}

function schemasOf(policies: readonly TablePolicy[]): string[] {
  return [...new Set([...GUARDED_SCHEMAS, ...policies.map((policy) => policy.table.split('.')[0] ?? '')])]
}

async function refuseGaps(db: Kysely<unknown>, policies: readonly TablePolicy[]): Promise<void> {
  const relations = await sql<{ name: string; kind: string; invoker: boolean }>`
    select n.nspname || '.' || c.relname as name, c.relkind::text as kind,
      coalesce('security_invoker=true' = any (c.reloptions), false) as invoker
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (${schemasOf(policies)}) and c.relkind in ('r', 'p', 'v', 'm', 'f')`.execute(db)
  const specified = new Set(policies.map((policy) => policy.table))
  const guarded = (name: string) => GUARDED_SCHEMAS.some((schema) => name.startsWith(`${schema}.`))
  const tables = new Set(relations.rows.flatMap((row) => (row.kind === 'r' || row.kind === 'p' ? [row.name] : [])))
  const faults = [
    ...[...tables].filter((table) => guarded(table) && !specified.has(table)).map((table) => `${table} has no policy`),
    ...[...specified].filter((table) => !tables.has(table)).map((table) => `${table} has a policy but does not exist`),
    // A plain view reads with its owner's rights; a materialised one keeps rows that nothing checks.
    ...relations.rows
      .filter((row) => guarded(row.name) && (row.kind === 'm' || row.kind === 'f' || (row.kind === 'v' && !row.invoker)))
      .map((row) => `${row.name} would show rows past the policies`),
  ]
  if (faults.length > 0) throw new Error(`row-level security is not complete: ${faults.join('; ')}`)
}
