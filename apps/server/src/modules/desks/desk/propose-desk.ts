import { Problem, type BodyOf, type proposeDesk as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { findDeskOf, insertProposal, proposalsOf } from './desk-store.ts'

/** Proposes where a round takes reports. Nothing is open before another hand approves. */
export async function proposeDesk(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const isThere = (await findDeskOf(tx, round.id)) !== null
  if (isThere || (await proposalsOf(tx, round.id)).some(({ state }) => state === 'asked'))
    throw new Problem('already-there', {
      zh: '本轮已有收件点，或已有一项待批准',
      en: 'The round has a desk, or one waits for approval',
    })
  const errors = [
    ...(asked.until < dayOf(at) ? [{ at: 'until', zh: '截止日期已过', en: 'this day is over' }] : []),
    // What villagers are told first is that the team is from elsewhere.
    ...(asked.sender === asked.host
      ? [{ at: 'sender', zh: '派出地和被巡察地相同', en: 'the team would be from where it inspects' }]
      : []),
  ]
  if (errors.length > 0) throw new Problem('unfit', { errors })
  await insertProposal(tx, {
    ...asked,
    authority: round.authority,
    round: round.id,
    asked_by: by.id,
    asked_name: by.name,
    asked_at: at,
  })
}
