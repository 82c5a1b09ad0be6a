import { Problem as Refusal, type BodyOf, type ReplyOf, type rehearseDraw as endpoint } from '@shengmian/contract'
import type { RehearsalAnswer } from '@shengmian/dispatch'
import { runInThread } from '../../../platform/run-in-thread.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { checkedProblem } from '../dispatch/propose-dispatch.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'

/** Enough to see the odds to a few hundredths, and little enough to wait for. */
const MOST_TICKETS = 40

/** What a draw of the round as it stands would come to; nothing is kept. */
export async function rehearseRound(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const problem = checkedProblem(await gatherWorld(tx, round))
  const tickets = Math.min(asked.tickets, MOST_TICKETS)
  const terms = { ...asked, tickets, effort: 1_000_000, proposals: 300 }
  const answer = await runInThread<RehearsalAnswer>(new URL('./rehearse-worker.ts', import.meta.url), { problem, terms })
  if (answer.kind === 'no-plan')
    throw new Refusal('unfit', {
      errors: [{ at: 'round', zh: '不可能有方案：先排方案看冲突', en: 'no plan can exist: propose one to see the clash' }],
    })
  const { largestPair, sumOfLargest, people, distinctPlans, quota } = answer
  return { tickets, largestPair, sumOfLargest, people, distinct: distinctPlans, quota }
}
