// Windows over the rows of a calendar: which cells are closed wholly, which in part, and why.
import type { readTermCalendar, ReplyOf } from '@shengmian/contract'
import type { CalendarGround } from './calendar-ground.ts'
import type { Period } from './periods.ts'
import { expandBlackouts, longestRun, type Blackout } from './window-days.ts'

type Windows = ReplyOf<typeof readTermCalendar>['windows']

/**
 * A cell is closed wholly where what covers all of its row leaves no stay; in part where days are gone, or a place inside the row has
 * a window of its own. `rows` are wire codes of counties or townships.
 */
export function windowsOfRows(
  { blackouts, firstYear, lastYear, settings }: CalendarGround,
  periods: readonly Period[],
  rows: readonly string[],
): Windows {
  const windows = expandBlackouts(blackouts, firstYear, lastYear)
  return rows.flatMap((row) => {
    const own = windows.filter(({ place }) => row.startsWith(place) || place.startsWith(row))
    return periods.flatMap((period) => {
      const here = own.filter(({ from, to }) => from <= period.end && to >= period.start)
      if (here.length === 0) return []
      const over = here.filter(({ place }) => row.startsWith(place))
      const { longest } = longestRun(period, over)
      return [
        {
          place: row,
          period: period.id,
          isWhole: longest < settings.stay,
          causes: here.map((window) => ({ kind: window.kind, text: textOf(window, row) })),
        },
      ]
    })
  })
}

function textOf({ place, from, to, reason, source }: Blackout, row: string): { zh: string; en: string } {
  const where = place.length > row.length ? [`（其中${place}）`, ` (in ${place})`] : ['', '']
  return {
    zh: `${reason} ${from}至${to}${where[0] ?? ''}，依据：${source}`,
    en: `${reason} ${from} to ${to}${where[1] ?? ''}; basis: ${source}`,
  }
}
