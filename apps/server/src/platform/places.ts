// A place code is a string of 2, 4, 6, 9 or 12 digits on the wire and a 12-digit number in the database,
// so that every scope is one range `place between lo and hi`.

export const PLACE_LEVELS = ['province', 'city', 'county', 'township', 'village'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

const DIGITS: Readonly<Record<PlaceLevel, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 }

/** The level that a wire code's length stands for. Throws on a length that no level has. */
export function levelOf(code: string): PlaceLevel {
  const level = PLACE_LEVELS.find((candidate) => DIGITS[candidate] === code.length)
  if (level === undefined) throw new Error(`no level has codes of ${code.length} digits`)
  return level
}

/** The 12-digit number of a wire code: the lowest number of its range. */
export function placeNumber(code: string): number {
  return Number(code.padEnd(12, '0'))
}

/** The range of numbers that a wire code covers, itself included. */
export function placeRange(code: string): { readonly lo: number; readonly hi: number } {
  return { lo: placeNumber(code), hi: Number(code.padEnd(12, '9')) }
}

/** The wire code of a number at a level. */
export function placeCode(number: number, level: PlaceLevel): string {
  return String(number).padStart(12, '0').slice(0, DIGITS[level])
}

/** The wire code cut to a level; a code shorter than the level stays as it is. */
export function cutTo(code: string, level: PlaceLevel): string {
  return code.slice(0, DIGITS[level])
}
