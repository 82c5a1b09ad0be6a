// One batch: what was committed gets the next indices. Under the lock nobody else can, so the edge kept from the last batch still holds
// unless another process had a turn in between.
import { randomFillSync } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { appendLeaves, commitTo, entryText, hashText, hex, type Edge, type Happening } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { hashes, hexHashes } from './hashes.ts'
import { readEdge } from './read-edge.ts'
import {
  insertNodes,
  isAnythingWaiting,
  moveToLeaves,
  readPending,
  readSize,
  readTime,
  takeTurn,
  type NewLeaf,
  type PendingRow,
} from './sequencer-store.ts'
import { withoutNulls } from './without-nulls.ts'

/** More than wait after a busy look: what a transaction costs is shared by them. */
export const BATCH = 4096

/** So many leaves are worked out before others have a turn: a server whose loop stands still leaves its database idle. */
const STRETCH = 64

export interface Batch {
  readonly edge: Edge
  readonly leaves: number
}

/** Sequences at most a batch of pending changes; null where another process has the turn. */
export async function sequenceBatch(tx: Transaction, known: Edge | null): Promise<Batch | null> {
  const edgeAt = async (size: number) => (known?.size === size ? known : readEdge(tx, size))
  if (!(await isAnythingWaiting(tx))) return { edge: await edgeAt(await readSize(tx)), leaves: 0 }
  if (!(await takeTurn(tx))) return null
  const size = await readSize(tx)
  const edge = await edgeAt(size)
  const pending = await readPending(tx, BATCH)
  if (pending.length === 0) return { edge, leaves: 0 }
  const logged = (await readTime(tx)).toISOString()
  const salts = randomFillSync(new Uint8Array(pending.length * 32))
  const heads = new Map<string, { seq: number; hash: Uint8Array }>()
  const leaves: NewLeaf[] = []
  for (const [k, row] of pending.entries()) {
    if (k % STRETCH === STRETCH - 1) await nextTurn()
    const key = `${row.table_name} ${row.record}`
    const head = heads.get(key) ?? (row.last_hash === null ? null : { seq: row.last_seq ?? 0, hash: row.last_hash })
    const salt = salts.subarray(k * 32, k * 32 + 32)
    const record = JSON.parse(row.record) as readonly string[]
    const place = {
      table: row.table_name,
      record,
      seq: (head?.seq ?? 0) + 1,
      prev: head === null ? null : hex(head.hash),
      at: isoOf(row.at),
      logged,
    }
    const entry = entryText(place, happeningOf(row, record, salt))
    const leaf = { seq: place.seq, entry, ...hashText(hashes.sha256, entry), salt: row.content === null ? null : salt }
    heads.set(key, leaf)
    leaves.push(leaf)
  }
  await moveToLeaves(tx, size, pending, leaves)
  const grown = appendLeaves(
    hashes.sha256,
    edge,
    leaves.map((leaf) => leaf.hash),
  )
  await insertNodes(tx, grown.full)
  return { edge: grown.edge, leaves: leaves.length }
}

function happeningOf({ op, content, basis, approvers }: PendingRow, record: readonly string[], salt: Uint8Array): Happening {
  if (op === 'erase') return { kind: 'tombstone', basis: basis ?? '', approvers: approvers ?? [] }
  if (op === 'restore') return { kind: 'restore', from: Number(record[0]), reason: basis ?? '' }
  const bound = content === null ? { sha256: null, sm3: null } : commitTo(hexHashes, salt, withoutNulls(content))
  return { kind: 'row', op, ...bound }
}

const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/

/** A moment as an entry has it, in milliseconds: cut, so that it never lies after the moment itself. A Date between would cost more. */
function isoOf(moment: string): string {
  const [whole, day, time, digits = ''] = MOMENT.exec(moment) ?? []
  if (whole === undefined) throw new Error(`"${moment}" is no moment in UTC`)
  return `${day}T${time}.${digits.slice(0, 3).padEnd(3, '0')}Z`
}
