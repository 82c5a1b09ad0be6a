import { listCalendarVisits } from '@shengmian/contract'
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
import { pickOf, type Pick } from './pick.ts'
import { lookBackTexts, panelTexts } from './texts.ts'
import { VisitLine } from './visit-line.tsx'
import './cell-panel.css'

interface CellPanelProps {
  readonly calendar: TermCalendar
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** The visits and look-backs of a cell or of a whole township: each with its period, pin and urgency, to be moved, pinned or let go. */
export function CellPanel({ calendar, chosen: { place, period }, onClose, onDone }: CellPanelProps) {
  const t = useText()
  const query = period === null ? { place: place.code } : { place: place.code, period: period.id }
  const { data, error, refetch } = useRead(listCalendarVisits, { params: { plan: calendar.plan }, query })
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
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
  // a unit stands in the cell of its first visit and in that of its look-back
  const firsts = all.filter((visit) => period === null || visit.period === period.id).map((visit) => pickOf(visit, 'first'))
  const agains = all
    .filter(({ lookBack }) => lookBack !== null && (period === null || lookBack.period === period.id))
    .map((visit) => pickOf(visit, 'look-back'))
  const movable = [...firsts, ...agains].filter(({ isDone }) => !isDone)
  // look-backs are chosen from the start only where there is nothing else
  const byItself = new Set((firsts.some(({ isDone }) => !isDone) ? firsts : agains).map(({ key }) => key))
  const isPicked = ({ key }: Pick): boolean => byItself.has(key) !== toggled.has(key)
  const picked = movable.filter(isPicked)
  const visits = picked.flatMap(({ visit, kind }) => (kind === 'first' ? [visit] : []))
  const closed = period === null ? undefined : gridOf(calendar).window(place.code, period.id)
  const toggle = (picks: readonly Pick[], to: boolean) =>
    setToggled((before) => {
      const after = new Set(before)
      for (const { key } of picks) {
        if (byItself.has(key) === to) after.delete(key)
        else after.add(key)
      }
      return after
    })
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
        {([firsts, agains] as const).map((picks, k) => {
          const own = picks.filter(({ isDone }) => !isDone)
          const count = own.filter(isPicked).length
          return picks.length === 0 ? null : (
            <section key={k === 0 ? 'first' : 'look-back'}>
              {k === 0 ? null : <h3>{t(period === null ? lookBackTexts.all : lookBackTexts.here, { n: picks.length })}</h3>}
              {own.length === 0 || !mayMove ? null : (
                <Checkbox
                  checked={count === own.length}
                  indeterminate={count > 0 && count < own.length}
                  onChange={({ target }) => toggle(own, target.checked)}
                >
                  {t(k === 0 ? panelTexts.every : lookBackTexts.every)}{' '}
                  <span className="muted number">{t(panelTexts.chosen, { n: count, all: picks.length })}</span>
                </Checkbox>
              )}
              <ul>
                {picks.map((pick) => (
                  <li key={pick.key}>
                    {mayMove && !pick.isDone ? (
                      <Checkbox checked={isPicked(pick)} onChange={({ target }) => toggle([pick], target.checked)}>
                        <VisitLine pick={pick} calendar={calendar} isWhole={period === null} />
                      </Checkbox>
                    ) : (
                      <VisitLine pick={pick} calendar={calendar} isWhole={period === null} />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {mayMove && calendar.settings.lookBack !== null ? (
        <LookBackForm calendar={calendar} rule={calendar.settings.lookBack} picked={visits} onDone={onDone} />
      ) : null}
      {mayMove ? <MoveForm calendar={calendar} place={place.code} picked={picked} onDone={onDone} /> : null}
    </aside>
  )
}
