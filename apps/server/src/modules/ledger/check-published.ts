// Before anything is added: does the database still hold the log that was published? A database restored from an older copy does not.
import { rootOfEdge } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { hashes } from './hashes.ts'
import { readPublished } from './publish-tiles.ts'
import { readEdge } from './read-edge.ts'
import { readSize } from './sequencer-store.ts'

export type Published =
  | { readonly kind: 'continues'; readonly size: number }
  /** The published log is longer: the database is older than it. */
  | { readonly kind: 'behind'; readonly size: number; readonly published: number }
  /** The published log says something else. */
  | { readonly kind: 'forked'; readonly size: number }

export async function checkPublished(tx: Transaction, folder: string): Promise<Published> {
  const note = await readPublished(folder)
  const [, size = '0', root] = note?.split('\n') ?? []
  const published = Number(size)
  const here = await readSize(tx)
  if (published > here) return { kind: 'behind', size: here, published }
  if (note === null) return { kind: 'continues', size: 0 }
  const computed = Buffer.from(rootOfEdge(hashes.sha256, await readEdge(tx, published))).toString('base64')
  return computed === root ? { kind: 'continues', size: published } : { kind: 'forked', size: published }
}
