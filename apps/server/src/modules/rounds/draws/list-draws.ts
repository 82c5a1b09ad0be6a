import type { ReplyOf, readDraw } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { drawsOf, seatsOfAccount } from './draw-store.ts'
import { viewDraw } from './draw-view.ts'
import { gatherDraw } from './gather-draw.ts'
import { mayConduct } from './hold-draw.ts'

type View = ReplyOf<typeof readDraw>

/** The draws of a round, newest first. */
export async function listDrawsOf(tx: Transaction, round: string, caller: string): Promise<View[]> {
  const rows = await drawsOf(tx, round)
  return viewAll(
    tx,
    rows.map((row) => row.id),
    caller,
  ).then((views) => views.toReversed())
}

/** Draws in which the caller has a seat, newest first. */
export async function listSeats(tx: Transaction, caller: string): Promise<View[]> {
  const seats = await seatsOfAccount(tx, caller)
  return viewAll(
    tx,
    seats.map((seat) => seat.draw),
    caller,
  )
}

async function viewAll(tx: Transaction, ids: readonly string[], caller: string): Promise<View[]> {
  const views: View[] = []
  for (const id of ids) {
    const draw = await gatherDraw(tx, id)
    views.push(viewDraw(draw, caller, await mayConduct(tx, draw)))
  }
  return views
}
