// A mark in the free text of every row: wherever it comes out, we know whose row it was.
import PizZip from 'pizzip'
import type pg from 'pg'
import { tablePolicies } from '../../modules/access/policies/tables.ts'
import type { Row } from '../../modules/access/policies/oracle.ts'

/** Columns that hold what a person typed. */
const FREE_TEXT = [
  'name',
  'title',
  'reason',
  'why',
  'text',
  'body',
  'note',
  'detail',
  'decision',
  'reply',
  'opinion',
  'basis',
  'criteria',
  'employer',
  'filename',
  'guidance_title',
  'guidance_text',
  'state_reason',
  'revoked_reason',
  'lifted_reason',
  'disabled_reason',
  'value',
  'reviewer',
  'review_note',
]

export interface Canary {
  readonly table: string
  readonly place: string
  readonly row: Row
}

/** Marks every row that has free text; answers what each mark stands for. */
export async function releaseCanaries(admin: pg.Pool): Promise<ReadonlyMap<number, Pick<Canary, 'table'>>> {
  const { rows: columns } = await admin.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where data_type = 'text' and is_generated = 'NEVER' and column_name = any ($1) group by 1`,
    [FREE_TEXT],
  )
  const marks = new Map<number, Pick<Canary, 'table'>>()
  const client = await admin.connect()
  try {
    // Marks are no act of anybody: no trigger shall refuse or note them.
    await client.query(
      'set session_replication_role = replica; create sequence probe.canary; alter table registry.region disable trigger all',
    )
    for (const { table } of tablePolicies) {
      const own = columns.find((candidate) => candidate.name === table)?.columns ?? []
      if (own.length === 0 || table.startsWith('registry.region')) continue
      await client.query(`alter table ${table} add column canary bigint`)
      await client.query(
        `update ${table} t set canary = nextval('probe.canary')${table === 'registry.unit' ? ` where source = 'office' or exists (select from rounds.target x where x.unit = t.id)` : ''}`,
      )
      await client.query(
        `update ${table} set ${own.map((column) => `"${column}" = left("${column}", 60) || '⟦' || canary || '⟧'`).join(', ')} where canary is not null`,
      )
      await client.query(
        `update ${table} set canary = null where concat(${own.map((column) => `"${column}"`).join(', ')}) not like '%⟦%'`,
      )
      const { rows } = await client.query<{ canary: number }>(`select canary::int from ${table} where canary is not null`)
      for (const { canary } of rows) marks.set(canary, { table })
    }
    await client.query('set session_replication_role = origin')
  } finally {
    client.release()
  }
  return marks
}

const MARK = /⟦(\d+)⟧/g

/** The marks that an answer shows: in JSON as it is, in office files behind their zip. */
export function marksIn(body: Buffer): ReadonlySet<number> {
  const isZip = body.subarray(0, 2).toString('latin1') === 'PK'
  const text = isZip
    ? Object.values(new PizZip(body).files)
        .map((file) => (file.name.endsWith('.xml') ? file.asText() : ''))
        .join('\n')
        .replace(/<[^>]*>/g, '')
    : body.toString()
  return new Set([...text.matchAll(MARK)].map((match) => Number(match[1])))
}
