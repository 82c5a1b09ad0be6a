import type { ChargeKind, nameCharge, readOwnAreas, ReplyOf } from '@shengmian/contract'
import { placeCode, wireCode, type PlaceLevel } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import { areaItems, chargesOf, ownChargesOf, type ChargeRow } from './charge-store.ts'

type View = ReplyOf<typeof nameCharge>
type Areas = ReplyOf<typeof readOwnAreas>

/** Everything that is and was held at an authority. */
export async function viewChargesAt(tx: Transaction, authority: number): Promise<View[]> {
  return viewCharges(tx, await chargesOf(tx, authority))
}

export async function viewCharges(tx: Transaction, rows: readonly ChargeRow[]): Promise<View[]> {
  const units = await findUnits(
    tx,
    rows.flatMap(({ unit }) => (unit === null ? [] : [unit])),
  )
  const name = await placeNames(
    tx,
    rows.map((row) => row.authority),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ChargeKind,
    authority: name(wireCode(row.authority)),
    place: { code: placeCode(row.place, row.level as PlaceLevel), name: row.place_name },
    unit: row.unit === null ? null : { id: row.unit, name: units.find(({ id }) => id === row.unit)?.name ?? row.unit },
    name: row.name,
    title: row.title,
    phone: row.phone,
    hasAccount: row.account !== null,
    recordedBy: row.recorded_name,
    recordedAt: row.recorded_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
  }))
}

/** The caller's areas with what lies in them today. */
export async function viewOwnAreas(tx: Transaction, account: string, day: string): Promise<Areas> {
  const [charges, rows] = [await ownChargesOf(tx, account, 'area-leader'), await areaItems(tx)]
  const units = new Map((await findUnits(tx, [...new Set(rows.map(({ unit }) => unit))])).map((unit) => [unit.id, unit.name]))
  const name = await placeNames(tx, [...rows.map(({ place }) => place), ...charges.map(({ authority }) => authority)])
  const items = rows.map((row) => ({
    kind: row.kind,
    unit: row.unit,
    name: units.get(row.unit) ?? row.unit,
    place: name(wireCode(row.place)),
    charge: row.charge,
    since: row.since,
    due: row.due,
    isOverdue: row.due < day,
    supervisor: row.supervisor,
  }))
  return {
    areas: charges.map((charge) => {
      const own = items.filter((item) => item.charge === charge.id)
      return {
        charge: charge.id,
        place: { code: placeCode(charge.place, charge.level as PlaceLevel), name: charge.place_name },
        authority: name(wireCode(charge.authority)),
        items: own.length,
        overdue: own.filter(({ isOverdue }) => isOverdue).length,
      }
    }),
    items,
  }
}
