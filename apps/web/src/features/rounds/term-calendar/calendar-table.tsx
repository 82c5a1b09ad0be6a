import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useText } from '../../../lib/language.tsx'
import { CalendarFoot } from './calendar-foot.tsx'
import {
  gridOf,
  periodName,
  periodShort,
  walk,
  yearsOver,
  type Cause,
  type Period,
  type Spot,
  type TermCalendar,
} from './matrix.ts'
import { lookBackTexts, texts } from './texts.ts'

export interface Chosen {
  readonly place: TermCalendar['rows'][number]['place']
  /** `null` = all periods of the place. */
  readonly period: Period | null
}

interface CalendarTableProps {
  readonly calendar: TermCalendar
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen | null) => void
  readonly onEnter: (county: string) => void
}

/** Townships in rows, periods across: how many units in each, where it is closed and why. Arrow keys walk, Enter opens. */
export function CalendarTable({ calendar, chosen, onChoose, onEnter }: CalendarTableProps) {
  const t = useText()
  const { periods, rows } = calendar
  const grid = gridOf(calendar)
  const table = useRef<HTMLTableElement>(null)
  const [spot, setSpot] = useState<Spot>({
    row: 0,
    column: Math.max(
      0,
      periods.findIndex(({ isPast }) => !isPast),
    ),
  })
  const [pointed, setPointed] = useState<Spot | null>(null)

  const isOpen = chosen !== null
  useEffect(() => {
    // the panel takes room from the table: what was opened stays in sight
    if (isOpen) table.current?.querySelector('.is-chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isOpen])
  const words = ({ row, column }: Spot): string => {
    const [place, period] = [rows[row]?.place, periods[column]]
    if (place === undefined || period === undefined) return ''
    const cell = grid.cell(place.code, period.id)
    const window = grid.window(place.code, period.id)
    const why = (list: readonly { readonly zh: string; readonly en: string }[]): string => list.map((text) => t(text)).join('；')
    return [
      t(texts.cell, { place: place.name, period: t(periodName(period)), n: cell?.units ?? 0 }),
      (cell?.lookBacks ?? 0) > 0 ? t(lookBackTexts.cell, { n: cell?.lookBacks ?? 0 }) : '',
      (cell?.inspected ?? 0) > 0 ? t(texts.cellInspected, { n: cell?.inspected ?? 0 }) : '',
      (cell?.pinned ?? 0) > 0 ? t(texts.cellPinned, { n: cell?.pinned ?? 0 }) : '',
      period.isPast ? `（${t(texts.past)}）` : '',
      window === undefined
        ? ''
        : `　${t(window.isWhole ? texts.closed : texts.partly, { why: why(window.causes.map(({ text }) => text)) })}`,
      cell === undefined || cell.broken.length === 0 ? '' : `　${t(texts.breaks, { why: why(cell.broken) })}`,
    ].join('')
  }
  const go = (next: Spot) => {
    setSpot(next)
    table.current?.querySelector<HTMLElement>(`[data-spot="${next.row} ${next.column}"]`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    const next = walk(spot, event.key, rows.length, periods.length)
    if (next !== null) {
      event.preventDefault()
      go(next)
    } else if (event.key === 'Escape' && chosen !== null) onChoose(null)
  }
  return (
    <>
      <div className="term-calendar-scroll" onPointerLeave={() => setPointed(null)}>
        {/* one stop of the tab key for the whole table: the cell that the arrow keys reached */}
        <table className="term-calendar" ref={table} onKeyDown={onKey} aria-label={t(texts.title)}>
          <thead>
            <tr>
              <th rowSpan={2} className="term-calendar-place">
                {t(rows[0]?.isCounty === true ? texts.county : texts.town)}
              </th>
              {yearsOver(periods).map(({ year, span }) => (
                <th key={year} colSpan={span} className="term-calendar-year number">
                  {year}
                </th>
              ))}
              <th rowSpan={2} className="right">
                {t(texts.due)}
              </th>
            </tr>
            <tr>
              {periods.map((period) => (
                <th
                  key={period.id}
                  className={['number', period.isPast ? 'is-past' : '', isJanuary(period) ? 'is-first' : ''].join(' ')}
                >
                  {t(periodShort(period))}
                </th>
              ))}
            </tr>
            {periods.every(({ id }) => grid.common(id).length === 0) ? null : (
              <tr>
                <th scope="row" className="term-calendar-place">
                  {t(texts.everywhere)}
                </th>
                {periods.map((period) => {
                  const causes = grid.common(period.id)
                  return (
                    <th
                      key={period.id}
                      className={isJanuary(period) ? 'is-first' : ''}
                      title={causes.map(({ text }) => t(text)).join('\n')}
                    >
                      <Glyphs causes={causes} />
                    </th>
                  )
                })}
                <th />
              </tr>
            )}
          </thead>
          <tbody>
            {rows.map(({ place, isCounty, due, placed }, row) => (
              <tr key={place.code}>
                <th scope="row" className="term-calendar-place">
                  <button
                    type="button"
                    className="button-link is-name"
                    title={`${place.name} ${place.code}`}
                    aria-pressed={chosen?.place.code === place.code && chosen.period === null}
                    onClick={() => (isCounty ? onEnter(place.code) : onChoose({ place, period: null }))}
                  >
                    {place.name}
                  </button>
                </th>
                {periods.map((period, column) => {
                  const cell = grid.cell(place.code, period.id)
                  const window = grid.window(place.code, period.id)
                  const own = grid.own(place.code, period.id)
                  const isChosen = chosen?.place.code === place.code && chosen.period?.id === period.id
                  return (
                    <td
                      key={period.id}
                      className={[
                        isJanuary(period) ? 'is-first' : '',
                        window?.isWhole === true ? 'is-closed' : own.length > 0 ? 'is-partly' : '',
                        (cell?.broken.length ?? 0) > 0 ? 'is-broken' : '',
                        period.isPast ? 'is-past' : '',
                        isChosen ? 'is-chosen' : '',
                      ].join(' ')}
                    >
                      <button
                        type="button"
                        data-spot={`${row} ${column}`}
                        tabIndex={spot.row === row && spot.column === column ? 0 : -1}
                        aria-label={words({ row, column })}
                        aria-pressed={isChosen}
                        onFocus={() => {
                          setSpot({ row, column })
                          setPointed({ row, column })
                        }}
                        onPointerEnter={() => setPointed({ row, column })}
                        onClick={() => onChoose(isChosen ? null : { place, period })}
                      >
                        <Glyphs causes={own} />
                        {cell === undefined || cell.units === 0 ? null : <span className="number">{cell.units}</span>}
                        {cell === undefined || cell.lookBacks === 0 ? null : (
                          <b className="number" aria-hidden>
                            {t(lookBackTexts.glyph)}
                            {cell.lookBacks}
                          </b>
                        )}
                        {cell === undefined || cell.inspected === 0 ? null : <i aria-hidden>✓</i>}
                        {cell === undefined || cell.pinned === 0 ? null : <i aria-hidden>▪</i>}
                      </button>
                    </td>
                  )
                })}
                <td className={calendar.version !== null && placed < due ? 'right number is-short' : 'right number'}>
                  {placed}/{due}
                </td>
              </tr>
            ))}
          </tbody>
          <CalendarFoot calendar={calendar} />
        </table>
      </div>
      <p className="term-calendar-words" role="status">
        {pointed === null ? (
          <span className="muted">
            <span className="term-calendar-help">{t(texts.help)} </span>
            {t(texts.legend)}
            {calendar.lookBacks === null ? '' : t(lookBackTexts.legend)}
          </span>
        ) : (
          words(pointed)
        )}
      </p>
    </>
  )
}

/** A letter for each kind of window, once. */
function Glyphs({ causes }: { readonly causes: readonly Cause[] }) {
  const t = useText()
  if (causes.length === 0) return null
  return (
    <span className="term-calendar-glyph" aria-hidden>
      {[...new Set(causes.map(({ kind }) => kind))].map((kind) => t(texts.glyphs[kind])).join('')}
    </span>
  )
}

const isJanuary = ({ start }: Period): boolean => start.slice(5, 7) === '01'
