import type { PlaceCode, PlaceLevel } from './types.ts'

const DIGITS = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const satisfies Record<PlaceLevel, number>

/** The code cut to a level; a code shorter than the level is its own region there. Zeros are never stripped. */
export function cutTo(level: PlaceLevel, code: PlaceCode): PlaceCode {
  return code.slice(0, DIGITS[level])
}

/** Whether the code names a place of this level or a finer one. */
export function isAtLeast(level: PlaceLevel, code: PlaceCode): boolean {
  return code.length >= DIGITS[level]
}

/** Whether a place lies in (or is) a region. */
export function liesIn(region: PlaceCode, code: PlaceCode): boolean {
  return code.startsWith(region)
}

/** The level that a code of this length names. */
export function levelOf(code: PlaceCode): PlaceLevel {
  if (code.length <= DIGITS.province) return 'province'
  if (code.length <= DIGITS.city) return 'city'
  if (code.length <= DIGITS.county) return 'county'
  return code.length <= DIGITS.township ? 'township' : 'village'
}
