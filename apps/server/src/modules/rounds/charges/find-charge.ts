// Who answers for a unit: its own daily supervisor before that of its place, the smaller place before the larger.
import { PLACE_LEVELS, placeCode, placeRange, type PlaceLevel } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { chargesInForce, type ChargeRow } from './charge-store.ts'

const SMALLEST_FIRST = PLACE_LEVELS.toReversed()

interface Unit {
  readonly unit: string
  readonly place: number
}

/** Who answers for a unit of an authority, of what the caller sees; `null` = nobody is named. */
export type FindCharge = (kind: 'daily-supervisor' | 'liaison', authority: number, unit: Unit) => ChargeRow | null

/** Prepares the look-up over what is in force at the authorities. */
export async function prepareCharges(tx: Transaction, authorities: readonly number[]): Promise<FindCharge> {
  const rows = await chargesInForce(tx, authorities, ['daily-supervisor', 'liaison'])
  return (kind, authority, unit) =>
    nearest(
      rows.filter((row) => row.kind === kind && row.authority === authority),
      unit,
    )
}

/** Who heads the leading group of an authority by its roster; `null` = nobody is named. */
export async function leaderOf(tx: Transaction, authority: number): Promise<ChargeRow | null> {
  const [leader] = await chargesInForce(tx, [authority], ['group-leader'])
  return leader ?? null
}

export function nearest<T extends Pick<ChargeRow, 'unit' | 'place' | 'level'>>(rows: readonly T[], unit: Unit): T | null {
  const own = rows.find((row) => row.unit === unit.unit)
  if (own !== undefined) return own
  for (const level of SMALLEST_FIRST) {
    const found = rows.find((row) => row.unit === null && row.level === level && covers(row.place, level, unit.place))
    if (found !== undefined) return found
  }
  return null
}

function covers(place: number, level: PlaceLevel, of: number): boolean {
  const { lo, hi } = placeRange(placeCode(place, level))
  return lo <= of && of <= hi
}
