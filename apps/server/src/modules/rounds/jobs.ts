import type { Clock } from '../../platform/clock.ts'
import type { JobTasks } from '../../platform/job-queue.ts'
import type { Transact } from '../../platform/transaction.ts'
import { COMPARISON_JOB } from './comparison/ask-comparison.ts'
import { runComparison } from './comparison/run-comparison.ts'
import { PROPOSAL_JOB } from './dispatch/propose-dispatch.ts'
import { runProposal } from './dispatch/run-proposal.ts'
import { DRAW_JOB } from './draws/ask-solver.ts'
import { runDraw } from './draws/run-draw.ts'
import { CALENDAR_JOB } from './term-calendar/plan-calendar.ts'
import { runCalendar } from './term-calendar/run-calendar.ts'

export function roundsJobs(transact: Transact, clock: Clock): JobTasks {
  return {
    [PROPOSAL_JOB]: (payload, signal) => runProposal(transact, idIn(payload), () => clock.now(), signal),
    [COMPARISON_JOB]: (payload, signal) => runComparison(transact, idIn(payload), () => clock.now(), signal),
    [DRAW_JOB]: (payload, signal) => runDraw(transact, idIn(payload), () => clock.now(), signal),
    [CALENDAR_JOB]: (payload, signal) => runCalendar(transact, idIn(payload), () => clock.now(), signal),
  }
}

function idIn(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string') return payload.id
  throw new Error('a job without the id of what it is about')
}
