import { checkVisitMoves, type listCalendarVisits, type ReplyOf } from '@shengmian/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { useText } from '../../../lib/language.tsx'
import { Button, Checkbox, Select } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { gridOf, periodName, type TermCalendar } from './matrix.ts'
import { panelTexts, texts } from './texts.ts'
import { isUnderWay, useTermCalendar } from './use-term-calendar.ts'

interface MoveFormProps {
  readonly calendar: TermCalendar
  readonly place: string
  readonly picked: ReplyOf<typeof listCalendarVisits>['items']
  readonly onDone: (words: string) => void
}

/** Moves what is picked: every period says what it has to spare, and the move is judged before anybody presses. */
export function MoveForm({ calendar, place, picked, onDone }: MoveFormProps) {
  const t = useText()
  const { move, urgency } = useTermCalendar(calendar.plan, calendar.within?.code ?? null)
  const [to, setTo] = useState<string | null>(null)
  const [pin, setPin] = useState(true)
  const grid = gridOf(calendar)
  const params = { plan: calendar.plan }
  const version = calendar.version?.version ?? 0
  const isBusy = isUnderWay(calendar)
  const moves = to === null ? [] : picked.map(({ unit }) => ({ unit, period: to }))
  const body = { version, moves, pin }
  const check = useQuery({
    queryKey: [checkVisitMoves.id, { params, body }],
    queryFn: ({ signal }) => call(checkVisitMoves, { params, body, signal }),
    enabled: moves.length > 0 && !isBusy,
    retry: false,
  })
  const verdict = moves.length === 0 ? undefined : check.data
  const keep = (isPinned: boolean) => {
    const here = picked.flatMap(({ unit, period }) => (period === null ? [] : [{ unit, period }]))
    if (here.length > 0) move.mutate({ params, body: { version, moves: here, pin: isPinned } })
  }
  const isFrom = new Set(picked.map(({ period }) => period))
  return (
    <footer>
      <div className="term-calendar-move">
        <span>{t(panelTexts.to)}</span>
        <Select
          aria-label={t(panelTexts.to)}
          placeholder={t(panelTexts.choose)}
          value={to}
          disabled={isBusy}
          onChange={setTo}
          options={calendar.periods
            .filter(({ isPast }) => !isPast)
            .map((period) => {
              const window = grid.window(place, period.id)
              return {
                value: period.id,
                disabled: isFrom.size === 1 && isFrom.has(period.id),
                label: [
                  t(periodName(period)),
                  t(panelTexts.room, { n: period.days - period.used }),
                  window === undefined ? '' : t(window.isWhole ? panelTexts.closed : panelTexts.partly),
                ].join(' '),
              }
            })}
        />
      </div>
      <Checkbox checked={pin} onChange={({ target }) => setPin(target.checked)}>
        <span title={t(panelTexts.keepWhy)}>{t(panelTexts.keep)}</span>
      </Checkbox>
      <div role="status" className="term-calendar-verdict">
        {picked.length === 0 ? <span className="muted">{t(panelTexts.noneChosen)}</span> : null}
        {moves.length > 0 && check.isFetching ? t(panelTexts.checking) : null}
        {verdict === undefined ? null : verdict.breaches.length === 0 ? (
          <>
            <span>{t(panelTexts.fine)}</span>
            {verdict.after.map(({ figure, value }, k) => {
              const before = verdict.before[k]?.value ?? value
              return before === value || figure === 'changes' ? null : (
                <span key={figure} className="muted number" title={t(texts.figureWhy[figure])}>
                  {t(panelTexts.change, { figure: t(texts.figures[figure]), before, after: value })}
                </span>
              )
            })}
          </>
        ) : (
          <>
            <strong className="late">{t(panelTexts.not)}</strong>
            {verdict.breaches.slice(0, 3).map((breach) => (
              <span key={breach.zh}>{t(breach)}</span>
            ))}
            {verdict.breaches.length > 3 ? (
              <span className="muted">{t(texts.more, { n: verdict.breaches.length - 3 })}</span>
            ) : null}
          </>
        )}
      </div>
      {check.error === null ? null : <Refused error={check.error} />}
      {move.error === null ? null : <Refused error={move.error} />}
      {urgency.error === null ? null : <Refused error={urgency.error} />}
      <div className="term-calendar-move">
        <Button
          type="primary"
          disabled={verdict === undefined || verdict.breaches.length > 0 || isBusy || check.isFetching}
          loading={move.isPending}
          onClick={() => move.mutate({ params, body }, { onSuccess: () => onDone(t(panelTexts.moved, { n: moves.length })) })}
        >
          {t(panelTexts.move, { n: picked.length })}
        </Button>
        <Button disabled={picked.length === 0 || isBusy} onClick={() => keep(true)}>
          {t(panelTexts.pin)}
        </Button>
        <Button disabled={!picked.some(({ pinned }) => pinned === 'office') || isBusy} onClick={() => keep(false)}>
          {t(panelTexts.unpin)}
        </Button>
      </div>
      <div className="term-calendar-move">
        <span>{t(panelTexts.setUrgency)}</span>
        <Select
          aria-label={t(panelTexts.setUrgency)}
          value={commonUrgency(picked)}
          disabled={picked.length === 0 || isBusy}
          loading={urgency.isPending}
          onChange={(value) =>
            urgency.mutate({
              params,
              body: { units: picked.map(({ unit }) => unit), urgency: value === 'class' ? null : Number(value) },
            })
          }
          options={[
            { value: 'class', label: t(panelTexts.byClass) },
            ...['0', '1', '2', '3', '5', '10'].map((value) => ({ value, label: value })),
          ]}
        />
      </div>
    </footer>
  )
}

/** What all of them have in common, or nothing. */
function commonUrgency(picked: MoveFormProps['picked']): string | null {
  const values = new Set(picked.map(({ urgency, isOwnUrgency }) => (isOwnUrgency ? String(urgency) : 'class')))
  return values.size === 1 ? ([...values][0] ?? null) : null
}
