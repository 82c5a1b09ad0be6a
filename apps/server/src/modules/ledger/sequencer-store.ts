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
  /** When it was taken, by the database's clock like `at`. */
  readonly taken_at: Date
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
    select t.id, t.at, t.table_name, t.record, t.record::text as record_text, t.op, t.content, t.basis, t.approvers, clock_timestamp() as taken_at,
      h.seq as last_seq, h.hash as last_hash
    from taken t left join lateral (select l.seq, l.hash from ledger.leaf l
      where l.table_name = t.table_name and l.record = t.record order by l.seq desc limit 1) h on true
    order by t.id`.execute(sqlOf(tx))
  return rows
}

/** Leaves with indices from the first one's on. Their bytes travel as one piece each kind: an array of them costs several times as much. */
export async function insertLeaves(tx: Transaction, leaves: readonly NewLeaf[]): Promise<void> {
  const db = sqlOf(tx)
  const [first] = leaves
  if (first === undefined) return
  await sql`insert into ledger.leaf (index, table_name, record, seq, hash, entry)
    select ${first.index} + t.place - 1, t.table_name, t.record::text[], t.seq,
      substring(b.hashes from (t.place::integer - 1) * 32 + 1 for 32), substring(b.entries from t.start for t.length)
    from (select ${bytesOf(leaves.map((leaf) => leaf.hash))}::bytea as hashes, ${bytesOf(leaves.map((leaf) => leaf.entry))}::bytea as entries) b,
      unnest(${leaves.map((leaf) => leaf.table)}::text[], ${leaves.map((leaf) => leaf.recordText)}::text[],
        ${leaves.map((leaf) => leaf.seq)}::integer[], ${startsOf(leaves.map((leaf) => leaf.entry))}::integer[],
        ${leaves.map((leaf) => leaf.entry.length)}::integer[])
      with ordinality as t (table_name, record, seq, start, length, place)`.execute(db)
  const salted = leaves.filter((leaf) => leaf.salt !== null)
  if (salted.length > 0)
    await sql`insert into ledger.salt (index, salt)
      select t.index, substring(${bytesOf(salted.flatMap((leaf) => leaf.salt ?? []))}::bytea from (t.place::integer - 1) * 32 + 1 for 32)
      from unnest(${salted.map((leaf) => leaf.index)}::bigint[]) with ordinality as t (index, place)`.execute(db)
}

function bytesOf(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts)
}

/** Where each part begins in the whole, counted from 1. */
function startsOf(parts: readonly Uint8Array[]): number[] {
  let at = 1
  return parts.map((part) => {
    const start = at
    at += part.length
    return start
  })
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
