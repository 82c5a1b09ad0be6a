import { listSealedReports, type SealedReport } from '@shengmian/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { Segmented } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import type { OpenedReports } from './opened-reports.ts'
import { SealedTable } from './sealed-table.tsx'
import { refusals, texts } from './texts.ts'

type Lane = 'usual' | 'slow'
type Show = 'all' | 'undecided'

interface ReceivedProps {
  readonly desk: string
  readonly store: OpenedReports
  /** The one in sight. */
  readonly shown: number | null
  readonly onShow: (number: number) => void
  /** What stands beside the list: the key, or the report in sight. */
  readonly children: (report: SealedReport | null) => ReactNode
}

/** The list of sealed reports, and beside it what is open of them. */
export function Received({ desk, store, shown, onShow, children }: ReceivedProps) {
  const t = useText()
  const [lane, setLane] = useState<Lane>('usual')
  const [show, setShow] = useState<Show>('all')
  const [busy, setBusy] = useState<number | null>(null)
  const [fault, setFault] = useState<{ readonly number: number; readonly why: unknown } | null>(null)
  const list = useInfiniteQuery({
    queryKey: [listSealedReports.id, { params: { desk }, lane, show }],
    queryFn: ({ signal, pageParam }) =>
      call(listSealedReports, {
        params: { desk },
        query: { lane, show, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const reports = list.data?.pages.flatMap(({ items }) => items) ?? []
  const open = async ({ number, day }: SealedReport) => {
    setFault(null)
    if (store.opened.has(number)) return onShow(number)
    setBusy(number)
    try {
      const why = await store.open(number, day)
      if (why === null) onShow(number)
      else setFault({ number, why })
    } catch (why) {
      setFault({ number, why })
    } finally {
      setBusy(null)
    }
  }
  const none = lane === 'slow' ? texts.noneSlow : show === 'undecided' ? texts.noneUndecided : texts.none
  return (
    <div className="inbox-columns">
      <Sheet label={t(texts.sealed)}>
        <div className="inbox-filters">
          <Segmented<Lane>
            size="small"
            value={lane}
            onChange={setLane}
            options={[
              { value: 'usual', label: t(texts.usual) },
              { value: 'slow', label: t(texts.slow) },
            ]}
          />
          <Segmented<Show>
            size="small"
            value={show}
            onChange={setShow}
            options={[
              { value: 'all', label: t(texts.all) },
              { value: 'undecided', label: t(texts.undecided) },
            ]}
          />
        </div>
        {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
        {fault === null ? null : <OpenFault number={fault.number} why={fault.why} />}
        {list.isPending ? <Loading what={t(texts.sealed)} /> : null}
        {list.data !== undefined && reports.length === 0 && !list.hasNextPage ? (
          <Empty title={t(none)}>{none === texts.none ? t(texts.noneWhy) : undefined}</Empty>
        ) : null}
        {reports.length === 0 ? null : (
          <SealedTable
            reports={reports}
            opened={new Set(store.opened.keys())}
            shown={shown}
            busy={busy}
            canOpen={store.keys !== null}
            onOpen={(report) => void open(report)}
          />
        )}
        {reports.length === 0 && !list.hasNextPage ? null : (
          <LoadMore
            shown={reports.length}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        )}
      </Sheet>
      <div className="inbox-side">{children(reports.find(({ number }) => number === shown) ?? null)}</div>
    </div>
  )
}

function OpenFault({ number, why }: { readonly number: number; readonly why: unknown }) {
  const t = useText()
  if (typeof why !== 'string') return <Refused error={why} />
  return (
    <p role="alert" className="key-fault inbox-fault">
      {t(texts.no, { n: number })}：{t(refusals[why as keyof typeof refusals])}
    </p>
  )
}
