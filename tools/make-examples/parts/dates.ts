// Months and years without a clock: everything is counted from the round's own start.
import type { Random } from './random.ts'

/** The number of a month: 12 · year + month, from 0. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

export function monthText(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** A day of a month, the 1st to the 28th. */
export function dayIn(month: string, random: Random): string {
  return `${month}-${String(random.between(1, 28)).padStart(2, '0')}`
}
