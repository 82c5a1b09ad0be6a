import { Problem, type BodyOf, type logPublication as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { insertPublication } from './notice-store.ts'
import { demandNotice } from './write-notice.ts'

/** Writes down where and on which day an approved text went out. */
export async function logPublication(
  tx: Transaction,
  round: string,
  notice: string,
  { id, place, on }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const { authority, desk, state } = await demandNotice(tx, round, notice)
  if (state !== 'approved')
    throw new Problem('wrong-state', { zh: '文稿未批准，不能发布', en: 'The text is not approved, so it cannot go out' })
  if (on > dayOf(at))
    throw new Problem('unfit', { errors: [{ at: 'on', zh: '日期还没到，发布后再登记', en: 'log it once it has gone out' }] })
  await insertPublication(tx, {
    authority,
    desk,
    id,
    notice,
    place: place.trim(),
    on_day: on,
    by_account: by.id,
    by_name: by.name,
  })
}
