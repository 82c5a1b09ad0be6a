import { queueJob } from '../../../platform/job-queue.ts'
import type { Transact } from '../../../platform/transaction.ts'
import { unfinishedProposals } from './proposal-store.ts'
import { PROPOSAL_JOB } from './propose-dispatch.ts'

/** Queues again what a server that was killed had not finished: the queue itself would wait hours for a worker that is gone. */
export async function resumeProposals(transact: Transact): Promise<void> {
  await transact({ kind: 'worker' }, async (tx) => {
    for (const row of await unfinishedProposals(tx)) await queueJob(tx, PROPOSAL_JOB, { id: row.id }, `proposal:${row.id}`)
  })
}
