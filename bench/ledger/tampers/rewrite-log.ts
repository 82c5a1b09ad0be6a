// Rewrites a log the way somebody would who has the database, the files and the log's own key: everything fits, but for what others hold.
import type pg from 'pg'
import { openLedgerKeys } from '../../../apps/server/src/modules/ledger/ledger-keys.ts'
import {
  appendLeaves,
  checkpointText,
  EMPTY_EDGE,
  hashLeaf,
  hex,
  rootOfEdge,
  signNote,
} from '../../../engines/ledger/src/index.ts'
import { nodeHashes } from '../../../apps/cli/src/ledger/node-hashes.ts'

export interface LogLine {
  entry: Record<string, unknown>
  salt: Buffer | null
}

/** Edits the list of entries and lays the log out anew; `chained` makes the records' chains fit again too. */
export async function rewriteLog(
  client: pg.Client,
  keyFolder: string,
  edit: (lines: LogLine[]) => LogLine[],
  chained: boolean,
): Promise<void> {
  const { rows } = await client.query<{ entry: Buffer; salt: Buffer | null }>(
    'select l.entry, s.salt from ledger.leaf l left join ledger.salt s using (index) order by l.index',
  )
  const lines = edit(
    rows.map(({ entry, salt }) => ({ entry: JSON.parse(entry.toString('utf8')) as Record<string, unknown>, salt })),
  )
  const heads = new Map<string, { seq: number; leaf: string }>()
  const made = lines.map(({ entry, salt }) => {
    const key = `${String(entry['table'])} ${(entry['record'] as string[]).join(' ')}`
    const head = heads.get(key)
    const linked = chained ? { ...entry, seq: (head?.seq ?? 0) + 1, prev: head?.leaf ?? null } : entry
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(linked).sort(([a], [b]) => (a < b ? -1 : 1)))))
    const hash = hashLeaf(nodeHashes.sha256, bytes)
    heads.set(key, { seq: Number(linked['seq']), leaf: hex(hash) })
    return { entry: linked, bytes, hash, salt }
  })
  const { edge, full } = appendLeaves(
    nodeHashes.sha256,
    EMPTY_EDGE,
    made.map(({ hash }) => hash),
  )
  await client.query('set session_replication_role = replica')
  for (const table of ['leaf', 'salt', 'node']) await client.query(`delete from ledger.${table}`)
  for (const [index, { entry, bytes, hash, salt }] of made.entries()) {
    await client.query('insert into ledger.leaf (index, table_name, record, seq, hash, entry) values ($1, $2, $3, $4, $5, $6)', [
      index,
      entry['table'],
      entry['record'],
      entry['seq'],
      Buffer.from(hash),
      bytes,
    ])
    if (salt !== null) await client.query('insert into ledger.salt values ($1, $2)', [index, salt])
  }
  for (const { level, n, root } of full)
    await client.query('insert into ledger.node values ($1, $2, $3)', [level, n, Buffer.from(root)])
  const keys = openLedgerKeys(keyFolder)
  const text = checkpointText({ origin: keys.origin, size: edge.size, root: rootOfEdge(nodeHashes.sha256, edge) })
  await client.query('delete from ledger.checkpoint')
  await client.query(
    'insert into ledger.checkpoint (size, note, cosigned, is_quorum, signed_at) values ($1, $2, 0, true, now())',
    [edge.size, signNote(nodeHashes.sha256, text, keys.signers)],
  )
  await client.query('set session_replication_role = origin')
}
