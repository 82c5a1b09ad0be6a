import { Problem, type BodyOf, type decideNotice as decideEndpoint, type writeNotice as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { demandDesk } from '../demand-desk.ts'
import { insertNotice, noticesOf, updateNotice, type NoticeRow } from './notice-store.ts'
import { saysWhereFrom } from './says-where-from.ts'

/** Hands a text in. One that does not say where the team is from is refused here, so that nobody can approve it. */
export async function writeNotice(
  tx: Transaction,
  round: RoundRecord,
  { id, channel, text }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round.id)
  if (!saysWhereFrom(text, desk.sender))
    throw new Problem('unfit', {
      errors: [
        {
          at: 'text',
          zh: `没有写明巡察组来自${desk.sender}，不能发布`,
          en: `it does not say that the team is from ${desk.sender}, so it cannot go out`,
        },
      ],
    })
  await insertNotice(tx, {
    authority: desk.authority,
    desk: desk.code,
    id,
    channel,
    text: text.trim(),
    asked_by: by.id,
    asked_name: by.name,
    asked_at: at,
  })
}

/** Approves a text as it stands or declines it; never by whoever wrote it. */
export async function decideNotice(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  { approve, opinion }: BodyOf<typeof decideEndpoint>,
  { by, at }: Acting,
): Promise<void> {
  const notice = await demandNotice(tx, round.id, id)
  if (notice.state !== 'asked') throw new Problem('wrong-state')
  if (notice.asked_by === by.id)
    throw new Problem('not-allowed', { zh: '文稿不能由拟稿人自己批准', en: 'Whoever wrote a text cannot approve it' })
  await updateNotice(tx, notice, {
    state: approve ? 'approved' : 'refused',
    decided_by: by.id,
    decided_name: by.name,
    decided_at: at,
    opinion,
  })
}

export async function demandNotice(tx: Transaction, round: string, id: string): Promise<NoticeRow> {
  const desk = await demandDesk(tx, round)
  const notice = (await noticesOf(tx, desk.code)).find((one) => one.id === id)
  if (notice === undefined) throw new Problem('not-found')
  return notice
}
