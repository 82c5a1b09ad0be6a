import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { findDesk, type DeskRow } from './store.ts'

export interface Caller {
  readonly id: string
  readonly name: string
}

/** A desk that the caller has to do with: of its team, its office, its auditors. To all others it is not there. */
export async function seeDesk(tx: Transaction, code: string): Promise<DeskRow> {
  const desk = await findDesk(tx, code)
  if (desk === null) throw new Problem('not-found')
  return desk
}

/** A desk whose reports the caller may take; to an office, which sees its figures, it says why not. */
export async function takeableDesk(tx: Transaction, code: string): Promise<DeskRow> {
  const desk = await seeDesk(tx, code)
  if (!desk.can_take)
    throw new Problem('not-allowed', {
      zh: '只有持本轮有效派遣令的组员能收件、答复和作出决定；巡察办看数字和决定',
      en: 'Only members of a team under an order in force receive, answer and decide; the office sees figures and decisions',
    })
  return desk
}
