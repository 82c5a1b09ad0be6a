import type { listPosters, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findDeskOf } from '../desk/desk-store.ts'
import { placesOf, postersOf, revocationsOf } from './poster-store.ts'

type View = ReplyOf<typeof listPosters>

/** The printed codes of a round's desk, and the places that it inspects. */
export async function viewPosters(tx: Transaction, round: string): Promise<View> {
  const desk = await findDeskOf(tx, round)
  const places = (await placesOf(tx, round)).map(({ unit, name, village }) => ({ unit, name, village }))
  if (desk === null) return { items: [], places }
  const revoked = new Map((await revocationsOf(tx, desk.code)).map((row) => [row.poster, row]))
  const items = (await postersOf(tx, desk.code)).map(({ code, medium, unit, village, place, by_name, made_on }) => {
    const gone = revoked.get(code)
    return {
      code,
      unit,
      village,
      place,
      medium: medium as View['items'][number]['medium'],
      by: by_name,
      madeOn: made_on,
      revoked: gone === undefined ? null : { on: gone.day, reason: gone.reason, by: gone.by_name },
    }
  })
  return { items, places }
}
