import { downloadCooperationEvents, listCooperationEvents, withdrawCooperationEvent } from '@shengmian/contract'
import { useState } from 'react'
import { addressOf } from '../../../lib/api.ts'
import { useText } from '../../../lib/language.tsx'
import { useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, Segmented, Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { EventDialog } from './event-dialog.tsx'
import { EventTable } from './event-table.tsx'
import { kinds, yearsOf, type CooperationEvent, type CooperationKind } from './words.ts'
import { YearCounts } from './year-counts.tsx'
import '../parts/rounds.css'
import './events.css'

const texts = {
  title: { zh: '结对与片区协作', en: 'Pairing and area cooperation' },
  counts: {
    zh: '{year}年 结对帮扶{pairing}次，片区协作{area}次，合计{total}次',
    en: '{year}: {pairing} pairing, {area} area, {total} in all',
  },
  record: { zh: '登记', en: 'Record' },
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  print: { zh: '打印', en: 'Print' },
  year: { zh: '年份', en: 'Year' },
  yearOf: { zh: '{year}年', en: '{year}' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '这一年没有登记过', en: 'Nothing was recorded in this year' },
  noneWhy: {
    zh: '县纪委监委内设机构、派驻组与乡镇纪委结对，或跨镇、跨村协作的，在这里登记谁参加、涉及哪些村和单位；登记时同样核对回避。',
    en: 'Pairing of county bodies with towns, and work across towns and villages: who takes part and where. Recusal is checked here too.',
  },
  withdraw: { zh: '撤回登记', en: 'Withdraw the record' },
  withdrawWhat: { zh: '“{title}”登记有误的，撤回后仍留记录，不再计数。', en: '“{title}” stays on record and no longer counts.' },
}

const STEP = 50

interface EventListProps {
  readonly authority: string
  readonly isOffice: boolean
  readonly asked: { readonly year: number; readonly kind?: CooperationKind }
  readonly onAsk: (asked: { readonly year: number; readonly kind?: CooperationKind }) => void
}

/** The events of an office in a year, how many there were in every year, and what each was warned of. */
export function EventList({ authority, isOffice, asked, onAsk }: EventListProps) {
  const t = useText()
  const query = { authority, ...asked }
  const { data, error, refetch } = useRead(listCooperationEvents, { query }, { keep: true })
  const refresh = useAct(withdrawCooperationEvent, (queries) =>
    queries.invalidateQueries({ queryKey: ['listCooperationEvents'] }),
  )
  const [isRecording, setRecording] = useState(false)
  const [gone, setGone] = useState<CooperationEvent | null>(null)
  const [shown, setShown] = useState(STEP)
  const items = data?.items ?? []
  const ask = (part: { readonly year?: number; readonly kind?: CooperationKind | 'all' }) => {
    const { year, kind } = { ...asked, ...part }
    setShown(STEP)
    onAsk({ year, ...(kind === undefined || kind === 'all' ? {} : { kind }) })
  }
  const record = isOffice ? (
    <Button type="primary" onClick={() => setRecording(true)}>
      {t(texts.record)}
    </Button>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      note={data === undefined ? '' : t(texts.counts, { year: asked.year, ...data.counts })}
      acts={
        <>
          <Button href={addressOf(downloadCooperationEvents, {}, query)} disabled={items.length === 0}>
            {t(texts.export)}
          </Button>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {record}
        </>
      }
      {...(data === undefined || data.byYear.length === 0 ? {} : { aside: <YearCounts byYear={data.byYear} /> })}
    >
      <Sheet label={t(texts.title)}>
        <div className="round-search">
          <Select
            aria-label={t(texts.year)}
            value={asked.year}
            onChange={(year) => ask({ year })}
            options={yearsOf(data?.byYear ?? [], asked.year).map((year) => ({ value: year, label: t(texts.yearOf, { year }) }))}
          />
          <Segmented<CooperationKind | 'all'>
            value={asked.kind ?? 'all'}
            onChange={(kind) => ask({ kind })}
            options={[
              { value: 'all' as const, label: t(texts.all) },
              ...(['pairing', 'area'] as const).map((value) => ({ value, label: t(kinds[value]) })),
            ]}
          />
        </div>
        {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
        {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
        {data !== undefined && items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        {items.length === 0 ? null : (
          <>
            <EventTable events={items.slice(0, shown)} onWithdraw={isOffice ? setGone : null} />
            <LoadMore
              shown={Math.min(shown, items.length)}
              hasMore={shown < items.length}
              isLoading={false}
              onMore={() => setShown(shown + STEP)}
            />
          </>
        )}
      </Sheet>
      {isRecording ? <EventDialog authority={authority} onClose={() => setRecording(false)} /> : null}
      {gone === null ? null : (
        <ReasonDialog
          title={t(texts.withdraw)}
          isBusy={refresh.isPending}
          error={refresh.error}
          onClose={() => setGone(null)}
          onDone={(reason) =>
            refresh.mutate({ params: { event: gone.id }, body: { reason } }, { onSuccess: () => setGone(null) })
          }
        >
          <p>{t(texts.withdrawWhat, { title: gone.title })}</p>
        </ReasonDialog>
      )}
    </Page>
  )
}
