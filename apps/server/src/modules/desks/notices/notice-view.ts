import type { listNotices, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { rolesAt, type RoundRecord } from '../../rounds/index.ts'
import { findDeskOf } from '../desk/desk-store.ts'
import { noticesOf, publicationsOf } from './notice-store.ts'

type View = ReplyOf<typeof listNotices>

/** The texts of a round's desk and where they went, newest first. */
export async function viewNotices(tx: Transaction, round: RoundRecord, caller: string): Promise<View> {
  const desk = await findDeskOf(tx, round.id)
  const roles = await rolesAt(tx, round.authority)
  if (desk === null) return { items: [], mayWrite: false }
  const publications = await publicationsOf(tx, desk.code)
  const items = (await noticesOf(tx, desk.code)).map((row) => ({
    id: row.id,
    channel: row.channel as View['items'][number]['channel'],
    text: row.text,
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    state: row.state as View['items'][number]['state'],
    decidedBy: row.decided_name,
    opinion: row.opinion,
    mayDecide: roles.length > 0 && row.state === 'asked' && row.asked_by !== caller,
    publications: publications
      .filter(({ notice }) => notice === row.id)
      .map(({ id, place, on_day, by_name }) => ({ id, place, on: on_day, by: by_name })),
  }))
  return { items, mayWrite: roles.includes('office') }
}
