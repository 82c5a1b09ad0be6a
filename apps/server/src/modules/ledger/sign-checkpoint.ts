// Signs the state of the log, has it witnessed, keeps it and publishes it.
import { checkpointText, rootOfEdge, signNote, type Edge } from '@shengmian/ledger'
import type { Transact } from '../../platform/transaction.ts'
import { askWitness, type Signed, type WitnessReply } from './ask-witness.ts'
import { insertCheckpoint } from './checkpoint-store.ts'
import { hashes } from './hashes.ts'
import type { LedgerKeys } from './ledger-keys.ts'
import { publishTiles, readPublished } from './publish-tiles.ts'
import { readTile, waitForTurn } from './sequencer-store.ts'
import type { Witness, Witnesses } from './witnesses.ts'

export interface Signing {
  readonly transact: Transact
  readonly keys: LedgerKeys
  readonly witnesses: Witnesses
  /** Where the files of the log are published. */
  readonly folder: string
  /** The size that each witness cosigned last, as far as is known. */
  readonly known: ReadonlyMap<string, number>
}

export interface SignedCheckpoint {
  readonly note: string
  readonly replies: ReadonlyMap<string, WitnessReply>
  readonly isQuorum: boolean
}

/**
 * Signs the edge's tree. A witness that does not answer is passed over, and the checkpoint says so by what it lacks; one that has seen
 * another log stops the publication: then only the replies come back.
 */
export async function signCheckpoint(
  signing: Signing,
  edge: Edge,
  now: Date,
): Promise<SignedCheckpoint | { replies: SignedCheckpoint['replies'] }> {
  const { transact, keys, witnesses } = signing
  const text = checkpointText({ origin: keys.origin, size: edge.size, root: rootOfEdge(hashes.sha256, edge) })
  const signed: Signed = { size: edge.size, text, note: signNote(hashes.sha256, text, keys.signers) }
  const tile = (level: number, n: number, width: number) => transact({ kind: 'ledger' }, (tx) => readTile(tx, level, n, width))
  const ask = async (witness: Witness) =>
    [witness.name, await askWitness(witness, signing.known.get(witness.name) ?? 0, signed, tile)] as const
  const replies = new Map(await Promise.all(witnesses.all.map(ask)))
  if ([...replies.values()].some(({ kind }) => kind === 'ahead' || kind === 'refused')) return { replies }
  const lines = [...replies.values()].flatMap((reply) => (reply.kind === 'cosigned' ? [reply.line] : []))
  const note = signed.note + lines.join('')
  const isQuorum = lines.length >= witnesses.quorum
  await transact({ kind: 'ledger' }, async (tx) => {
    await waitForTurn(tx)
    // Another process may have come further meanwhile; what it signed covers this.
    const published = sizeOf(await readPublished(signing.folder))
    if (published >= edge.size) return
    await publishTiles(tx, signing.folder, published, edge.size, note)
    await insertCheckpoint(tx, { size: edge.size, note, cosigned: lines.length, is_quorum: isQuorum, signed_at: now })
  })
  return { note, replies, isQuorum }
}

function sizeOf(note: string | null): number {
  return Number(note?.split('\n')[1] ?? 0)
}
