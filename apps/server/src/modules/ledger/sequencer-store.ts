// SQL of the sequencer: pending changes in, leaves out, in one transaction under one lock.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** A change that waits, with how its record stood before. */
export interface PendingRow {
  readonly id: number
  readonly at: Date
  readonly table_name: string
  readonly record: readonly string[]
  readonly record_text: string
  readonly op: 'insert' | 'update' | 'delete' | 'baseline' | 'erase' | 'restore'
  readonly content: string | null
  readonly basis: string | null
  readonly approvers: readonly string[] | null
  readonly last_seq: number | null
  readonly last_hash: Buffer | null
}

export interface NewLeaf {
  readonly index: number
  readonly table: string
  readonly recordText: string
  readonly seq: number
  readonly hash: Uint8Array
  readonly entry: Uint8Array
  readonly salt: Uint8Array | null
}

export interface NewNode {
  readonly level: number
  readonly n: number
  readonly root: Uint8Array
}

/** One sequencer at a time, whoever runs it; the lock goes with the transaction. */
export async function takeTurn(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(7365627) as taken`.execute(sqlOf(tx))
  return rows[0]?.taken ?? false
}

/** The same, waiting for whoever has it. */
export async function waitForTurn(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(7365627)`.execute(sqlOf(tx))
}

export async function readSize(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ size: number }>`select coalesce(max(index) + 1, 0) as size from ledger.leaf`.execute(sqlOf(tx))
  return rows[0]?.size ?? 0
}

/** Takes the oldest pending changes out, at most so many, in the order in which they were made. */
export async function takePending(tx: Transaction, limit: number): Promise<readonly PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    with taken as (delete from ledger.pending where ctid = any (array(select ctid from ledger.pending order by id limit ${limit})) returning *)
    select t.id, t.at, t.table_name, t.record, t.record::text as record_text, t.op, t.content, t.basis, t.approvers,
      h.seq as last_seq, h.hash as last_hash
    from taken t left join lateral (select l.seq, l.hash from ledger.leaf l
      where ledger.key_of(l.table_name, l.record) = ledger.key_of(t.table_name, t.record) and l.table_name = t.table_name and l.record = t.record
      order by l.seq desc limit 1) h on true
    order by t.id`.execute(sqlOf(tx))
  return rows
}

/**
 * Leaves with indices from the first one's on. What is long travels as one piece each kind and numbers as text: arrays of values cost
 * several times as much on both sides.
 */
export async function insertLeaves(tx: Transaction, leaves: readonly NewLeaf[]): Promise<void> {
  const db = sqlOf(tx)
  const [first] = leaves
  if (first === undefined) return
  const tables = [...new Set(leaves.map((leaf) => leaf.table))]
  const entries = packed(leaves.map((leaf) => leaf.entry))
  const records = packed(leaves.map((leaf) => Buffer.from(leaf.recordText)))
  await sql`insert into ledger.leaf (index, table_name, record, seq, hash, entry)
    select ${first.index} + t.place - 1, b.tables[t.of_table], convert_from(substring(b.records from t.record_at for t.record_bytes), 'UTF8')::text[],
      t.seq, substring(b.hashes from (t.place - 1) * 32 + 1 for 32), substring(b.entries from t.entry_at for t.entry_bytes)
    from (select ${tables}::text[] as tables, ${records.bytes}::bytea as records, ${Buffer.concat(leaves.map((leaf) => leaf.hash))}::bytea as hashes,
        ${entries.bytes}::bytea as entries) b,
      (select generate_series(1, ${leaves.length}::integer) as place,
        unnest(${integers(leaves.map((leaf) => tables.indexOf(leaf.table) + 1))}::integer[]) as of_table,
        unnest(${integers(leaves.map((leaf) => leaf.seq))}::integer[]) as seq,
        unnest(${records.starts}::integer[]) as record_at, unnest(${records.lengths}::integer[]) as record_bytes,
        unnest(${entries.starts}::integer[]) as entry_at, unnest(${entries.lengths}::integer[]) as entry_bytes) t`.execute(db)
  const salted = leaves.filter((leaf) => leaf.salt !== null)
  if (salted.length > 0)
    await sql`insert into ledger.salt (index, salt)
      select t.index, substring(b.salts from (t.place - 1) * 32 + 1 for 32)
      from (select ${Buffer.concat(salted.flatMap((leaf) => leaf.salt ?? []))}::bytea as salts) b,
        (select generate_series(1, ${salted.length}::integer) as place, unnest(${integers(salted.map((leaf) => leaf.index))}::bigint[]) as index) t`.execute(
      db,
    )
}

/** Parts one after the other; where each begins, counted from 1, and how long it is, as arrays in SQL. */
function packed(parts: readonly Uint8Array[]): { bytes: Buffer; starts: string; lengths: string } {
  let end = 1
  const starts = parts.map((part) => {
    const start = end
    end += part.length
    return start
  })
  return { bytes: Buffer.concat(parts), starts: integers(starts), lengths: integers(parts.map((part) => part.length)) }
}

function integers(values: readonly number[]): string {
  return `{${values.join(',')}}`
}

export async function insertNodes(tx: Transaction, nodes: readonly NewNode[]): Promise<void> {
  for (const { level, n, root } of nodes)
    await sql`insert into ledger.node (level, n, root) values (${level}, ${n}, ${Buffer.from(root)})`.execute(sqlOf(tx))
}

export async function readTime(tx: Transaction): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(sqlOf(tx))
  return rows[0]?.now ?? new Date(Number.NaN)
}

/** The hashes of a tile, as wide as asked. */
export async function readTile(tx: Transaction, level: number, n: number, width: number): Promise<Uint8Array> {
  const { rows } = await sql<{ bytes: Buffer | null }>`select ledger.tile(${level}, ${n}, ${width}) as bytes`.execute(sqlOf(tx))
  return new Uint8Array(rows[0]?.bytes ?? [])
}

/** Entries from `first` on, in order. */
export async function readEntries(tx: Transaction, first: number, count: number): Promise<readonly Uint8Array[]> {
  const { rows } = await sql<{ entry: Buffer }>`
    select entry from ledger.leaf where index >= ${first} and index < ${first + count} order by index`.execute(sqlOf(tx))
  return rows.map((row) => new Uint8Array(row.entry))
}
