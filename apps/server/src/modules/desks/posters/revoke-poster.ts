import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { demandDesk } from '../demand-desk.ts'
import { insertRevocation, postersOf, revocationsOf } from './poster-store.ts'

/** Closes one code for ever. The page compares it on the phone, so that nobody learns who still scans it. */
export async function revokePoster(
  tx: Transaction,
  round: RoundRecord,
  code: string,
  reason: string,
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round.id)
  if (!(await postersOf(tx, desk.code)).some((poster) => poster.code === code)) throw new Problem('not-found')
  if ((await revocationsOf(tx, desk.code)).some(({ poster }) => poster === code))
    throw new Problem('wrong-state', { zh: '这个码已经停用', en: 'This code is closed already' })
  await insertRevocation(tx, {
    desk: desk.code,
    poster: code,
    day: dayOf(at),
    reason,
    authority: desk.authority,
    by_account: by.id,
    by_name: by.name,
  })
}
