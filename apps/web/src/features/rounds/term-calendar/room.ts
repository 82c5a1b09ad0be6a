import type { Period, TermCalendar } from './matrix.ts'
import type { Pick } from './pick.ts'

/** Team-days that are left in a period of the supply that these draw on: of the level above, of the county and whom it shares with, or of all. */
export function roomIn(
  { settings, supplies, periods }: TermCalendar,
  period: Period,
  { place, picked }: { readonly place: string; readonly picked: readonly Pick[] },
): number {
  const isAbove = settings.lookBack?.by === 'above' && picked.length > 0 && picked.every(({ kind }) => kind === 'look-back')
  if (isAbove && period.above !== null) return period.above.days - period.above.used
  const own = supplies.find(({ counties }) => counties.includes(place.slice(0, 6)))
  const { days, used } = own?.periods[periods.indexOf(period)] ?? period
  return days - used
}
