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

/**
 * Numbers that two levels share, because the longer code ends in the zeros that pad the shorter one: the cities without counties
 * (东莞, 中山, 儋州), each one county of its own, and 金门县. Both readings cover the same ground; the county is what recusal compares.
 */
const READ_AS_COUNTY = new Set([441_900_000_000, 442_000_000_000, 460_400_000_000, 350_527_000_000])

/** The wire code of a number where nothing but its zeros tells the level: 421003105000 → 421003105. */
export function wireCode(number: number): string {
  if (READ_AS_COUNTY.has(number)) return placeCode(number, 'county')
  if (number % 1e10 === 0) return placeCode(number, 'province')
  if (number % 1e8 === 0) return placeCode(number, 'city')
  if (number % 1e6 === 0) return placeCode(number, 'county')
  return placeCode(number, number % 1000 === 0 ? 'township' : 'village')
}

/** Six digits of the county that a place lies in; a province or a city office has its own code with zeros instead. */
export function countyOf(number: number): number {
  return Math.floor(number / 1e6)
}
