// What can be wrong in a Parquet file of ties, with the column, the row and its row group.
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Words } from '../words.ts'
import { quoted } from './quoted.ts'

/** A fault and the file it is in. */
export type Fault = Words & { readonly of: 'ties' | 'inspectors' | 'officials' }

const INTEGERS = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT']

type Columns = { readonly kind: 'columns'; readonly idType: string } | { readonly kind: 'fault'; readonly fault: Fault }

/** The type of the ids in the columns `a` and `b`, or why the three columns are not as they should be. */
export async function faultOfColumns(connection: DuckDBConnection, parquet: string): Promise<Columns> {
  const described = await connection.runAndReadAll(`describe select * from ${parquet}`)
  const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type)]))
  const fault = (zh: string, en: string): Columns => ({ kind: 'fault', fault: { of: 'ties', zh, en } })
  for (const name of ['a', 'b', 'strength']) {
    if (!types.has(name)) {
      const found = [...types.keys()].join(', ')
      return fault(`缺少列 ${name}（只有 ${found}）`, `the column ${name} is missing (there are ${found})`)
    }
  }
  const [a = '', b = '', strength = ''] = ['a', 'b', 'strength'].map((name) => types.get(name))
  if (a !== b || !(INTEGERS.includes(a) || a === 'VARCHAR'))
    return fault(
      `列 a、b 应同为整数或文字，现为 ${a}、${b}`,
      `the columns a and b must both be integers, or both text; they are ${a} and ${b}`,
    )
  if (!INTEGERS.includes(strength))
    return fault(
      `列 strength 应为整数（千分数），现为 ${strength}`,
      `the column strength must be an integer (thousandths); it is ${strength}`,
    )
  return { kind: 'columns', idType: a }
}

/** The first row with an empty cell or a strength outside 0 … 1000, or null. */
export async function faultOfRows(connection: DuckDBConnection, file: string): Promise<Fault | null> {
  const found = await connection.runAndReadAll(`
    select file_row_number, a is null, b is null, strength::varchar
    from read_parquet(${quoted(file)}, file_row_number = true)
    where a is null or b is null or strength is null or strength < 0 or strength > 1000
    order by file_row_number limit 1`)
  const [row] = found.getRows()
  if (row === undefined) return null
  const [number, hasNoA, hasNoB, strength] = row
  const column = hasNoA === true ? 'a' : hasNoB === true ? 'b' : 'strength'
  const group = await rowGroupOf(connection, file, Number(number))
  const at = {
    zh: `行组 ${group}，第 ${Number(number) + 1} 行，列 ${column}`,
    en: `row group ${group}, row ${Number(number) + 1}, column ${column}`,
  }
  return column === 'strength' && strength !== null
    ? {
        of: 'ties',
        zh: `${at.zh}：${String(strength)} 不在 0 到 1000 之间`,
        en: `${at.en}: ${String(strength)} does not lie between 0 and 1000`,
      }
    : { of: 'ties', zh: `${at.zh}：没有值`, en: `${at.en}: no value` }
}

async function rowGroupOf(connection: DuckDBConnection, file: string, row: number): Promise<number> {
  const groups = await connection.runAndReadAll(
    `select distinct row_group_id, row_group_num_rows from parquet_metadata(${quoted(file)}) order by row_group_id`,
  )
  let before = 0
  for (const [group, rows] of groups.getRows()) {
    before += Number(rows)
    if (row < before) return Number(group)
  }
  return -1
}
