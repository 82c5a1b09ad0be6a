import { Problem, type BodyOf, type decideDesk as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { openDesk, proposalsOf, updateProposal } from './desk-store.ts'

/** Approves a desk, which is then there, or declines it; never by whoever proposed it. */
export async function decideDesk(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  { approve, opinion }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const proposal = (await proposalsOf(tx, round.id)).find((one) => one.id === id)
  if (proposal === undefined) throw new Problem('not-found')
  if (proposal.state !== 'asked') throw new Problem('wrong-state')
  if (proposal.asked_by === by.id)
    throw new Problem('not-allowed', { zh: '收件点不能由提出人自己批准', en: 'Whoever proposed a desk cannot approve it' })
  await updateProposal(tx, proposal, {
    state: approve ? 'approved' : 'refused',
    decided_by: by.id,
    decided_name: by.name,
    decided_at: at,
    opinion,
  })
  if (!approve) return
  const { authority, code, until, root, sender, host, phone, site } = proposal
  if (!(await openDesk(tx, { authority, round: round.id, code, until, root, sender, host, phone, site })))
    throw new Problem('already-there', {
      zh: `代号${code}已被占用，请退回后换一个`,
      en: `The code ${code} is taken; decline and choose another`,
    })
}
