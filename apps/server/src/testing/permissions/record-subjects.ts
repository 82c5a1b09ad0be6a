// Records that a request names by table and key, as the ledger's reading routes do: one of every covered table.
import type pg from 'pg'
import type { Row } from '../../modules/access/policies/oracle.ts'
import type { Snapshot } from './oracle-world.ts'

interface RecordSubject {
  readonly table: string
  readonly row: Row
  readonly key: string
  /** The application may not read all columns of it: its content is shown to nobody. */
  readonly isClosed: boolean
}

/** Up to `most` records of every table, of different bodies where there are some. */
export async function recordSubjects(admin: pg.Pool, snapshot: Snapshot, most: number): Promise<readonly RecordSubject[]> {
  const { rows: covered } = await admin.query<{ table: string; key_sql: string; is_open: boolean }>(
    `select table_name as table, key_sql, has_table_privilege('shengmian_app', table_name, 'select') as is_open from ledger.covered order by 1`,
  )
  return covered.flatMap(({ table, key_sql, is_open }) => {
    const columns = [...key_sql.matchAll(/r\."(\w+)"/g)].map((match) => match[1] ?? '')
    // A key that the snapshot leaves out, as `plan` of a term's items, names no row.
    const whole = (snapshot.get(table) ?? []).filter((row) => columns.every((column) => row[column] !== undefined))
    const bodies = new Map(whole.map((row) => [String(row['authority'] ?? row['county']), row]))
    return [...bodies.values()].slice(0, most).map((row) => ({
      table,
      row,
      key: columns.map((column) => String(row[column])).join('/'),
      isClosed: !is_open,
    }))
  })
}
