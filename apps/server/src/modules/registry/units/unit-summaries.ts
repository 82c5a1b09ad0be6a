// Units in few words, for modules that plan rounds over them.
import { levelOf, placeNumber, placeRange, wireCode, type PlaceLevel } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import {
  selectDueUnitRows,
  selectDueUnits,
  selectDueUnitsById,
  selectNeverInspected,
  selectUnits,
  selectUnitsById,
  type DueUnitRow,
  type UnitRow,
} from './unit-store.ts'

export interface UnitSummary {
  readonly id: string
  readonly name: string
  readonly place: number
  readonly county: number
  readonly level: PlaceLevel
}

function unitSummary({ id, name, place, county }: Pick<UnitRow, 'id' | 'name' | 'place' | 'county'>): UnitSummary {
  return { id, name, place, county, level: levelOf(wireCode(place)) }
}

/** The units of these ids that the caller may see, in the order asked; unknown ids are absent. */
export async function findUnits(tx: Transaction, ids: readonly string[]): Promise<readonly UnitSummary[]> {
  const found = new Map((await selectUnitsById(tx, ids)).map((row) => [row.id, unitSummary(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const most = 5000

/** What a round over a place and its villages (巡镇带村) takes: the units of the place itself, every village and community below. */
export async function unitsBelow(tx: Transaction, code: string): Promise<readonly UnitSummary[]> {
  const { lo, hi } = { lo: placeNumber(code), hi: placeRange(code).hi }
  const rows = await selectUnits(tx, { lo, hi }, null, most)
  return rows
    .filter(({ place, kind }) => (place === lo && kind !== 'other') || kind === 'village' || kind === 'community')
    .map(unitSummary)
}

/** How many units of each level a place holds; farms and quarters of the register of places count under "other". */
export async function unitsDue(
  tx: Transaction,
  code: string,
): Promise<readonly { readonly level: 'county' | 'township' | 'village' | 'other'; readonly due: number }[]> {
  return selectDueUnits(tx, rangeOf(code).lo, rangeOf(code).hi)
}

/** Every active unit of a place with its level and class, in the order of places, at most `limit`: the official list that a term covers. */
export async function dueUnits(tx: Transaction, code: string, limit: number): Promise<readonly DueUnitRow[]> {
  return selectDueUnitRows(tx, rangeOf(code).lo, rangeOf(code).hi, limit)
}

/** Of these units the active ones of a place, with level and class. */
export async function dueUnitsById(tx: Transaction, code: string, ids: readonly string[]): Promise<readonly DueUnitRow[]> {
  return selectDueUnitsById(tx, rangeOf(code).lo, rangeOf(code).hi, ids)
}

/** Units that nobody has inspected as far as is known, in the order of their places, and how many there are. */
export async function neverInspected(
  tx: Transaction,
  code: string,
  page: { readonly level?: 'county' | 'township' | 'village' | 'other'; readonly after?: string; readonly limit: number },
): Promise<{ readonly items: readonly (UnitSummary & { readonly lastInspected: string | null })[]; readonly total: number }> {
  const { lo, hi } = rangeOf(code)
  const { rows, total } = await selectNeverInspected(tx, lo, hi, page.level ?? null, page.after ?? null, page.limit)
  return { items: rows.map((row) => ({ ...unitSummary(row), lastInspected: null })), total }
}

function rangeOf(code: string) {
  return code === '00' ? { lo: 0, hi: 999_999_999_999 } : { lo: placeNumber(code), hi: placeRange(code).hi }
}
