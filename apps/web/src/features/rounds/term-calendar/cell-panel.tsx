import { listCalendarVisits, type ReplyOf } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button, Checkbox } from '../../../ui/antd.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Refused } from '../../../ui/refused.tsx'
import type { Chosen } from './calendar-table.tsx'
import { gridOf, periodName, type TermCalendar } from './matrix.ts'
import { LookBackForm } from './look-back-form.tsx'
import { MoveForm } from './move-form.tsx'
import { lookBackTexts, panelTexts } from './texts.ts'
import './cell-panel.css'

type Visit = ReplyOf<typeof listCalendarVisits>['items'][number]

interface CellPanelProps {
  readonly calendar: TermCalendar
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** The units of a cell or of a whole township: each with its period, pin and urgency, to be moved, pinned or let go. */
export function CellPanel({ calendar, chosen: { place, period }, onClose, onDone }: CellPanelProps) {
  const t = useText()
  const query = period === null ? { place: place.code } : { place: place.code, period: period.id }
  const { data, error, refetch } = useRead(listCalendarVisits, { params: { plan: calendar.plan }, query })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const panel = useRef<HTMLElement>(null)
  // on a narrow screen the panel lies below the table
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [data])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('.ant-select-open') === null) onClose()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [onClose])
  const all = data?.items ?? []
  // a unit stands in the cell of its first visit and in that of its look-back, and is moved by the first alone
  const visits = period === null ? all : all.filter((visit) => visit.period === period.id)
  const again = period === null ? [] : all.filter(({ lookBack }) => lookBack?.period === period.id)
  const movable = visits.filter(({ pinned }) => pinned !== 'inspected')
  const picked = movable.filter(({ unit }) => !left.has(unit))
  const closed = period === null ? undefined : gridOf(calendar).window(place.code, period.id)
  const toggle = (unit: string) =>
    setLeft(left.has(unit) ? new Set([...left].filter((other) => other !== unit)) : new Set([...left, unit]))
  const mayMove = calendar.mayChange && calendar.version !== null
  return (
    <aside className="term-calendar-panel" ref={panel} aria-label={place.name}>
      <header>
        <h2 title={place.name}>{place.name}</h2>
        <span className="muted">{t(period === null ? panelTexts.all : periodName(period))}</span>
        <Button type="text" aria-label={t(panelTexts.close)} onClick={onClose}>
          ✕
        </Button>
        {closed?.causes.map(({ text }) => (
          <p key={text.zh}>
            {t(closed.isWhole ? panelTexts.closed : panelTexts.partly)}：{t(text)}
          </p>
        ))}
      </header>
      <div className="term-calendar-visits">
        {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null ? <Loading what={t(panelTexts.what)} /> : null}
        {data !== undefined && all.length === 0 ? <p className="muted">{t(panelTexts.empty)}</p> : null}
        {movable.length === 0 || !mayMove ? null : (
          <Checkbox
            checked={picked.length === movable.length}
            indeterminate={picked.length > 0 && picked.length < movable.length}
            onChange={({ target }) => setLeft(target.checked ? new Set() : new Set(movable.map(({ unit }) => unit)))}
          >
            {t(panelTexts.every)}{' '}
            <span className="muted number">{t(panelTexts.chosen, { n: picked.length, all: visits.length })}</span>
          </Checkbox>
        )}
        <ul>
          {visits.map((visit) => (
            <li key={visit.unit}>
              {mayMove && visit.pinned !== 'inspected' ? (
                <Checkbox checked={!left.has(visit.unit)} onChange={() => toggle(visit.unit)}>
                  <VisitLine visit={visit} calendar={calendar} isWhole={period === null} />
                </Checkbox>
              ) : (
                <VisitLine visit={visit} calendar={calendar} isWhole={period === null} />
              )}
            </li>
          ))}
        </ul>
        {again.length === 0 ? null : (
          <>
            <h3>{t(lookBackTexts.here, { n: again.length })}</h3>
            <ul>
              {again.map((visit) => (
                <li key={visit.unit}>
                  <VisitLine visit={visit} calendar={calendar} isWhole />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {mayMove && calendar.settings.lookBack !== null ? (
        <LookBackForm calendar={calendar} rule={calendar.settings.lookBack} picked={picked} onDone={onDone} />
      ) : null}
      {mayMove ? <MoveForm calendar={calendar} place={place.code} picked={picked} onDone={onDone} /> : null}
    </aside>
  )
}

interface VisitLineProps {
  readonly visit: Visit
  readonly calendar: TermCalendar
  readonly isWhole: boolean
}

function VisitLine({ visit, calendar, isWhole }: VisitLineProps) {
  const t = useText()
  const period = calendar.periods.find(({ id }) => id === visit.period)
  const again = calendar.periods.find(({ id }) => id === visit.lookBack?.period)
  return (
    <span className="term-calendar-visit">
      <span title={visit.name}>{visit.name}</span>
      <span className="muted">
        {isWhole ? <span>{period === undefined ? t(panelTexts.unplanned) : t(periodName(period))} </span> : null}
        {visit.lookBack === null ? null : (
          <span>
            {t(visit.lookBack.isInspected ? lookBackTexts.been : lookBackTexts.planned, {
              period: again === undefined ? t(panelTexts.unplanned) : t(periodName(again)),
            })}{' '}
          </span>
        )}
        {visit.class === 'lagging' ? <span>{t(panelTexts.lagging)} </span> : null}
        {visit.urgency > 0 ? <span className="number">{t(panelTexts.urgency, { n: visit.urgency })} </span> : null}
        {visit.pinned === 'office' ? <span>▪{t(panelTexts.pinned)}</span> : null}
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
