import type { Clock } from '../../platform/clock.ts'
import type { JobTasks } from '../../platform/job-queue.ts'
import type { Transact } from '../../platform/transaction.ts'
import { PROPOSAL_JOB } from './dispatch/propose-dispatch.ts'
import { runProposal } from './dispatch/run-proposal.ts'

export function roundsJobs(transact: Transact, clock: Clock): JobTasks {
  return {
    [PROPOSAL_JOB]: async (payload, signal) => {
      if (typeof payload !== 'object' || payload === null || !('id' in payload) || typeof payload.id !== 'string') {
        throw new Error('a proposal job without the id of its proposal')
      }
      await runProposal(transact, payload.id, () => clock.now(), signal)
    },
  }
}
