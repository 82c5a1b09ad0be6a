import { placeCode, wireCode } from '../../../platform/places.ts'

interface Placed {
  readonly place: number
  readonly level: 'province' | 'city' | 'county' | 'township' | 'village'
}

/** The region of a unit as the engines read it: its place at its own level. */
export function regionOf(unit: Placed): string {
  const code = placeCode(unit.place, unit.level)
  // 441900 is a city and a county of one number: the county is what recusal compares
  return unit.level === 'city' ? wireCode(unit.place) : code
}
