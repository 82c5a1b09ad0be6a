import { Problem } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import { demandDesk } from '../demand-desk.ts'
import { batchesOf, insertRevokedBatch, revokedBatchesOf } from './card-store.ts'

/** Withdraws a batch: lost, stolen, misprinted. Who has one of its cards is heard all the same. */
export async function revokeCardBatch(
  tx: Transaction,
  round: string,
  { batch, reason }: { readonly batch: string; readonly reason: string },
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round)
  if (!(await batchesOf(tx, desk.code)).some(({ id }) => id === batch)) throw new Problem('not-found')
  if ((await revokedBatchesOf(tx, desk.code)).some((gone) => gone.batch === batch))
    throw new Problem('wrong-state', { zh: '这一批已经作废', en: 'This batch is withdrawn already' })
  await insertRevokedBatch(tx, {
    authority: desk.authority,
    desk: desk.code,
    batch,
    reason,
    by_account: by.id,
    by_name: by.name,
    day: dayOf(at),
  })
}
