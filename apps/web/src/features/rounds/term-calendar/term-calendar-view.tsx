import { downloadTermCalendar } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../../../lib/api.ts'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { App, Button, Segmented } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { CalendarNotices } from './calendar-notices.tsx'
import { CalendarTable, type Chosen } from './calendar-table.tsx'
import { CellPanel } from './cell-panel.tsx'
import { FiguresLine } from './figures-line.tsx'
import { coverageSum, type TermCalendar } from './matrix.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { lookBackTexts, settingTexts, texts } from './texts.ts'
import { isUnderWay, useTermCalendar } from './use-term-calendar.ts'
import { WindowsPanel } from './windows-panel.tsx'
import { YearsTable } from './years-table.tsx'
import '../parts/rounds.css'
import './term-calendar.css'
import './term-calendar-print.css'

interface TermCalendarViewProps {
  readonly plan: string
  readonly within: string | null
  readonly onWithin: (county: string | null) => void
}

type Tab = 'table' | 'windows' | 'years'

/** The calendar of a term: planned, checked, moved by hand and adopted into the years. */
export function TermCalendarView({ plan, within, onWithin }: TermCalendarViewProps) {
  const t = useText()
  const { message } = App.useApp()
  const { calendar, propose, cancel, undo, settings } = useTermCalendar(plan, within)
  const [tab, setTab] = useState<Tab>('table')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isSetting, setSetting] = useState(false)
  const { data } = calendar
  if (data === undefined) {
    return (
      <Page title={t(texts.title)}>
        {calendar.error === null ? (
          <Loading what={t(texts.what)} />
        ) : (
          <Refused error={calendar.error} onRetry={() => void calendar.refetch()} />
        )}
      </Page>
    )
  }
  const params = { plan }
  const isBusy = isUnderWay(data)
  const sums = coverageSum(data.coverage)
  const isOver = data.lastYear < new Date().getFullYear()
  const acts = (
    <CalendarActs
      calendar={data}
      isUndoing={undo.isPending}
      onUndo={() =>
        undo.mutate(
          { params, body: { version: data.version?.version ?? 0 } },
          { onSuccess: () => void message.success(t(texts.undone)) },
        )
      }
      onSettings={() => {
        settings.reset()
        setSetting(true)
      }}
    />
  )
  const start = data.mayChange ? (
    <Button
      type={data.version === null || data.isStale ? 'primary' : 'default'}
      disabled={isBusy || sums.due === 0 || isOver}
      loading={propose.isPending}
      onClick={() => propose.mutate({ params, body: { id: newId() } })}
    >
      {t(data.version === null ? texts.plan : texts.again)}
    </Button>
  ) : (
    <span className="why-not">{t(texts.onlyRead)}</span>
  )
  const place = `${data.authority.name}${data.within === null ? '' : ` ${data.within.name}`}`
  return (
    <Page
      title={t(texts.title)}
      note={
        <span className="note-links">
          <Link to="/term-plans/$plan" params={params}>
            {data.title}
          </Link>
          <Link to="/term-plans/$plan/petitions" params={params}>
            {t(texts.petitions)}
          </Link>
          <span className="number">
            {t(texts.note, { place, first: data.firstYear, last: data.lastYear, ...sums })}
            {data.lookBacks === null ? '' : t(lookBackTexts.note, data.lookBacks)}
            {data.lookBacks === null || data.lookBacks.late === 0 ? null : (
              <span className="late">{t(lookBackTexts.noteLate, data.lookBacks)}</span>
            )}
          </span>
        </span>
      }
      acts={
        <>
          {acts}
          {start}
        </>
      }
    >
      <div className="term-calendar-stack">
        {[calendar.error, propose.error, cancel.error, undo.error]
          .filter((error) => error !== null)
          .map((error) => (
            <Refused key={error.message} error={error} />
          ))}
        <CalendarNotices
          calendar={data}
          isStopping={cancel.isPending}
          onStop={() => cancel.mutate({ params: { plan, proposal: data.proposal?.id ?? '' } })}
        />
        <div className={chosen === null || tab !== 'table' ? 'term-calendar-main' : 'term-calendar-main has-panel'}>
          <Sheet label={t(texts.tabs[tab])}>
            <div className="block-head term-calendar-tabs">
              <Segmented
                value={tab}
                onChange={setTab}
                options={(['table', 'windows', 'years'] as const).map((value) => ({ value, label: t(texts.tabs[value]) }))}
              />
              {within === null ? null : (
                <button
                  type="button"
                  className="button-link"
                  onClick={() => {
                    setChosen(null)
                    onWithin(null)
                  }}
                >
                  ← {t(texts.all)}
                </button>
              )}
              {data.version === null || tab === 'windows' ? null : <FiguresLine version={data.version} />}
            </div>
            {tab === 'windows' ? (
              <WindowsPanel plan={plan} within={data.authority.code} mayChange={data.mayChange} />
            ) : tab === 'years' ? (
              <YearsTable calendar={data} />
            ) : data.rows.length === 0 ? (
              <Empty title={t(texts.noUnits)}>{t(texts.noUnitsWhy)}</Empty>
            ) : (
              <>
                {data.version === null && (data.proposal === null || data.proposal.state === 'cancelled') ? (
                  <Empty title={t(texts.none)}>
                    {isOver
                      ? t(texts.overWhy, { first: data.firstYear, last: data.lastYear })
                      : t(texts.noneWhy, { due: sums.due })}
                  </Empty>
                ) : null}
                <CalendarTable
                  key={data.within?.code ?? ''}
                  calendar={data}
                  chosen={chosen}
                  onChoose={setChosen}
                  onEnter={(county) => {
                    setChosen(null)
                    onWithin(county)
                  }}
                />
              </>
            )}
          </Sheet>
          {chosen === null || tab !== 'table' ? null : (
            <CellPanel
              key={`${chosen.place.code} ${chosen.period?.id ?? ''}`}
              calendar={data}
              chosen={chosen}
              onClose={() => setChosen(null)}
              onDone={(words) => {
                setChosen(null)
                void message.success(words)
              }}
            />
          )}
        </div>
      </div>
      {isSetting ? (
        <SettingsDialog
          calendar={data}
          isBusy={settings.isPending}
          error={settings.error}
          onClose={() => setSetting(false)}
          onDone={(body) =>
            settings.mutate(
              { params, body },
              {
                onSuccess: () => {
                  setSetting(false)
                  setChosen(null)
                  void message.success(t(settingTexts.saved))
                },
              },
            )
          }
        />
      ) : null}
    </Page>
  )
}

interface CalendarActsProps {
  readonly calendar: TermCalendar
  readonly isUndoing: boolean
  readonly onUndo: () => void
  readonly onSettings: () => void
}

function CalendarActs({ calendar, isUndoing, onUndo, onSettings }: CalendarActsProps) {
  const t = useText()
  const { plan, version, mayChange, canUndo } = calendar
  return (
    <>
      {version === null ? null : (
        <>
          <Button href={addressOf(downloadTermCalendar, { plan })}>{t(texts.export)}</Button>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      )}
      {mayChange ? (
        <>
          <Button disabled={canUndo === null || isUnderWay(calendar)} loading={isUndoing} onClick={onUndo}>
            {t(texts.undo)}
          </Button>
          <Button disabled={isUnderWay(calendar)} onClick={onSettings}>
            {t(texts.settings)}
          </Button>
        </>
      ) : null}
    </>
  )
}
