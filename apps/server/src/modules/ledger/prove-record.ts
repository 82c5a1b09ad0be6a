// One record as a file that anybody can check offline: its content, what opens the last commitment, and each entry's way to the signed root.
import { Problem } from '@shengmian/contract'
import { hashesOf, inclusionRanges, nodesOfRanges, proofText, readFromTiles, tileOfNode } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { hashes } from './hashes.ts'
import { readCheckpoints, readContent, readEntriesOf, readSaltFor } from './reading-store.ts'
import { readTile } from './sequencer-store.ts'

/** The file's text. Only what the caller may see can be proven to him. */
export async function proveRecord(tx: Transaction, table: string, record: readonly string[]): Promise<string> {
  const content = await readContent(tx, table, record)
  if (content === null) throw new Problem('not-found')
  const entries = await readEntriesOf(tx, table, record)
  const [checkpoint] = await readCheckpoints(tx, 1)
  const last = entries.at(-1)
  if (checkpoint === undefined || last === undefined || last.index >= checkpoint.size) throw new Problem('not-logged-yet')
  const salt = await readSaltFor(tx, table, record, content)
  const proofs: { entry: string; proof: string }[] = []
  for (const { index, entry } of entries) {
    const path = await inclusionPath(tx, index, checkpoint.size)
    proofs.push({ entry, proof: proofText(index, path, checkpoint.note) })
  }
  const file = {
    format: 'shengmian.ledger-record/1',
    table,
    record,
    content,
    salt: salt === null ? null : Buffer.from(salt).toString('hex'),
    entries: proofs,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

async function inclusionPath(tx: Transaction, index: number, size: number): Promise<readonly Uint8Array[]> {
  const ranges = inclusionRanges(index, size)
  const tiles = new Map<string, Uint8Array>()
  for (const node of nodesOfRanges(ranges)) {
    const { level, n, width } = tileOfNode(node, size)
    const name = `${level}/${n}`
    if (!tiles.has(name)) tiles.set(name, await readTile(tx, level, n, width))
  }
  const read = readFromTiles(hashes.sha256, (level, n) => tiles.get(`${level}/${n}`) ?? new Uint8Array())
  return hashesOf(hashes.sha256, read, ranges)
}
