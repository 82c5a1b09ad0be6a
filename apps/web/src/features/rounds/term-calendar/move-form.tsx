import { checkVisitMoves } from '@shengmian/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { useText } from '../../../lib/language.tsx'
import { Button, Checkbox, Input, Select } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { gridOf, periodName, type TermCalendar } from './matrix.ts'
import { waitAt, type Pick } from './pick.ts'
import { roomIn } from './room.ts'
import { lookBackTexts, panelTexts, texts } from './texts.ts'
import { isUnderWay, useTermCalendar } from './use-term-calendar.ts'

interface MoveFormProps {
  readonly calendar: TermCalendar
  readonly place: string
  readonly picked: readonly Pick[]
  readonly onDone: (words: string) => void
}

/** Moves what is picked: every period says what it has to spare, and the move is judged before anybody presses. */
export function MoveForm({ calendar, place, picked, onDone }: MoveFormProps) {
  const t = useText()
  const { move, urgency } = useTermCalendar(calendar.plan, calendar.within?.code ?? null)
  const [to, setTo] = useState<string | null>(null)
  const [pin, setPin] = useState(true)
  const [reason, setReason] = useState('')
  const grid = gridOf(calendar)
  const params = { plan: calendar.plan }
  const version = calendar.version?.version ?? 0
  const isBusy = isUnderWay(calendar)
  const moves = to === null ? [] : picked.map((pick) => moveOf(pick, to))
  const units = [...new Set(picked.flatMap(({ visit, kind }) => (kind === 'first' ? [visit.unit] : [])))]
  const why = reason.trim() === '' ? {} : { reason: reason.trim() }
  const isShort = [...reason.trim()].length === 1
  const body = { version, moves, pin }
  const check = useQuery({
    queryKey: [checkVisitMoves.id, { params, body }],
    queryFn: ({ signal }) => call(checkVisitMoves, { params, body, signal }),
    enabled: moves.length > 0 && !isBusy,
    retry: false,
  })
  const verdict = moves.length === 0 ? undefined : check.data
  const keep = (isPinned: boolean) => {
    const here = picked.flatMap((pick) => (pick.period === null ? [] : [moveOf(pick, pick.period)]))
    if (here.length > 0) move.mutate({ params, body: { version, moves: here, pin: isPinned, ...why } })
  }
  const isFrom = new Set(picked.map(({ period }) => period))
  const ids = calendar.periods.map(({ id }) => id)
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
              const wait = waitAt(picked, period.id, ids, calendar.settings.lookBack)
              return {
                value: period.id,
                disabled: isFrom.size === 1 && isFrom.has(period.id),
                label: [
                  t(periodName(period)),
                  t(panelTexts.room, { n: roomIn(calendar, period, { place, picked }) }),
                  wait === null ? '' : t(wait === 'too-early' ? lookBackTexts.tooEarly : lookBackTexts.tooLate),
                  window === undefined ? '' : t(window.isWhole ? panelTexts.closed : panelTexts.partly),
                ]
                  .filter((part) => part !== '')
                  .join(' '),
              }
            })}
        />
      </div>
      <Checkbox checked={pin} onChange={({ target }) => setPin(target.checked)}>
        <span title={t(panelTexts.keepWhy)}>{t(panelTexts.keep)}</span>
      </Checkbox>
      <div className="term-calendar-move">
        <span>{t(panelTexts.why)}</span>
        <Input
          aria-label={t(panelTexts.why)}
          placeholder={t(panelTexts.whyEg)}
          value={reason}
          maxLength={200}
          status={isShort ? 'error' : ''}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {isShort ? <span className="late">{t(panelTexts.whyShort)}</span> : null}
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
          disabled={verdict === undefined || verdict.breaches.length > 0 || isBusy || isShort || check.isFetching}
          loading={move.isPending}
          onClick={() =>
            move.mutate(
              { params, body: { ...body, ...why } },
              { onSuccess: () => onDone(t(panelTexts.moved, { n: moves.length })) },
            )
          }
        >
          {t(panelTexts.move, { n: picked.length })}
        </Button>
        <Button disabled={picked.length === 0 || isBusy || isShort} onClick={() => keep(true)}>
          {t(panelTexts.pin)}
        </Button>
        <Button disabled={!picked.some(({ isPinned }) => isPinned) || isBusy || isShort} onClick={() => keep(false)}>
          {t(panelTexts.unpin)}
        </Button>
      </div>
      <div className="term-calendar-move">
        <span>{t(panelTexts.setUrgency)}</span>
        <Select
          aria-label={t(panelTexts.setUrgency)}
          value={commonUrgency(picked)}
          disabled={units.length === 0 || isBusy}
          loading={urgency.isPending}
          onChange={(value) =>
            urgency.mutate({
              params,
              body: { units, urgency: value === 'class' ? null : Number(value) },
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
  const values = new Set(picked.map(({ visit }) => (visit.isOwnUrgency ? String(visit.urgency) : 'class')))
  return values.size === 1 ? ([...values][0] ?? null) : null
}

const moveOf = ({ visit, kind }: Pick, period: string) => ({ unit: visit.unit, kind, period })
