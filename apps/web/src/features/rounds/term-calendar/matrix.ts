// The calendar's table as a grid that arrow keys walk: columns by year, cells found by place and period.
import type { readTermCalendar, ReplyOf } from '@shengmian/contract'
import type { Text } from '../../../lib/language.tsx'

export type TermCalendar = ReplyOf<typeof readTermCalendar>
export type Period = TermCalendar['periods'][number]
type Cell = TermCalendar['cells'][number]
type CellWindow = TermCalendar['windows'][number]

/** Where the reader stands: row −1 is no cell. */
export interface Spot {
  readonly row: number
  readonly column: number
}

const monthOf = (day: string): number => Number(day.slice(5, 7))

/** `4—6月`, or `4月` for a single month. */
export function periodShort({ start, end }: Pick<Period, 'start' | 'end'>): Text {
  const [first, last] = [monthOf(start), monthOf(end)]
  return first === last
    ? { zh: `${first}月`, en: start.slice(5, 7) }
    : { zh: `${first}—${last}月`, en: `${start.slice(5, 7)}–${end.slice(5, 7)}` }
}

export function periodName(period: Pick<Period, 'start' | 'end'>): Text {
  const year = period.start.slice(0, 4)
  const { zh, en } = periodShort(period)
  return { zh: `${year}年${zh}`, en: `${year} ${en}` }
}

/** The years over the columns, with how many periods each has. */
export function yearsOver(periods: readonly Period[]): readonly { readonly year: string; readonly span: number }[] {
  return [...Map.groupBy(periods, ({ start }) => start.slice(0, 4))].map(([year, own]) => ({ year, span: own.length }))
}

export type Cause = CellWindow['causes'][number]

export interface Grid {
  readonly cell: (place: string, period: string) => Cell | undefined
  readonly window: (place: string, period: string) => CellWindow | undefined
  /** Windows that every row has in the period: they stand once over the column. */
  readonly common: (period: string) => readonly Cause[]
  /** Windows of a row beyond those that all have. */
  readonly own: (place: string, period: string) => readonly Cause[]
}

export function gridOf({ cells, windows, rows }: Pick<TermCalendar, 'cells' | 'windows' | 'rows'>): Grid {
  const common = new Map(
    [...Map.groupBy(windows, ({ period }) => period)].map(([period, own]) => {
      const [first] = own
      const shared =
        own.length < rows.length
          ? []
          : (first?.causes ?? []).filter(({ text }) =>
              own.every(({ causes }) => causes.some((other) => other.text.zh === text.zh)),
            )
      return [period, shared]
    }),
  )
  const commonIn = (period: string): readonly Cause[] => common.get(period) ?? []
  const byCell = new Map(cells.map((cell) => [`${cell.place} ${cell.period}`, cell]))
  const byWindow = new Map(windows.map((window) => [`${window.place} ${window.period}`, window]))
  return {
    cell: (place, period) => byCell.get(`${place} ${period}`),
    window: (place, period) => byWindow.get(`${place} ${period}`),
    common: commonIn,
    own: (place, period) =>
      (byWindow.get(`${place} ${period}`)?.causes ?? []).filter(
        ({ text }) => !commonIn(period).some((shared) => shared.text.zh === text.zh),
      ),
  }
}

/** The spot that a key leads to, or null where the key does not walk. Home and End go along the row. */
export function walk({ row, column }: Spot, key: string, rows: number, columns: number): Spot | null {
  const at = (r: number, c: number): Spot => ({
    row: Math.min(Math.max(r, 0), rows - 1),
    column: Math.min(Math.max(c, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'Home':
      return at(row, 0)
    case 'End':
      return at(row, columns - 1)
    default:
      return null
  }
}

/** How full a period is, 0 to 1 for the bar; days that are lacking fill it. */
export function fullness({ used, days }: Pick<Period, 'used' | 'days'>): number {
  return days === 0 ? (used > 0 ? 1 : 0) : Math.min(1, used / days)
}

/** Sums over all levels of the official list. */
export function coverageSum(coverage: TermCalendar['coverage']): {
  readonly due: number
  readonly placed: number
  readonly inspected: number
} {
  const sum = { due: 0, placed: 0, inspected: 0 }
  for (const { due, placed, inspected } of coverage) {
    sum.due += due
    sum.placed += placed
    sum.inspected += inspected
  }
  return sum
}
