import type { Clock } from '../../platform/clock.ts'
import { queueJob, type JobTasks } from '../../platform/job-queue.ts'
import type { Transact } from '../../platform/transaction.ts'
import { unfinishedProposals } from './dispatch/proposal-store.ts'
import { PROPOSAL_JOB } from './dispatch/propose-dispatch.ts'
import { runProposal } from './dispatch/run-proposal.ts'

export function roundsJobs(transact: Transact, clock: Clock): JobTasks {
  return {
    [PROPOSAL_JOB]: async (payload) => {
      if (typeof payload !== 'object' || payload === null || !('id' in payload) || typeof payload.id !== 'string') {
        throw new Error('a proposal job without the id of its proposal')
      }
      await runProposal(transact, payload.id, () => clock.now())
    },
  }
}

/** Queues again what a server that was killed had not finished: the queue itself would wait hours for a worker that is gone. */
export async function resumeProposals(transact: Transact): Promise<void> {
  await transact({ kind: 'worker' }, async (tx) => {
    for (const row of await unfinishedProposals(tx)) await queueJob(tx, PROPOSAL_JOB, { id: row.id }, `proposal:${row.id}`)
  })
}
