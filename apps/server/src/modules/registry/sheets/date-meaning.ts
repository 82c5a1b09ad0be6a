// Dates and months as people write them: 2024-06, 2024.06, 2024年6月, 2024/6/1, 20240601, or a number that Excel shows as a date.
import { dayOfSerial, type CellValue } from '../xlsx/cell-text.ts'
import { cellText, type Read } from './cell-meaning.ts'

/** A day, `YYYY-MM-DD`. */
export function readDay(cell: CellValue, is1904: boolean): Read<string> {
  const serial = serialDay(cell, is1904)
  const day = serial ?? parseDay(cellText(cell, is1904))
  if (day !== null) return { value: day }
  const text = cellText(cell, is1904)
  return { fault: { zh: `“${text}”不是日期，请写成 2024-06-01`, en: `"${text}" is no day: write 2024-06-01` } }
}

/** A month, `YYYY-MM`. */
export function readMonth(cell: CellValue, is1904: boolean): Read<string> {
  if (cell.kind === 'number' && !cell.isDate && isLostZero(cell.number)) {
    const text = String(cell.number)
    return {
      fault: {
        zh: `“${text}”分不清是1月还是10月，请写成 ${text.slice(0, 4)}-01 或 ${text.slice(0, 4)}-10`,
        en: `"${text}" may be January or October: write ${text.slice(0, 4)}-01 or ${text.slice(0, 4)}-10`,
      },
    }
  }
  const serial = serialDay(cell, is1904)
  const month = serial?.slice(0, 7) ?? parseMonth(cellText(cell, is1904))
  if (month !== null) return { value: month }
  const text = cellText(cell, is1904)
  return { fault: { zh: `“${text}”不是年月，请写成 2024-06`, en: `"${text}" is no month: write 2024-06` } }
}

/** Excel drops the last zero of 2024.10 typed as a number, and then nobody can tell which month was meant. */
function isLostZero(number: number): boolean {
  return number >= 1900 && number < 2100 && /^\d{4}\.1$/.test(String(number))
}

/** Only numbers in the range of the years 1955 to 2064 are taken for serial days where Excel does not show them as dates. */
function serialDay(cell: CellValue, is1904: boolean): string | null {
  if (cell.kind !== 'number') return null
  if (!cell.isDate && (cell.number < 20_000 || cell.number > 60_000)) return null
  return dayOfSerial(cell.number, is1904)
}

/** A day in one of the written forms, or null. A two-digit month or day may lack its zero. */
export function parseDay(text: string): string | null {
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const [, year, month, day] = match ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? null : written
}

/** A month in one of the written forms, or null; a whole day gives its month. */
export function parseMonth(text: string): string | null {
  const match = /^(\d{4})[-./年](\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  const [, year, month] = match ?? []
  if (year === undefined || month === undefined) return parseDay(text)?.slice(0, 7) ?? null
  return Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 1900 && Number(year) < 2100
    ? `${year}-${month.padStart(2, '0')}`
    : null
}
