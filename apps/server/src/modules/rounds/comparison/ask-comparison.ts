import { Problem as Refusal, type askComparison as endpoint, type BodyOf } from '@shengmian/contract'
import { queueJob } from '../../../platform/job-queue.ts'
import type { Transact, Transaction } from '../../../platform/transaction.ts'
import { outlineOf } from '../dispatch/outline.ts'
import { keepProblem } from '../dispatch/problem-store.ts'
import { checkedProblem } from '../dispatch/propose-dispatch.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'
import {
  findComparison,
  insertComparison,
  moveComparison,
  unfinishedComparisons,
  type ComparisonRow,
} from './comparison-store.ts'

export const COMPARISON_JOB = 'rounds.compare-modes'

/**
 * Freezes the round as a problem file and queues its comparison, both in this transaction. The file holds what the caller may see,
 * so only an office may ask.
 */
export async function askComparison(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  { by, at }: { readonly by: { readonly id: string; readonly name: string }; readonly at: Date },
): Promise<ComparisonRow> {
  const problem = checkedProblem(await gatherWorld(tx, round))
  await insertComparison(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    revision: round.revision,
    state: 'queued',
    seed: '0'.repeat(64),
    effort: asked.effort ?? 'quick',
    tickets: asked.tickets ?? 0,
    rates: asked.rates === undefined ? null : JSON.stringify(asked.rates),
    problem_hash: await keepProblem(tx, round, problem),
    outline: JSON.stringify(outlineOf(problem)),
    asked_by: by.id,
    asked_name: by.name,
    asked_at: at,
  })
  await queueJob(tx, COMPARISON_JOB, { id: asked.id }, `comparison:${asked.id}`)
  return findComparison(tx, round.id, asked.id)
}

export async function cancelComparison(tx: Transaction, { id }: ComparisonRow, at: Date): Promise<void> {
  const isMoved = await moveComparison(tx, id, ['queued', 'running'], { state: 'cancelled', finished_at: at })
  if (!isMoved) throw new Refusal('wrong-state', { zh: '已经算完，无需取消', en: 'it has finished already' })
}

/** Queues again what a server that was killed had not finished. */
export async function resumeComparisons(transact: Transact): Promise<void> {
  await transact({ kind: 'worker' }, async (tx) => {
    for (const { id } of await unfinishedComparisons(tx)) await queueJob(tx, COMPARISON_JOB, { id }, `comparison:${id}`)
  })
}
