import { Problem as Refusal } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { rolesAt } from '../policy.ts'
import { holdRound } from '../round/hold-round.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { findDraw } from './draw-store.ts'
import { gatherDraw, type GatheredDraw } from './gather-draw.ts'

/** A draw that the caller's office conducts, locked with its round until the request ends. */
export async function holdDraw(
  tx: Transaction,
  id: string,
): Promise<{ readonly draw: GatheredDraw; readonly round: RoundRecord }> {
  const row = await findDraw(tx, id)
  // whoever only sits at the table sees what is published, and conducts nothing
  if (row === null) throw new Refusal('not-allowed')
  const round = await holdRound(tx, row.round, ['office'])
  return { draw: await gatherDraw(tx, id, { lock: true }), round }
}

/** Whether the caller works in the office that conducts the draw. */
export async function mayConduct(tx: Transaction, { authority }: GatheredDraw): Promise<boolean> {
  return (await rolesAt(tx, authority)).includes('office')
}
