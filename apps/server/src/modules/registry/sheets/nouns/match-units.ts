// Finds the units that rows of a sheet mean: a village by its code, anything else by place and name.
import { placeNumber } from '../../../../platform/places.ts'
import type { Transaction } from '../../../../platform/transaction.ts'
import { placeRegister } from '../../places/place-register.ts'
import { shortName } from '../../places/short-name.ts'
import { unitOfVillage } from '../../units/unit-ids.ts'
import { selectUnitsById, selectUnitsByName, type UnitRow } from '../../units/unit-store.ts'

export interface UnitWanted {
  readonly place: string | null
  readonly unit: string | null
}

/** How a row names its unit; two rows of one key mean the same unit. */
export function unitKeyOf({ place, unit }: UnitWanted): string {
  return isVillage({ place, unit }) ? (place ?? '') : `${place ?? ''} ${unit ?? ''}`
}

/** A row means the village itself when it gives its code and no other name. */
export function isVillage({ place, unit }: UnitWanted): boolean {
  if (place === null || place.length !== 12) return false
  const name = placeRegister().find(place)?.name ?? ''
  return unit === null || unit === name || shortName(unit) === shortName(name)
}

/** The units of rows, by `unitKeyOf`; what the register does not hold, or the caller may not see, is missing. */
export async function matchUnits(tx: Transaction, wanted: readonly UnitWanted[]): Promise<ReadonlyMap<string, UnitRow>> {
  const villages = wanted.flatMap((one) => (isVillage(one) && one.place !== null ? [unitOfVillage(one.place)] : []))
  const named = wanted.flatMap((one) =>
    !isVillage(one) && one.place !== null && one.unit !== null
      ? [{ place: placeNumber(one.place), name: one.unit, key: unitKeyOf(one) }]
      : [],
  )
  const units = new Map((await selectUnitsById(tx, [...new Set(villages)])).map((unit) => [unit.id.slice(-12), unit]))
  const others = new Map(
    (named.length === 0 ? [] : await selectUnitsByName(tx, named)).map((unit) => [`${unit.place} ${unit.name}`, unit]),
  )
  for (const { place, name, key } of named) {
    const unit = others.get(`${place} ${name}`)
    if (unit !== undefined) units.set(key, unit)
  }
  return units
}
