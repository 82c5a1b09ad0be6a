import { useText } from '../../../lib/language.tsx'
import { coverageSum, fullness, periodName, type TermCalendar } from './matrix.ts'
import { lookBackTexts, texts } from './texts.ts'

/** Under every period: its units, its team-days and how full it is. Counts are of the whole plan, whichever county is shown. */
export function CalendarFoot({ calendar }: { readonly calendar: TermCalendar }) {
  const t = useText()
  const { periods, coverage, lookBacks } = calendar
  const { due, placed } = coverageSum(coverage)
  // of the county that is shown: its own teams, or those that it shares
  const supply = calendar.supplies.find(({ counties }) => counties.includes(calendar.within?.code.slice(0, 6) ?? ''))
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
      {supply === undefined ? null : (
        <>
          <SupplyRow calendar={calendar} supply={supply} what="used" />
          <SupplyRow calendar={calendar} supply={supply} what="days" />
        </>
      )}
    </tfoot>
  )
}

interface SupplyRowProps {
  readonly calendar: TermCalendar
  readonly supply: TermCalendar['supplies'][number]
  readonly what: 'used' | 'days'
}

function SupplyRow({ calendar: { periods }, supply, what }: SupplyRowProps) {
  const t = useText()
  const isOpen = (k: number): boolean => periods[k]?.isPast === false
  const name = t(what === 'used' ? texts.supplyUsed : texts.supplyDays, { name: supply.name })
  return (
    <tr>
      <th scope="row" className="term-calendar-place" title={name}>
        <span className="term-calendar-supply">{name}</span>
      </th>
      {supply.periods.map(({ used, days }, k) => (
        <td
          key={periods[k]?.id}
          className={['number', what === 'days' ? 'muted' : used > days && isOpen(k) ? 'is-short' : ''].join(' ')}
        >
          {what === 'used' ? used : isOpen(k) ? days : '—'}
        </td>
      ))}
      <td className="right number muted">
        {supply.periods.reduce((sum, own, k) => sum + (what === 'days' && !isOpen(k) ? 0 : own[what]), 0).toLocaleString('en')}
      </td>
    </tr>
  )
}
