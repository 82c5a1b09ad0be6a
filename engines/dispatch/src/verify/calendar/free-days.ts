// Counts days one by one, as somebody with a calendar on the wall would.
import type { CalendarProblem } from '../../calendar/problem.ts'

type Blackout = CalendarProblem['blackouts'][number]
type Unit = CalendarProblem['units'][number]

const DAY_MS = 86_400_000

/** The longest run of days in the period without a blackout over the region, the days of the period, and who takes days away. */
export function freeDays(
  { blackouts }: CalendarProblem,
  { region }: Unit,
  { start, end }: CalendarProblem['periods'][number],
): { readonly longest: number; readonly all: number; readonly closing: readonly Blackout[] } {
  const closing = blackouts.filter((own) => region.startsWith(own.region) && own.from <= end && own.to >= start)
  let [longest, run, all] = [0, 0, 0]
  for (let time = Date.parse(`${start}T00:00:00Z`); time <= Date.parse(`${end}T00:00:00Z`); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10)
    all += 1
    run = closing.some(({ from, to }) => from <= day && day <= to) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return { longest, all, closing }
}
