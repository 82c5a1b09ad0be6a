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
  if (years === 0) return { zh: `${rest}个月`, en: `${rest} months` }
  if (rest === 0) return { zh: `${years}年`, en: `${years} years` }
  return { zh: `${years}年${rest}个月`, en: `${years} years ${rest} months` }
}
