import {
  downloadPetitionTrends,
  listPetitionTrends,
  withdrawUrgencyDecision,
  type PetitionTrend,
  type ReplyOf,
} from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { addressOf } from '../../../lib/api.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { App, Button, Segmented } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts as calendarTexts } from '../term-calendar/texts.ts'
import { UnitPicker } from '../parts/unit-picker.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { FiguresDialog } from './figures-dialog.tsx'
import { longMonth } from './month-words.ts'
import { decideTexts, texts } from './texts.ts'
import type { Decision } from './trend-row.tsx'
import { TrendTable } from './trend-table.tsx'
import '../parts/rounds.css'
import './petitions.css'

interface PetitionsViewProps {
  readonly plan: string
  /** Import and template of figures, for the body whose they are. */
  readonly sheetActs: (authority: string) => ReactNode
}

type Show = 'all' | 'rising' | 'unknown'
type Open =
  | { readonly kind: 'decide'; readonly item: PetitionTrend; readonly verdict: 'raised' | 'kept' }
  | { readonly kind: 'take-back'; readonly item: PetitionTrend; readonly decision: Decision }
  | { readonly kind: 'figures'; readonly unit: string }

const PAGE = 40

/** Petitions of a term's units over twelve months: where they rise, a higher urgency is proposed and decided here. */
export function PetitionsView({ plan, sheetActs }: PetitionsViewProps) {
  const t = useText()
  const { language } = useLanguage()
  const { message } = App.useApp()
  const [show, setShow] = useState<Show>('all')
  const [shown, setShown] = useState(PAGE)
  const [open, setOpen] = useState<Open | null>(null)
  const takeBack = useAct(withdrawUrgencyDecision, refreshRound(plan))
  const { data, error, refetch } = useRead(listPetitionTrends, { params: { plan } }, { keep: true })
  if (data === undefined)
    return (
      <Page title={t(texts.title)}>
        {error === null ? <Loading what={t(texts.what)} /> : <Refused error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  const close = () => setOpen(null)
  const done = (words: string) => {
    close()
    void message.success(words)
  }
  const of = (kind: Show) => data.items.filter((item) => kind === 'all' || item.kind === kind)
  // On paper nobody asks for more: all units are put on the page first.
  const printAll = () => {
    flushSync(() => setShown(Math.max(shown, of(show).length)))
    window.print()
  }
  const [from = '', through = ''] = [data.months[0], data.months.at(-1)]
  return (
    <Page
      title={t(texts.title)}
      note={
        <span>
          <Link to="/term-plans/$plan/calendar" params={{ plan }}>
            {t(calendarTexts.title)}
          </Link>{' '}
          <span className="trend-note">
            {t(texts.note, { from: longMonth(from, language), to: longMonth(through, language), n: data.items.length })}，
            {t(texts.without, { n: data.without })}
          </span>
        </span>
      }
      acts={
        <>
          {data.canWrite ? sheetActs(data.authority) : <span className="why-not">{t(calendarTexts.onlyRead)}</span>}
          {data.items.length === 0 ? null : (
            <>
              <Button href={addressOf(downloadPetitionTrends, { plan })}>{t(texts.export)}</Button>
              <Button onClick={printAll}>{t(texts.print)}</Button>
            </>
          )}
        </>
      }
    >
      <Sheet label={t(texts.title)}>
        <div className="block-head trend-head">
          <Segmented
            value={show}
            onChange={(value) => {
              setShow(value)
              setShown(PAGE)
            }}
            options={(['all', 'rising', 'unknown'] as const).map((value) => ({
              value,
              label: `${t(texts.show[value])} ${of(value).length}`,
            }))}
          />
          <span className="spring" />
          {data.canWrite ? (
            <UnitPicker
              within={data.authority}
              label={t(texts.find)}
              onPick={(unit) => setOpen({ kind: 'figures', unit: unit.id })}
            />
          ) : null}
        </div>
        <Definition trends={data} />
        {data.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        {data.items.length > 0 && of(show).length === 0 ? <Empty title={t(texts.noSuch)} /> : null}
        {of(show).length === 0 ? null : (
          <>
            <TrendTable
              items={of(show).slice(0, shown)}
              months={data.months}
              canWrite={data.canWrite}
              onDecide={(item, verdict) => setOpen({ kind: 'decide', item, verdict })}
              onTakeBack={(item, decision) => {
                takeBack.reset()
                setOpen({ kind: 'take-back', item, decision })
              }}
              onFigures={(unit) => setOpen({ kind: 'figures', unit })}
            />
            <LoadMore
              shown={Math.min(shown, of(show).length)}
              hasMore={shown < of(show).length}
              isLoading={false}
              onMore={() => setShown(shown + PAGE)}
            />
          </>
        )}
      </Sheet>
      {open?.kind === 'decide' ? (
        <DecideDialog plan={plan} through={through} item={open.item} verdict={open.verdict} onDone={done} onClose={close} />
      ) : null}
      {open?.kind === 'figures' ? <FiguresDialog authority={data.authority} unit={open.unit} onClose={close} /> : null}
      {open?.kind === 'take-back' ? (
        <ReasonDialog
          title={t(texts.takeBackOf, { name: open.item.name })}
          act={t(texts.takeBack)}
          {...(open.decision.verdict === 'raised' ? { note: t(decideTexts.takeBackNote) } : {})}
          isBusy={takeBack.isPending}
          error={takeBack.error}
          onClose={close}
          onDone={(reason) =>
            takeBack.mutate(
              { params: { decision: open.decision.id }, body: { reason } },
              { onSuccess: () => done(t(decideTexts.back)) },
            )
          }
        />
      ) : null}
    </Page>
  )
}

/** What the figures count and how they are judged, beside them on the page and on paper. */
function Definition({ trends: { rule, sources } }: { readonly trends: ReplyOf<typeof listPetitionTrends> }) {
  const t = useText()
  return (
    <dl className="trend-definition">
      <dt>{t(texts.definition)}</dt>
      <dd>{t(texts.defined)}</dd>
      <dt>{t(texts.ruleName)}</dt>
      <dd>{t(texts.rule, { known: rule.leastKnown, percent: rule.percent, more: rule.leastMore })}</dd>
      {sources.length === 0 ? null : (
        <>
          <dt>{t(texts.sources)}</dt>
          <dd>{sources.join('；')}</dd>
        </>
      )}
    </dl>
  )
}
