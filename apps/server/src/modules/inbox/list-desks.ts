import { Problem, type InboxDesk } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { countVerdicts } from './decision-store.ts'
import { countReports, findDesks, isRoundSeen } from './store.ts'
import { tallyView } from './views.ts'

/** The desks of a round that the caller has to do with, and what became of what they took. */
export async function listDesks(tx: Transaction, round: string): Promise<{ items: InboxDesk[] }> {
  if (!(await isRoundSeen(tx, round))) throw new Problem('not-found')
  const items: InboxDesk[] = []
  // One after another: a transaction has one connection.
  for (const { code, until, can_take } of await findDesks(tx, round)) {
    const tally = tallyView(await countReports(tx, code), await countVerdicts(tx, code))
    items.push({ desk: code, until, canTake: can_take, tally })
  }
  return { items }
}
