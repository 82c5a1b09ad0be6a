import type { listCardBatches, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findDeskOf } from '../desk/desk-store.ts'
import { batchesOf, revokedBatchesOf } from './card-store.ts'

/** The batches of a round's desk: how many cards, for which place, by whom; never their codes. */
export async function viewCardBatches(tx: Transaction, round: string): Promise<ReplyOf<typeof listCardBatches>> {
  const desk = await findDeskOf(tx, round)
  if (desk === null) return { items: [] }
  const revoked = new Map((await revokedBatchesOf(tx, desk.code)).map((row) => [row.batch, row]))
  const items = (await batchesOf(tx, desk.code)).map(({ id, poster, place, village, cards, by_name, made_on }) => {
    const gone = revoked.get(id)
    return {
      id,
      poster,
      place,
      village,
      cards,
      by: by_name,
      madeOn: made_on,
      revoked: gone === undefined ? null : { on: gone.day, reason: gone.reason, by: gone.by_name },
    }
  })
  return { items }
}
