// A place is closed to a person, and opened again, by name and with a reason. The database then refuses rows there whatever orders say.
import { Problem, type Recusal } from '@shengmian/contract'
import { levelOf, placeNumber } from '../../platform/places.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { endRecusal, findRecusals, insertRecusal, readRecusal } from './recusal-store.ts'
import { recusalView } from './views.ts'

export interface RecusalWish {
  readonly id: string
  readonly person: string
  readonly place: string
  readonly basis: string
}

export async function recordRecusal(tx: Transaction, wish: RecusalWish, by: string): Promise<Recusal> {
  const { place, ...rest } = wish
  if (!(await insertRecusal(tx, { ...rest, place: placeNumber(place), level: levelOf(place), by })))
    throw new Problem('not-found')
  return recusalView(await readRecusal(tx, wish.id))
}

export async function liftRecusal(tx: Transaction, id: string, reason: string, by: string): Promise<Recusal> {
  const row = await readRecusal(tx, id)
  if (row.lifted_at !== null) throw new Problem('wrong-state', { zh: '回避已经解除', en: 'The recusal has been lifted already' })
  if (!(await endRecusal(tx, id, by, reason))) throw new Problem('not-allowed')
  return recusalView(await readRecusal(tx, id))
}

/** A page of recusals; the cursor is the id of the last. */
export async function listRecusals(
  tx: Transaction,
  query: { readonly cursor?: string; readonly limit: number; readonly person?: string },
) {
  if (query.cursor !== undefined && !/^[0-9a-f-]{36}$/.test(query.cursor)) throw new Problem('bad-cursor')
  const rows = await findRecusals(tx, { before: query.cursor, limit: query.limit + 1, person: query.person })
  const shown = rows.slice(0, query.limit)
  return { items: shown.map(recusalView), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}
