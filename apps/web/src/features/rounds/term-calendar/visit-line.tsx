import { Link } from '@tanstack/react-router'
import { useText } from '../../../lib/language.tsx'
import { periodName, type TermCalendar } from './matrix.ts'
import type { Pick } from './pick.ts'
import { lookBackTexts, panelTexts } from './texts.ts'

interface VisitLineProps {
  readonly pick: Pick
  readonly calendar: TermCalendar
  /** All periods are shown, so the line says its own. */
  readonly isWhole: boolean
}

/** A visit with what is to be known of it: a first visit says when it is looked back at, a look-back when the first visit is. */
export function VisitLine({ pick: { visit, kind, isPinned }, calendar, isWhole }: VisitLineProps) {
  const t = useText()
  const nameOf = (id: string | null | undefined): string => {
    const period = calendar.periods.find((one) => one.id === id)
    return period === undefined ? t(panelTexts.unplanned) : t(periodName(period))
  }
  const { lookBack } = visit
  const pin = isPinned ? <span>▪{t(panelTexts.pinned)}</span> : null
  if (kind === 'look-back')
    return (
      <span className="term-calendar-visit">
        <span title={visit.name}>{visit.name}</span>
        <span className="muted">
          {isWhole ? <span>{nameOf(lookBack?.period)} </span> : null}
          <span>{t(lookBackTexts.firstIn, { period: nameOf(visit.period) })} </span>
          {lookBack?.isLate === true ? <span className="late">{t(lookBackTexts.late)} </span> : null}
          {lookBack?.isInspected === true ? <span>✓{t(panelTexts.inspected)}</span> : pin}
        </span>
      </span>
    )
  return (
    <span className="term-calendar-visit">
      <span title={visit.name}>{visit.name}</span>
      <span className="muted">
        {isWhole ? <span>{nameOf(visit.period)} </span> : null}
        {lookBack === null ? null : (
          <span>
            {t(lookBack.isInspected ? lookBackTexts.been : lookBackTexts.planned, { period: nameOf(lookBack.period) })}{' '}
          </span>
        )}
        {visit.class === 'lagging' ? <span>{t(panelTexts.lagging)} </span> : null}
        {visit.urgency > 0 ? <span className="number">{t(panelTexts.urgency, { n: visit.urgency })} </span> : null}
        {pin}
        {visit.pinned === 'inspected' ? (
          visit.round === null ? (
            t(panelTexts.inspected)
          ) : (
            <Link to="/rounds/$round" params={{ round: visit.round.id }} title={visit.round.title}>
              ✓{t(panelTexts.inspected)}
            </Link>
          )
        ) : null}
      </span>
    </span>
  )
}
