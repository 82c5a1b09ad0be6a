// A body's place with its level: on the wire a code by whose length the level is known, `00` for the whole country.
import { levelOf, placeCode, placeNumber, type PlaceLevel } from '../../platform/places.ts'

export interface Authority {
  readonly authority: number
  readonly level: PlaceLevel | 'nation'
}

const NATION = '00'

export function authorityOf(code: string): Authority {
  return code === NATION ? { authority: 0, level: 'nation' } : { authority: placeNumber(code), level: levelOf(code) }
}

export function codeOfAuthority(authority: number, level: string): string {
  return level === 'nation' ? NATION : placeCode(authority, level as PlaceLevel)
}

/** The code of a body that is kept as a number alone: the shortest of which it is the lowest. */
export function codeOfBody(authority: number): string {
  const digits = String(authority).padStart(12, '0')
  const length = [2, 4, 6, 9].find((candidate) => /^0*$/.test(digits.slice(candidate)))
  return digits.slice(0, length ?? 12)
}
