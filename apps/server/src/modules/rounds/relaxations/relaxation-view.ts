import type { listRelaxations, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { rolesAt } from '../policy.ts'
import { findRound } from '../round/round-store.ts'
import { CAP_WORDS } from './cap.ts'
import { relaxationsOf } from './relaxation-store.ts'

type View = ReplyOf<typeof listRelaxations>

/** What was asked for in a round, newest first, with what the caller may do about it. */
export async function viewRelaxations(tx: Transaction, round: string, caller: string): Promise<View> {
  const { state, authority } = await findRound(tx, round)
  const roles = await rolesAt(tx, authority)
  const rows = await relaxationsOf(tx, round)
  const isGroup = roles.includes('leading-group')
  return {
    mayAsk: roles.includes('office') && state === 'draft' && !rows.some((row) => row.state === 'asked'),
    cap: { ...CAP_WORDS },
    items: rows.map((row) => ({
      id: row.id,
      proposal: row.proposal,
      price: row.price,
      grants: row.grants.map(({ zh, en }) => ({ zh, en })),
      why: row.why,
      askedBy: row.asked_name,
      askedAt: row.asked_at.toISOString(),
      state: row.state as View['items'][number]['state'],
      decidedBy: row.decided_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
      opinion: row.opinion,
      endedBy: row.ended_name,
      endedAt: row.ended_at?.toISOString() ?? null,
      endedReason: row.ended_reason,
      mayDecide: isGroup && state === 'draft' && row.state === 'asked' && row.asked_by !== caller,
      mayEnd: isGroup && ['draft', 'submitted'].includes(state) && row.state === 'approved' && row.asked_by !== caller,
    })),
  }
}
