// Of a Parquet file of ties, those that can lie on a path: DuckDB reads it twice without ever holding it, and hands over a hundredth.
// What it keeps only has to be enough; which paths there are, and how strong, the recusal engine decides.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { joinColumns, type PathEnds, type TieColumns } from '@shengmian/recusal'
import { exitOnSignal } from '../exit-on-signal.ts'
import type { Words } from '../words.ts'
import { quoted } from './quoted.ts'
import { faultOfColumns, faultOfRows, type Fault } from './tie-file-faults.ts'
import type { ListedId } from './read-ids.ts'

/** Room for DuckDB itself; what does not fit goes to a temporary folder. */
const MEMORY = '1GB'

export interface KeptTies {
  readonly ties: TieColumns
  readonly ends: PathEnds
  /** The type of ids in the file, as SQL names it. */
  readonly idType: string
}

export interface PathLists {
  readonly inspectors: readonly ListedId[]
  readonly officials: readonly ListedId[]
}

/** The ties of the file that touch, or lie between acquaintances of, the two lists; people as numbers. Or what is wrong, and in which file. */
export async function readKeptTies(file: string, lists: PathLists): Promise<KeptTies | Fault> {
  const folder = await mkdtemp(join(tmpdir(), 'shengmian-ties-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const release = exitOnSignal()
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY, temp_directory: folder })
  const connection = await instance.connect()
  try {
    return await keep(connection, file, lists)
  } catch (error) {
    return { of: 'ties', ...unreadable(error) }
  } finally {
    connection.closeSync()
    instance.closeSync()
    remove()
    process.off('exit', remove)
    release()
  }
}

async function keep(connection: DuckDBConnection, file: string, lists: PathLists): Promise<KeptTies | Fault> {
  const parquet = `read_parquet(${quoted(file)})`
  const columns = await faultOfColumns(connection, parquet)
  if (columns.kind === 'fault') return columns.fault
  for (const name of ['inspectors', 'officials'] as const) {
    const line = await layList(connection, name, lists[name], columns.idType)
    if (line !== null) return { of: name, ...notThatType(line, columns.idType) }
  }
  const rows = await faultOfRows(connection, file)
  if (rows !== null) return rows
  await connection.run(`
    create temp table listed as select id from inspectors union select id from officials;
    create temp table near as select a, b, strength from ${parquet} where a in (from listed) or b in (from listed);
    create temp table person as
      select id, (row_number() over () - 1)::integer as number, bool_or(side = 1) as inner_side, bool_or(side = 2) as outer_side
      from (${['inspectors', 'officials'].map((list, i) => knownTo(list, i + 1)).join(' union all ')})
      group by id;
    create temp table kept as
      select p.number as x, q.number as y, t.strength::usmallint as strength
      from ${parquet} t join person p on t.a = p.id join person q on t.b = q.id
      where p.inner_side and q.outer_side or p.outer_side and q.inner_side;
    insert into kept select p.number, q.number, strength from near join person p on a = p.id join person q on b = q.id;`)
  const numbers = (list: string): string =>
    `select number as x, 0 as y, 0::usmallint as strength from ${list} join person using (id) order by line`
  const people = await readColumns(connection, 'select count(*)::integer as x, 0 as y, 0::usmallint as strength from person')
  return {
    idType: columns.idType,
    ties: await readColumns(connection, 'select x, y, strength from kept'),
    ends: {
      people: people.a[0] ?? 0,
      inspectors: (await readColumns(connection, numbers('inspectors'))).a,
      officials: (await readColumns(connection, numbers('officials'))).a,
    },
  }
}

/** The people of a list, and whoever has a tie to one of them. */
function knownTo(list: string, side: number): string {
  return `select id, ${side} as side from (select id from ${list}
    union select b from near semi join ${list} on a = id union select a from near semi join ${list} on b = id)`
}

/** Lays a list as a table; the first line whose id is not of the file's type, or null. */
async function layList(
  connection: DuckDBConnection,
  name: keyof PathLists,
  ids: readonly ListedId[],
  type: string,
): Promise<ListedId | null> {
  await connection.run(`create temp table ${name}_text (line integer, text varchar)`)
  const appender = await connection.createAppender(`${name}_text`)
  for (const { id, line } of ids) {
    appender.appendInteger(line)
    appender.appendVarchar(id)
    appender.endRow()
  }
  appender.closeSync()
  await connection.run(`create temp table ${name} as select line, try_cast(text as ${type}) as id from ${name}_text`)
  const wrong = await connection.runAndReadAll(`select line from ${name} where id is null order by line limit 1`)
  const line = Number(wrong.getRows()[0]?.[0] ?? 0)
  return ids.find((listed) => listed.line === line) ?? null
}

/** Three columns of a query as typed arrays, chunk by chunk: no row ever becomes an object. */
async function readColumns(connection: DuckDBConnection, query: string): Promise<TieColumns> {
  const result = await connection.stream(query)
  const parts: TieColumns[] = []
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return joinColumns(parts)
    const column = (at: number): ArrayLike<number> => {
      const vector = chunk.getColumnVector(at)
      if (!('items' in vector)) throw new Error(`column ${at} of ${query} is not of numbers`)
      return vector.items as ArrayLike<number>
    }
    parts.push({ a: Int32Array.from(column(0)), b: Int32Array.from(column(1)), strength: Uint16Array.from(column(2)) })
  }
}

function notThatType({ id, line }: ListedId, type: string): Words {
  return {
    zh: `第 ${line} 行：${id} 不是关系文件中编号的类型（${type}）`,
    en: `line ${line}: ${id} is no id of the type that the file of ties has (${type})`,
  }
}

function unreadable(error: unknown): Words {
  const why = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  return { zh: `无法作为 Parquet 读取：${why}`, en: `cannot be read as Parquet: ${why}` }
}
