import { Problem as Refusal, type BodyOf, type ReplyOf, type rehearseDraw as endpoint } from '@shengmian/contract'
import type { Problem, RehearsalAnswer } from '@shengmian/dispatch'
import { runInThread } from '../../../platform/run-in-thread.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { checkedProblem } from '../dispatch/propose-dispatch.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { demandRole } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'

/** Enough to see the odds to a few hundredths, and little enough to wait for. */
const MOST_TICKETS = 40

interface Rehearsal {
  readonly problem: Problem
  readonly terms: BodyOf<typeof endpoint> & { readonly effort: number; readonly proposals: number }
}

/** What a rehearsal needs of the round as it stands; its office alone sees the ties. */
export async function prepareRehearsal(tx: Transaction, round: RoundRecord, asked: BodyOf<typeof endpoint>): Promise<Rehearsal> {
  await demandRole(tx, round.authority, ['office'])
  const tickets = Math.min(asked.tickets, MOST_TICKETS)
  return {
    problem: checkedProblem(await gatherWorld(tx, round)),
    terms: { ...asked, tickets, effort: 1_000_000, proposals: 300 },
  }
}

/** What a draw of such a round would come to; nothing is kept. */
export async function rehearseRound(rehearsal: Rehearsal): Promise<ReplyOf<typeof endpoint>> {
  const answer = await runInThread<RehearsalAnswer>(new URL('./rehearse-worker.ts', import.meta.url), rehearsal)
  if (answer.kind === 'no-plan')
    throw new Refusal('unfit', {
      errors: [{ at: 'round', zh: '不可能有方案：先排方案看冲突', en: 'no plan can exist: propose one to see the clash' }],
    })
  const { largestPair, sumOfLargest, people, distinctPlans, quota } = answer
  return { tickets: rehearsal.terms.tickets, largestPair, sumOfLargest, people, distinct: distinctPlans, quota }
}
