import { Problem as Refusal, type BodyOf, type sendLiaisonMessage as endpoint } from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { chargesInForce } from '../charges/charge-store.ts'
import { demandRole } from '../policy.ts'
import { acknowledgeRow, insertMessages, messagesOf, messagesTo } from './message-store.ts'

const HOURS = 24

export async function sendMessage(tx: Transaction, asked: BodyOf<typeof endpoint>, { by, at }: Acting): Promise<void> {
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  const known = new Map((await chargesInForce(tx, [authority], ['liaison'])).map((row) => [row.id, row]))
  const rows = asked.charges.map((id) => ({ id, row: known.get(id) }))
  const errors = rows.flatMap(({ id, row }) => {
    if (row === undefined) return [{ at: id, zh: '这位联络员已免去或不存在', en: 'this liaison is no longer named' }]
    if (row.account !== null) return []
    const zh = `${row.place_name}联络员${row.name}没有登录账号，收不到消息；请免去后带账号重新指定，或打电话`
    return [{ at: id, zh, en: `${row.name} has no account and cannot receive it; name the liaison anew with one, or call` }]
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  if ((await messagesOf(tx, authority, asked.id)).length > 0) throw new Refusal('already-there')
  await insertMessages(
    tx,
    rows.flatMap(({ row }) =>
      row === undefined || row.account === null
        ? []
        : [
            {
              authority,
              id: uuid(),
              message: asked.id,
              charge: row.id,
              account: row.account,
              place: row.place,
              text: asked.text.trim(),
              answer_hours: asked.answerHours ?? HOURS,
              recorded_by: by.id,
              recorded_name: by.name,
              sent_at: at,
            },
          ],
    ),
  )
}

/** Once: the time of an acknowledgement is part of the record. */
export async function acknowledgeMessage(tx: Transaction, id: string, reply: string | null, { by, at }: Acting): Promise<void> {
  if (await acknowledgeRow(tx, id, by.id, reply, at)) return
  const [own] = await messagesTo(tx, by.id, id)
  throw own !== undefined
    ? new Refusal('wrong-state', { zh: '已经签收', en: 'it was acknowledged already' })
    : new Refusal('not-found')
}
