// A term cut into periods of whole months. An id says which months it is, since the engine names periods by it.
export interface Period {
  readonly id: string
  readonly start: string
  readonly end: string
}

/** The periods of the years, each of so many months: `2026-01~03`, or `2026-01` for a single month. */
export function periodsOf(firstYear: number, lastYear: number, months: number): readonly Period[] {
  const each = 12 / months
  return Array.from({ length: (lastYear - firstYear + 1) * each }, (_, k) => {
    const year = firstYear + Math.floor(k / each)
    const first = (k % each) * months + 1
    const last = first + months - 1
    const start = `${year}-${two(first)}-01`
    // the day before the first of the next month
    const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10)
    return { id: months === 1 ? start.slice(0, 7) : `${start.slice(0, 7)}~${two(last)}`, start, end }
  })
}

const two = (n: number): string => String(n).padStart(2, '0')
