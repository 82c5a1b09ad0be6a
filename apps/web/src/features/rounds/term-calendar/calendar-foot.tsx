import { useText } from '../../../lib/language.tsx'
import { coverageSum, fullness, periodName, type TermCalendar } from './matrix.ts'
import { lookBackTexts, texts } from './texts.ts'

/** Under every period: its units, its team-days and how full it is. Counts are of the whole plan, whichever county is shown. */
export function CalendarFoot({ calendar }: { readonly calendar: TermCalendar }) {
  const t = useText()
  const { periods, coverage, lookBacks } = calendar
  const { due, placed } = coverageSum(coverage)
  const sum = (what: 'used' | 'days'): string =>
    periods.reduce((total, period) => total + (period.isPast && what === 'days' ? 0 : period[what]), 0).toLocaleString('en')
  const title = (period: TermCalendar['periods'][number]): string =>
    t(texts.use, { period: t(periodName(period)), units: period.units, used: period.used, days: period.days })
  return (
    <tfoot>
      <tr>
        <th scope="row" className="term-calendar-place">
          {t(calendar.within === null ? texts.units : texts.unitsAll)}
        </th>
        {periods.map((period) => (
          <td key={period.id} className="number" title={title(period)}>
            {period.units}
          </td>
        ))}
        <td className="right number">
          {placed}/{due}
        </td>
      </tr>
      {lookBacks === null ? null : (
        <tr>
          <th scope="row" className="term-calendar-place">
            {t(lookBackTexts.row)}
          </th>
          {periods.map(({ id, lookBacks: again, above }) => (
            <td key={id} className="number" title={above === null ? '' : t(lookBackTexts.rowWhy, above)}>
              {again}
            </td>
          ))}
          <td className="right number">
            {lookBacks.placed}/{lookBacks.due}
          </td>
        </tr>
      )}
      <tr>
        <th scope="row" className="term-calendar-place">
          {t(texts.used)}
        </th>
        {periods.map((period) => (
          <td key={period.id} className={period.used > period.days && !period.isPast ? 'number is-short' : 'number'}>
            <span title={title(period)}>{period.used}</span>
            <svg viewBox="0 0 40 4" preserveAspectRatio="none" aria-hidden>
              <rect width="40" height="4" className="bar-track" />
              <rect width={40 * fullness(period)} height="4" className="bar-done" />
            </svg>
          </td>
        ))}
        <td className="right number">{sum('used')}</td>
      </tr>
      <tr>
        <th scope="row" className="term-calendar-place">
          {t(texts.days)}
        </th>
        {periods.map((period) => (
          <td key={period.id} className="number muted">
            {period.isPast ? '—' : period.days}
          </td>
        ))}
        <td className="right number muted">{sum('days')}</td>
      </tr>
    </tfoot>
  )
}
