import { Problem as Refusal } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { revokeOrders } from '../../access/index.ts'
import { findIssuedById } from '../../documents/index.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { lettersOf } from './assignments.ts'

/** Ends one order at once; the rights that came from it end with it. */
export async function revokeOrder(tx: Transaction, round: RoundRecord, id: string, by: string, reason: string): Promise<void> {
  const document = await findIssuedById(tx, id)
  const letter = (await lettersOf(tx, round)).find((candidate) => candidate.number === document?.label)
  if (letter === undefined) throw new Refusal('not-found')
  if (letter.first.revokedAt !== null)
    throw new Refusal('wrong-state', { zh: '此授权已撤销', en: 'this order was revoked already' })
  await revokeOrders(tx, { authority: round.authority, round: round.id, person: letter.first.person }, by, reason)
}

/** The order as issued, unchanged since its number was given. */
export async function orderFile(tx: Transaction, round: RoundRecord, id: string) {
  const document = await findIssuedById(tx, id)
  if (document === null || document.round !== round.id || document.kind !== 'engagement-order') throw new Refusal('not-found')
  return { file: document.bytes, name: `${document.label}.docx`, type: document.media_type }
}
