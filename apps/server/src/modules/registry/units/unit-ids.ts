// The id of a village's unit carries its code, so it can be computed anywhere and needs no look-up.
import { countyOf } from '../../../platform/places.ts'

const prefix = '00000000-0000-8000-8000-'

/** The county in which to look for a unit, or null where only the database knows. */
export function countyOfUnit(id: string): number | null {
  return id.startsWith(prefix) ? countyOf(Number(id.slice(prefix.length))) : null
}

/** The id of the unit that a village or community is. */
export function unitOfVillage(code: string): string {
  return prefix + code
}
