// Codes and months, read for verify alone: it shares no code with the solver.
import type { PlaceLevel } from '../problem.ts'

const DIGITS: Readonly<Record<PlaceLevel, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 }

/** A code cut to the level; a shorter code is its own region there. */
export function cut(code: string, level: PlaceLevel): string {
  return code.slice(0, DIGITS[level])
}

/** Whether the code is at the level or finer: 421003 reaches the county, 4210 does not. */
export function reaches(code: string, level: PlaceLevel): boolean {
  return code.length >= DIGITS[level]
}

export function liesIn(code: string, region: string): boolean {
  return code.startsWith(region)
}

/** The code itself, then every shorter code that begins it, nearest first. */
export function selfAndAncestors(code: string): string[] {
  return [code, ...[9, 6, 4, 2].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits))]
}

/** 12·year + month of a `YYYY-MM` or `YYYY-MM-DD`. */
export function monthNumber(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7))
}
