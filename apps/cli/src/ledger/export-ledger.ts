// Copies the log and, if wanted, all covered rows out of a database, in one snapshot, so that it can be judged elsewhere. It judges nothing.
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { tileName } from '@shengmian/ledger-verify'
import type pg from 'pg'

const PORTION = 5000

interface Exported {
  readonly entries: number
  readonly rows: number
}

/** Writes into an empty folder; null where the log has no checkpoint. The connection must not be bound by row-level security. */
export async function exportLedger(client: pg.Client, folder: string, withRows: boolean): Promise<Exported | null> {
  await client.query(`begin transaction isolation level repeatable read read only`)
  try {
    return await writeExport(client, folder, withRows)
  } finally {
    await client.query('rollback')
  }
}

/** The same within a transaction of the caller's. */
export async function writeExport(client: pg.Client, folder: string, withRows: boolean): Promise<Exported | null> {
  // Better an error than rows that are silently left out.
  await client.query(
    `set local row_security = off; set local search_path = pg_catalog; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1`,
  )
  const { rows: notes } = await client.query<{ note: string; size: string }>(
    'select note, size::text from ledger.checkpoint order by id',
  )
  const last = notes.at(-1)
  if (last === undefined) return null
  const size = Number(last.size)
  await writeFile(join(folder, 'checkpoint'), last.note)
  await writeFile(join(folder, 'checkpoints.jsonl'), notes.map(({ note }) => `${JSON.stringify({ note })}\n`).join(''))
  await writeLog(client, folder, size)
  if (!withRows) return { entries: size, rows: 0 }
  await writeSalts(client, folder, size)
  await writeLines(client, join(folder, 'pending.jsonl'), waitingSql(size))
  return { entries: size, rows: await writeRows(client, folder) }
}

/** What is committed and not under the last checkpoint yet. */
const waitingSql = (size: number) => `
  select jsonb_build_object('table', table_name, 'record', to_jsonb(record), 'at', at)::text as line from ledger.pending
  union all select jsonb_build_object('table', table_name, 'record', to_jsonb(record), 'at', convert_from(entry, 'UTF8')::jsonb ->> 'at')::text
  from ledger.leaf where index >= ${size}`

async function writeLog(client: pg.Client, folder: string, size: number): Promise<void> {
  for (let first = 0; first < size; first += 256 * 16) {
    const { rows } = await client.query<{ entry: Buffer; hash: Buffer }>(
      'select entry, hash from ledger.leaf where index >= $1 and index < $2 order by index',
      [first, Math.min(size, first + 256 * 16)],
    )
    for (let at = 0; at < rows.length; at += 256) {
      const part = rows.slice(at, at + 256)
      const n = (first + at) / 256
      await writeTile(folder, 'entries', n, part.length, Buffer.concat(part.flatMap(({ entry }) => [lengthOf(entry), entry])))
      await writeTile(folder, 0, n, part.length, Buffer.concat(part.map(({ hash }) => hash)))
    }
  }
  for (let level = 1; size >= 256 ** level; level++) {
    const hashes = Math.floor(size / 256 ** level)
    for (let n = 0; n * 256 < hashes; n++) {
      const width = Math.min(256, hashes - n * 256)
      const { rows } = await client.query<{ bytes: Buffer | null }>('select ledger.tile($1, $2, $3) as bytes', [level, n, width])
      await writeTile(folder, level, n, width, rows[0]?.bytes ?? Buffer.alloc(0))
    }
  }
}

async function writeTile(folder: string, level: number | 'entries', n: number, width: number, bytes: Buffer): Promise<void> {
  const file = join(folder, `${tileName(level, n)}${width === 256 ? '' : `.p/${width}`}`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}

function lengthOf(entry: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(entry.length)
  return length
}

async function writeSalts(client: pg.Client, folder: string, size: number): Promise<void> {
  const salts = Buffer.alloc(size * 32)
  for (let first = 0; first < size; first += 50_000) {
    const { rows } = await client.query<{ index: string; salt: Buffer }>(
      'select index::text, salt from ledger.salt where index >= $1 and index < $2',
      [first, Math.min(size, first + 50_000)],
    )
    for (const { index, salt } of rows) salt.copy(salts, Number(index) * 32)
  }
  await writeFile(join(folder, 'salts.bin'), salts)
}

/** Rows that came from published files and have no entry before their first change (docs/ledger.md). */
const EXEMPT_ROWS: Readonly<Record<string, string>> = { 'registry.unit': `r.source OPERATOR(pg_catalog.=) 'divisions'` }

/**
 * Every row of every table that is covered or in the log, written as docs/formats/ledger.md says. How is worked out here from the columns:
 * what the database keeps of it (`ledger.covered`) is in the hands of whoever changes a row, and could write it as it was.
 */
async function writeRows(client: pg.Client, folder: string): Promise<number> {
  const { rows: tables } = await client.query<{ name: string; table: string; key: string[]; files: string[] }>(`
    select t.name, c.oid::regclass::text as table,
      array(select quote_ident(a.attname) from pg_index i cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype order by a.attnum) as files
    from (select table_name as name from ledger.covered union select distinct table_name from ledger.leaf) t
    join pg_class c on c.oid = to_regclass(t.name) and c.relkind in ('r', 'p') order by 1`)
  const queries = tables.map(({ name, table, key, files }) => {
    const record = `array[${key.map((column) => `r.${column}::text`).join(', ')}]`
    const hashes = files.map((file) => `${literal(file)}, encode(sha256(r.${client.escapeIdentifier(file)}), 'hex')`)
    const content =
      hashes.length === 0
        ? String.raw`regexp_replace(regexp_replace(row_to_json(r)::text, '"[a-z_][a-z0-9_]*":null,?', '', 'g'), ',\}$', '}')`
        : `jsonb_strip_nulls(to_jsonb(r) || jsonb_build_object(${hashes.join(', ')}))::text`
    const exempt = EXEMPT_ROWS[name]
    const touched = `exists (select from ledger.leaf l
    where ledger.key_of(l.table_name, l.record) = ledger.key_of(${literal(name)}, ${record}) and l.table_name = ${literal(name)} and l.record = ${record})`
    return `select jsonb_build_object('table', ${literal(name)}, 'record', to_jsonb(${record}), 'content', ${content})::text as line
      from only ${table} r ${exempt === undefined ? '' : `where not (${exempt}) or ${touched}`}`
  })
  return writeLines(client, join(folder, 'rows.jsonl'), queries.join('\nunion all\n'))
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Streams the lines of a query into a file; answers how many. */
async function writeLines(client: pg.Client, file: string, query: string): Promise<number> {
  const out = createWriteStream(file)
  let count = 0
  if (query !== '') {
    await client.query(`declare lines no scroll cursor for ${query}`)
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${PORTION} from lines`)
      if (rows.length === 0) break
      count += rows.length
      if (!out.write(rows.map(({ line }) => `${line}\n`).join(''))) await once(out, 'drain')
    }
    await client.query('close lines')
  }
  out.end()
  await once(out, 'finish')
  return count
}
