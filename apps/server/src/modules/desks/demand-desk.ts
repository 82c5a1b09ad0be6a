import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { findDeskOf, type DeskRow } from './desk/desk-store.ts'

/** The desk of a round, or `wrong-state`: nothing can be printed, said or keyed for one that is not there. */
export async function demandDesk(tx: Transaction, round: string): Promise<DeskRow> {
  const desk = await findDeskOf(tx, round)
  if (desk === null)
    throw new Problem('wrong-state', {
      zh: '本轮还没有收件点：先提出，由另一人批准',
      en: 'The round has no desk yet: propose one, and let another hand approve it',
    })
  return desk
}
