// Who answers for a unit: its own daily supervisor before that of its place, the smaller place before the larger.
import type { Transaction } from '../../../platform/transaction.ts'
import { chargesInForce, type ChargeRow } from './charge-store.ts'

const SIZES = ['village', 'township', 'county', 'city', 'province'] as const
const DIGITS = { village: 1, township: 1e3, county: 1e6, city: 1e8, province: 1e10 } as const

interface Unit {
  readonly unit: string
  readonly place: number
}

/** Prepares the look-up over what is in force at an authority and the caller sees; `null` = nobody is named. */
export async function prepareCharges(
  tx: Transaction,
  authorities: readonly number[],
): Promise<(kind: 'daily-supervisor' | 'liaison', authority: number, unit: Unit) => ChargeRow | null> {
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
  for (const level of SIZES) {
    const size = DIGITS[level]
    const found = rows.find(
      (row) => row.unit === null && row.level === level && row.place <= unit.place && unit.place < row.place + size,
    )
    if (found !== undefined) return found
  }
  return null
}
