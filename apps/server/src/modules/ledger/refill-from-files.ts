// A database that was restored from an older copy gets back the entries that it lost, from the published files, and an entry that says so.
// No index is ever given twice: a second, different log at a size already signed could not be told from tampering.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { appendLeaves, entryBytes, hashLeaf, pathOfTile, TILE_WIDTH } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { hashes } from './hashes.ts'
import { readEdge } from './read-edge.ts'
import { insertLostLeaves, insertNodes, readTime, waitForTurn } from './sequencer-store.ts'

export async function refillFromFiles(
  tx: Transaction,
  folder: string,
  { size, published }: { readonly size: number; readonly published: number },
): Promise<void> {
  await waitForTurn(tx)
  const at = (await readTime(tx)).toISOString()
  const restore = entryBytes(
    { table: 'ledger.log', record: [String(published)], seq: 1, prev: null, at, logged: at },
    { kind: 'restore', from: size, reason: `the database held ${size} entries, the published log ${published}` },
  )
  let edge = await readEdge(tx, size)
  for (let n = Math.floor(size / TILE_WIDTH); n * TILE_WIDTH < published; n++) {
    const width = Math.min(TILE_WIDTH, published - n * TILE_WIDTH)
    const entries = unbundle(await readFile(path.join(folder, pathOfTile('entries', n, width))))
    const missing = entries.slice(Math.max(0, size - n * TILE_WIDTH), width)
    edge = await add(tx, edge, missing)
  }
  await add(tx, edge, [restore])
}

async function add(tx: Transaction, edge: Awaited<ReturnType<typeof readEdge>>, entries: readonly Uint8Array[]) {
  const leaves = entries.map((entry) => {
    const { table, record, seq } = JSON.parse(new TextDecoder().decode(entry)) as { table: string; record: string[]; seq: number }
    return { table, record, seq, hash: hashLeaf(hashes.sha256, entry), entry }
  })
  await insertLostLeaves(tx, edge.size, leaves)
  const grown = appendLeaves(
    hashes.sha256,
    edge,
    leaves.map((leaf) => leaf.hash),
  )
  await insertNodes(tx, grown.full)
  return grown.edge
}

function unbundle(bundle: Buffer): readonly Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const length = bundle.readUInt16BE(at)
    entries.push(new Uint8Array(bundle.subarray(at + 2, at + 2 + length)))
    at += 2 + length
  }
  return entries
}
