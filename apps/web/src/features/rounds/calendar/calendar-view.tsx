import { readCalendar } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { CalendarAside } from './calendar-aside.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { texts } from './texts.ts'
import '../parts/rounds.css'
import '../parts/warnings.css'
import './calendar.css'

interface CalendarViewProps {
  readonly year: number
  readonly onYear: (year: number) => void
}

/** Every round of the office and of those below it on one year, with people and target load and what clashes. */
export function CalendarView({ year, onYear }: CalendarViewProps) {
  const t = useText()
  const calendar = useRead(readCalendar, { query: { from: `${year}-01-01`, to: `${year}-12-31` } }, { keep: true })
  return (
    <Page
      title={t(texts.title)}
      note={
        <span className="year-choice">
          <button type="button" className="button-link" aria-label={t(texts.before)} onClick={() => onYear(year - 1)}>
            ‹
          </button>
          <strong className="number">{t(texts.year, { n: year })}</strong>
          <button type="button" className="button-link" aria-label={t(texts.after)} onClick={() => onYear(year + 1)}>
            ›
          </button>
        </span>
      }
      acts={<Button onClick={() => window.print()}>{t(texts.print)}</Button>}
      aside={<CalendarAside calendar={calendar.data} />}
    >
      <Sheet label={t(texts.title)}>
        {calendar.isPending ? <Loading what={t(texts.what)} /> : null}
        {calendar.error === null ? null : <Refused error={calendar.error} onRetry={() => void calendar.refetch()} />}
        {calendar.data?.rounds.length === 0 ? <Empty title={t(texts.none, { n: year })}>{t(texts.noneWhy)}</Empty> : null}
        {calendar.data === undefined || calendar.data.rounds.length === 0 ? null : (
          <CalendarGrid year={year} rounds={calendar.data.rounds} conflicts={calendar.data.conflicts} />
        )}
      </Sheet>
    </Page>
  )
}
