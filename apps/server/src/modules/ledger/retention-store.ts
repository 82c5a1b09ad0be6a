// Which records have been kept long enough. Read under the caller's own rights: nobody is shown the name on a record that he cannot see.
import type { RetentionKind } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { KINDS, type RetentionRule } from './retention-rules.ts'

export interface DueRow {
  readonly kind: RetentionKind
  readonly record: readonly string[]
  readonly label: string
  /** Days, `YYYY-MM-DD`. */
  readonly since: string
  readonly due: string
  /** How many of its kind are due. */
  readonly total: number
}

/** Records of a kind whose period is over, in the range of the offices that the caller speaks for; of the records named only, as `a/b`, if some are. */
export async function readDue(
  tx: Transaction,
  { kind, table, years }: RetentionRule,
  { records, most }: { readonly records?: readonly string[]; readonly most: number },
): Promise<readonly DueRow[]> {
  const db = sqlOf(tx)
  const { label, since, area, from } = KINDS[kind]
  const key = sql.raw(from?.key ?? (await writtenKey(tx, table)))
  const source = from === undefined ? sql.table(table) : sql.raw(from.rows)
  const within = from === undefined ? sql`${sql.raw(area)} <@ (select access.scopes('office'))` : sql`true`
  const named = records === undefined ? null : [...records]
  const { rows } = await sql<DueRow>`
    select ${kind}::text as kind, d.record, d.label, d.since::text, (d.since + make_interval(years => ${years}::integer))::date::text as due,
      count(*) over ()::integer as total
    from (select ${key} as record, ${sql.raw(label)} as label, ${sql.raw(since)} as since from ${source} r
      where ${within}
        and (${named}::text[] is null or pg_catalog.array_to_string(${key}, '/') = any (${named}::text[]))) d
    where d.since + make_interval(years => ${years}::integer) <= (select access.clock())::date
    order by d.since, d.record limit ${most}`.execute(db)
  return rows
}

async function writtenKey(tx: Transaction, table: string): Promise<string> {
  const { rows } = await sql<{ key_sql: string }>`select key_sql from ledger.written_as(${table})`.execute(sqlOf(tx))
  return rows[0]?.key_sql ?? 'null'
}
