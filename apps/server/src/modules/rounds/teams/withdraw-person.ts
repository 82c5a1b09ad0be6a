import {
  Problem as Refusal,
  type BodyOf,
  type ReplyOf,
  type askWithdrawal as askEndpoint,
  type decideWithdrawal as decideEndpoint,
  type listWithdrawals,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { namePeople } from '../round/name-people.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { insertWithdrawal, poolOf, updateWithdrawal, withdrawalsOf, type WithdrawalRow } from './team-store.ts'

type View = ReplyOf<typeof listWithdrawals>['items'][number]
/** Asks to take a person out. Nothing changes until the round's own office approves: a sender cannot call his people back alone. */
export async function askWithdrawal(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof askEndpoint>,
  acting: Acting,
): Promise<void> {
  const pool = await poolOf(tx, round.id)
  // a sending office does not see the pool; the database then decides by the person's own authority
  if (pool.length > 0 && !pool.some((entry) => entry.person === asked.person)) throw new Refusal('not-found')
  const open = (await withdrawalsOf(tx, round.id)).some((row) => row.person === asked.person && row.state === 'asked')
  if (open) throw new Refusal('already-there', { zh: '此人已有待批的退出申请', en: 'a request for this person is waiting' })
  await insertWithdrawal(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    person: asked.person,
    reason: asked.reason,
    asked_by: acting.by.id,
    asked_name: acting.by.name,
    asked_at: acting.at,
  })
}

export async function decideWithdrawal(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  decision: BodyOf<typeof decideEndpoint>,
  acting: Acting,
): Promise<void> {
  const row = await demandWithdrawal(tx, round.id, id)
  if (row.state !== 'asked') throw new Refusal('wrong-state')
  if (row.asked_by === acting.by.id) {
    throw new Refusal('not-allowed', { zh: '申请人不能批准自己的申请', en: 'whoever asked cannot approve' })
  }
  const state = decision.approve ? 'approved' : 'refused'
  await updateWithdrawal(tx, row, { state, by: acting.by.id, name: acting.by.name, opinion: decision.opinion })
  if (decision.approve) await touchRound(tx, round)
}

async function demandWithdrawal(tx: Transaction, round: string, id: string): Promise<WithdrawalRow> {
  const row = (await withdrawalsOf(tx, round)).find((candidate) => candidate.id === id)
  if (row === undefined) throw new Refusal('not-found')
  return row
}

/** Requests of a round, oldest first; or the one of this id. */
export async function viewWithdrawals(tx: Transaction, round: string, id?: string): Promise<View[]> {
  const rows = (await withdrawalsOf(tx, round)).filter((row) => id === undefined || row.id === id)
  const person = await namePeople(
    tx,
    rows.map((row) => row.person),
  )
  return rows.map((row) => {
    return {
      id: row.id,
      person: person(row.person),
      reason: row.reason,
      state: row.state as View['state'],
      askedBy: row.asked_name,
      askedAt: row.asked_at.toISOString(),
      decidedBy: row.decided_name,
      opinion: row.opinion,
    }
  })
}
