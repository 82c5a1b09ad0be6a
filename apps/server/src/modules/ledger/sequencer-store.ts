// SQL of the sequencer: pending changes in, leaves out, in one transaction under one lock.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

/** A change that waits, with how its record stood before. */
export interface PendingRow {
  /** Where the row lies, by which it is taken out. */
  readonly place: string
  /** As PostgreSQL writes a moment in UTC, with up to six digits of a second. */
  readonly at: string
  readonly table_name: string
  /** A JSON array of texts. */
  readonly record: string
  readonly op: 'insert' | 'update' | 'delete' | 'baseline' | 'erase' | 'restore'
  readonly content: string | null
  readonly basis: string | null
  readonly approvers: readonly string[] | null
  readonly last_seq: number | null
  readonly last_hash: Buffer | null
}

export interface NewLeaf {
  readonly seq: number
  readonly hash: Uint8Array
  readonly entry: string
  /** Of the entry in UTF-8, in bytes. */
  readonly length: number
  readonly salt: Uint8Array | null
}

/** A leaf as it stood in a published file. */
export interface LostLeaf {
  readonly table: string
  readonly record: readonly string[]
  readonly seq: number
  readonly hash: Uint8Array
  readonly entry: Uint8Array
}

export interface NewNode {
  readonly level: number
  readonly n: number
  readonly root: Uint8Array
}

/** Whether anything waits. Whoever only looks takes no turn, which would cost a number of the transaction log each time. */
export async function isAnythingWaiting(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (select from ledger.pending) as waits`.execute(sqlOf(tx))
  return rows[0]?.waits ?? false
}

/** One sequencer at a time, whoever runs it; the lock goes with the transaction. */
export async function takeTurn(tx: Transaction): Promise<boolean> {
  const { rows } = await sql`select from ledger.turn for update skip locked`.execute(sqlOf(tx))
  return rows.length > 0
}

/** The same, waiting for whoever has it. */
export async function waitForTurn(tx: Transaction): Promise<void> {
  const { rows } = await sql`select from ledger.turn for update`.execute(sqlOf(tx))
  if (rows.length === 0) throw new Error('ledger.turn has lost its row: insert into ledger.turn default values')
}

export async function readSize(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ size: number }>`select coalesce(max(index) + 1, 0) as size from ledger.leaf`.execute(sqlOf(tx))
  return rows[0]?.size ?? 0
}

/** The oldest pending changes, at most so many, in the order in which they were made. */
export async function readPending(tx: Transaction, limit: number): Promise<readonly PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    select p.place::text, p.at::text, p.table_name, array_to_json(p.record)::text as record, p.op, p.content, p.basis, p.approvers,
      h.seq as last_seq, h.hash as last_hash
    from (select ctid as place, * from ledger.pending order by id limit ${limit}) p left join lateral (select l.seq, l.hash from ledger.leaf l
      where ledger.key_of(l.table_name, l.record) = ledger.key_of(p.table_name, p.record) and l.table_name = p.table_name and l.record = p.record
      order by l.seq desc limit 1) h on true
    order by p.id`.execute(sqlOf(tx))
  return rows
}

/**
 * Takes pending changes out and puts their leaves in, with indices from `first` on; both in the order in which `readPending` gave them.
 * What names a record never leaves the database, and what is new travels as one piece each kind and numbers as text: arrays of values
 * cost several times as much on both sides.
 */
export async function moveToLeaves(
  tx: Transaction,
  first: number,
  pending: readonly PendingRow[],
  leaves: readonly NewLeaf[],
): Promise<void> {
  const lengths = leaves.map((leaf) => leaf.length)
  const { numAffectedRows } = await sql`
    with taken as (delete from ledger.pending where ctid = any (${`{${pending.map(({ place }) => `"${place}"`).join(',')}}`}::tid[])
        returning id, table_name, record),
      placed as (select table_name, record, row_number() over (order by id)::integer as place from taken)
    insert into ledger.leaf (index, table_name, record, seq, hash, entry)
    select ${first} + place - 1, table_name, record, (${integers(leaves.map((leaf) => leaf.seq))}::integer[])[place],
      ${hashAtPlace(leaves.map((leaf) => leaf.hash))},
      substring(${Buffer.from(leaves.map((leaf) => leaf.entry).join(''))}::bytea from (${integers(startsOf(lengths))}::integer[])[place]
        for (${integers(lengths)}::integer[])[place])
    from placed`.execute(sqlOf(tx))
  // Whoever took one out in between would shift all that follow.
  if (numAffectedRows !== BigInt(leaves.length))
    throw new Error(`${leaves.length} changes waited, ${numAffectedRows} could be taken`)
  await insertSalts(tx, first, leaves)
}

async function insertSalts(tx: Transaction, first: number, leaves: readonly NewLeaf[]): Promise<void> {
  const salted = leaves.flatMap(({ salt }, k) => (salt === null ? [] : [{ index: first + k, salt }]))
  if (salted.length === 0) return
  await sql`insert into ledger.salt (index, salt)
    select (${integers(salted.map(({ index }) => index))}::bigint[])[place],
      ${hashAtPlace(salted.map(({ salt }) => salt))}
    from generate_series(1, ${salted.length}::integer) as place`.execute(sqlOf(tx))
}

/** Leaves of a log that the database lost; their content is gone, so that they have no salt. */
export async function insertLostLeaves(tx: Transaction, first: number, leaves: readonly LostLeaf[]): Promise<void> {
  const rows = leaves.map(
    ({ table, record, seq, hash, entry }, k) =>
      sql`(${first + k}, ${table}, ${[...record]}, ${seq}, ${Buffer.from(hash)}, ${Buffer.from(entry)})`,
  )
  await sql`insert into ledger.leaf (index, table_name, record, seq, hash, entry) values ${sql.join(rows)}`.execute(sqlOf(tx))
}

/** Where each of some parts begins that lie one after the other, counted from 1. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let end = 1
  return lengths.map((length) => {
    const start = end
    end += length
    return start
  })
}

/** The 32 bytes at `place`, counted from 1, of many that travel as one piece. */
function hashAtPlace(all: readonly Uint8Array[]) {
  return sql`substring(${Buffer.concat(all)}::bytea from (place - 1) * 32 + 1 for 32)`
}

function integers(values: readonly number[]): string {
  return `{${values.join(',')}}`
}

export async function insertNodes(tx: Transaction, nodes: readonly NewNode[]): Promise<void> {
  if (nodes.length === 0) return
  await sql`insert into ledger.node (level, n, root)
    select (${integers(nodes.map(({ level }) => level))}::smallint[])[place], (${integers(nodes.map(({ n }) => n))}::bigint[])[place],
      ${hashAtPlace(nodes.map(({ root }) => root))}
    from generate_series(1, ${nodes.length}::integer) as place`.execute(sqlOf(tx))
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
