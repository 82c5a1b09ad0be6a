// A division code on the wire (2, 4, 6, 9 or 12 digits by level) and its number in the database (always 12 digits).
// A scope is then one range of numbers: `place between lo and hi`.

/** Province, city, county, township, village: the level is the number of digits. */
export type PlaceLevel = 1 | 2 | 3 | 4 | 5
const digitsOfLevel = [0, 2, 4, 6, 9, 12] as const

export interface PlaceRange {
  readonly lo: number
  readonly hi: number
}

/** The level of a wire code by its length, or null where the text is no division code at all. */
export function placeLevel(code: string): PlaceLevel | null {
  if (!/^\d+$/.test(code)) return null
  const level = (digitsOfLevel as readonly number[]).indexOf(code.length)
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : null
}

/** The 12-digit number under which the database keeps a wire code. */
export function placeNumber(code: string): number {
  if (placeLevel(code) === null) throw new Error(`not a division code: ${code}`)
  return Number(code.padEnd(12, '0'))
}

/** All numbers of the place and of everything inside it. */
export function placeRange(code: string): PlaceRange {
  return { lo: placeNumber(code), hi: Number(code.padEnd(12, '9')) }
}

/**
 * Places whose own code ends in the zeros that pad a shorter one: three cities without counties (东莞, 中山, 儋州), each a
 * county of its own, and 金门县. The number alone cannot tell the two apart; all readings cover the same ground, and the
 * county is the one that recusal compares.
 */
const countiesOfOneNumber = new Set([441_900_000_000, 442_000_000_000, 460_400_000_000, 350_527_000_000])

/** The level of a number where nothing else tells it. */
function levelOfNumber(place: number): PlaceLevel {
  if (countiesOfOneNumber.has(place)) return 3
  if (place % 1e10 === 0) return 1
  if (place % 1e8 === 0) return 2
  if (place % 1e6 === 0) return 3
  return place % 1000 === 0 ? 4 : 5
}

/** The wire code of a number; `level` where it is known, else the level that its zeros tell. */
export function placeCode(place: number, level: PlaceLevel = levelOfNumber(place)): string {
  return String(place).padStart(12, '0').slice(0, digitsOfLevel[level])
}

/** The county (6 digits) that a place lies in; for a province or a city its own code with zeros: the level's own bodies. */
export function countyOfPlace(place: number): number {
  return Math.floor(place / 1e6)
}
