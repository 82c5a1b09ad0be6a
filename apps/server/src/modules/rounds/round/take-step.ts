// One door for every change of a round's state: the row of the machine, its roles, its guards, then the record of who and why.
import { Problem as Refusal, roundSteps, type RoundEvent } from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../platform/transaction.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { demandRole } from '../policy.ts'
import { missingFor, refuseMissing, warningsToAnswer } from './guards.ts'
import { rememberRound } from './remember-round.ts'
import type { RoundRecord } from './round-record.ts'
import { eventsOf, insertEvent, updateProgress } from './round-store.ts'

export interface Taking {
  readonly event: RoundEvent
  readonly reason: string | null
  readonly meeting: string | null
  /** Steps that the round had taken when the caller looked at it. */
  readonly after?: number | undefined
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly day: string
}

/** Moves a round (locked by the caller) along one row of the machine, or says what is missing. */
export async function takeStep(tx: Transaction, round: RoundRecord, taking: Taking): Promise<void> {
  const step = roundSteps.find((candidate) => candidate.from === round.state && candidate.event === taking.event)
  if (step === undefined) throw new Refusal('wrong-state')
  await demandRole(tx, round.authority, step.roles)
  refuseMissing(await missingFor(tx, step, { round, caller: taking.by.id, reason: taking.reason, meeting: taking.meeting }, true))
  if (step.event === 'approve' && taking.reason === null) refuseMissing(await warningsToAnswer(await gatherWorld(tx, round), tx))
  if (step.event === 'approve') await refuseUnseen(tx, round, taking.after)
  await updateProgress(tx, round, {
    state: step.to,
    ...(step.event === 'submit' ? { submittedBy: taking.by.id } : {}),
    ...(step.event === 'start' ? { startedOn: taking.day } : {}),
    ...(step.event === 'leave' ? { leftOn: taking.day } : {}),
  })
  if (step.event === 'close') await rememberRound(tx, round)
  await insertEvent(tx, {
    authority: round.authority,
    round: round.id,
    id: uuid(),
    event: step.event,
    from_state: step.from,
    to_state: step.to,
    reason: taking.reason,
    meeting: taking.meeting,
    by_account: taking.by.id,
    by_name: taking.by.name,
    at: taking.at,
  })
}

/** What is approved is what was read: a round that was returned, changed and submitted anew meanwhile is another. */
async function refuseUnseen(tx: Transaction, round: RoundRecord, after: number | undefined): Promise<void> {
  if (after === undefined)
    throw new Refusal('unfit', {
      errors: [{ at: 'after', zh: '须写明所审阅的是第几步之后的方案', en: 'say after how many steps the round was read' }],
    })
  if ((await eventsOf(tx, round.id)).length !== after)
    throw new Refusal('changed-meanwhile', {
      zh: '您审阅之后，这一轮又有新的办理步骤：请重新打开，看过再批准',
      en: 'further steps were taken since you read this round: open it again and approve what you see',
    })
}
