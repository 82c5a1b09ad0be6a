import type { Unit, UnitClass, UnitKind } from '@shengmian/contract'
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts'
import { placeNumber, placeRange } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace } from '../places/place-register.ts'
import { selectUnitCounts, selectUnits } from './unit-store.ts'
import { unitView } from './unit-views.ts'

export interface UnitQuery {
  readonly within: string
  readonly kind?: UnitKind | undefined
  readonly class?: UnitClass | 'unknown' | undefined
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** Units inside a place, in the order of their places: a township's own committee before its villages. */
export async function listUnits(tx: Transaction, query: UnitQuery): Promise<{ items: Unit[]; next: string | null }> {
  demandPlace(query.within, 'query/within')
  const after = decodeCursor(query.cursor, ['number', 'string'])
  const limit = query.limit ?? 50
  const { lo, hi } = rangeOf(query.within)
  const rows = await selectUnits(
    tx,
    { lo, hi, kind: query.kind, class: query.class, q: query.q?.trim() === '' ? undefined : query.q?.trim() },
    after === null ? null : { place: Number(after[0]), id: String(after[1]) },
    limit + 1,
  )
  const page = pageOfRows(rows, limit, (row) => [row.place, row.id])
  return { items: page.items.map(unitView), next: page.next }
}

/** How many units a place has, by kind and by class. */
export async function countUnits(tx: Transaction, within: string) {
  demandPlace(within, 'query/within')
  const { lo, hi } = rangeOf(within)
  const kinds: Record<string, number> = {}
  const classes: Record<string, number> = {}
  let total = 0
  for (const row of await selectUnitCounts(tx, lo, hi)) {
    const name = row.class ?? 'unknown'
    kinds[row.kind] = (kinds[row.kind] ?? 0) + row.count
    classes[name] = (classes[name] ?? 0) + row.count
    total += row.count
  }
  return { total, kinds, classes }
}

/** A township covers the committee that has its very code, since that code is the lowest number of its range; 00 is the country. */
function rangeOf(code: string): { readonly lo: number; readonly hi: number } {
  return code === '00' ? { lo: 0, hi: 999_999_999_999 } : { lo: placeNumber(code), hi: placeRange(code).hi }
}
