// Postings are dated by month, and their length and age are differences of whole months: no day counts, no time zones.

/** The number of a month, 12·year + month, from `YYYY-MM` or a day `YYYY-MM-DD`. */
export function monthNumber(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7))
}

/** "2016年3月". */
export function monthZh(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月`
}

/** A number of months as years and months in both languages. */
export function spanOf(months: number): { readonly zh: string; readonly en: string } {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const zh = `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}个月` : ''}`
  const parts = [...(years > 0 ? [counted(years, 'year')] : []), ...(rest > 0 || years === 0 ? [counted(rest, 'month')] : [])]
  return { zh, en: parts.join(' ') }
}

function counted(count: number, unit: 'year' | 'month'): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
