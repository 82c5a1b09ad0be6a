import { Problem as Refusal, type BodyOf, type decideRelaxation as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { relaxationsOf, updateRelaxation, type RelaxationRow } from './relaxation-store.ts'

/** Signs a relaxation or declines it; never by whoever asked. Signed, it is part of the problem that the solver reads next. */
export async function decideRelaxation(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  { approve, opinion }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const row = await demandRelaxation(tx, round.id, id)
  if (row.state !== 'asked' || round.state !== 'draft') throw new Refusal('wrong-state')
  if (row.asked_by === by.id)
    throw new Refusal('not-allowed', { zh: '放宽不能由提请人自己批准', en: 'whoever asked for a relaxation cannot approve it' })
  await updateRelaxation(tx, row, {
    state: approve ? 'approved' : 'refused',
    decided_by: by.id,
    decided_name: by.name,
    decided_at: at,
    opinion,
  })
  if (approve) await touchRound(tx, round)
}

/** Takes a relaxation back, with a reason; it stays on record, and the plan is held against the whole rules again. */
export async function endRelaxation(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  reason: string,
  { by, at }: Acting,
): Promise<void> {
  const row = await demandRelaxation(tx, round.id, id)
  if (row.asked_by === by.id)
    throw new Refusal('not-allowed', { zh: '放宽不能由提请人自己收回', en: 'whoever asked for a relaxation cannot take it back' })
  if (row.state !== 'approved' || !['draft', 'submitted'].includes(round.state)) throw new Refusal('wrong-state')
  await updateRelaxation(tx, row, { state: 'ended', ended_name: by.name, ended_at: at, ended_reason: reason })
  await touchRound(tx, round)
}

async function demandRelaxation(tx: Transaction, round: string, id: string): Promise<RelaxationRow> {
  const row = (await relaxationsOf(tx, round)).find((candidate) => candidate.id === id)
  if (row === undefined) throw new Refusal('not-found')
  return row
}
