import {
  Problem as Refusal,
  type BodyOf,
  type askExtension as askEndpoint,
  type decideExtension as decideEndpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from './round-record.ts'
import { extensionsOf, insertExtension, updateExtension, updateProgress } from './round-store.ts'

/** Asks for a later end, with a reason. The agreed end stays until somebody else approves. */
export async function askExtension(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof askEndpoint>,
  acting: Acting,
): Promise<void> {
  if (!['approved', 'authorised', 'running'].includes(round.state)) throw new Refusal('wrong-state')
  if (asked.to <= round.ends) {
    throw new Refusal('unfit', {
      errors: [{ at: 'to', zh: '延期后的日期须晚于现在的结束日期', en: 'the new end must be later than the present one' }],
    })
  }
  await insertExtension(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    from_day: round.ends,
    to_day: asked.to,
    reason: asked.reason,
    asked_by: acting.by.id,
    asked_name: acting.by.name,
    asked_at: acting.at,
  })
}

/** Decides an extension; never by the person who asked. Approved, it moves the agreed end and leaves the planned one. */
export async function decideExtension(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  decision: BodyOf<typeof decideEndpoint>,
  acting: Acting,
): Promise<void> {
  const extension = (await extensionsOf(tx, round.id)).find((row) => row.id === id)
  if (extension === undefined) throw new Refusal('not-found')
  if (extension.state !== 'asked') throw new Refusal('wrong-state')
  if (extension.asked_by === acting.by.id) {
    throw new Refusal('not-allowed', { zh: '延期不能由申请人自己批准', en: 'whoever asked for an extension cannot approve it' })
  }
  const state = decision.approve ? 'approved' : 'refused'
  await updateExtension(tx, extension, { state, by: acting.by.id, name: acting.by.name, opinion: decision.opinion })
  if (decision.approve) await updateProgress(tx, round, { ends: extension.to_day })
}
