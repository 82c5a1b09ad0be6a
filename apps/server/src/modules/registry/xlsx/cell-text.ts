// What stands in a cell of a workbook, before anybody asks what it should mean.
import { withoutTurning } from '@shengmian/contract'

/** A number that Excel shows as a date stays a number; `isDate` says how it was shown. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly isDate: boolean }
  | { readonly kind: 'truth'; readonly truth: boolean }
  /** `#REF!`, `#N/A` and the like. */
  | { readonly kind: 'fault'; readonly text: string }

/** A1 → [0, 0]; `null` where the text is no reference. */
export function cellPlace(reference: string): readonly [row: number, column: number] | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!match?.[1] || !match[2]) return null
  return [Number(match[2]) - 1, columnIndex(match[1])]
}

export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/**
 * Excel writes characters that XML forbids as `_x000D_`, and a literal `_x` as `_x005F_x`. What turns the direction of text goes: programs
 * copy it into cells unseen.
 */
export function unescapeText(text: string): string {
  return withoutTurning(
    text.includes('_x')
      ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : text,
  )
}

/** Days since the start of the calendar of a workbook; 1904 shifts by four years. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (days < 61 || days > 109_574) return null
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}
