import { listLeads, listUnsealings, openLead, type LeadEnvelope } from '@shengmian/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { LeadTable } from './lead-table.tsx'
import { OpenedLead } from './opened-lead.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { texts } from './texts.ts'
import { Unsealings } from './unsealings.tsx'

/** The one desk at which a body's leads arrive. */
export function LeadDesk() {
  const t = useText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<LeadEnvelope | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const list = useInfiniteQuery({
    queryKey: [listLeads.id],
    queryFn: ({ signal, pageParam }) => call(listLeads, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const refresh = () => Promise.all([listLeads, listUnsealings].map(({ id }) => queries.invalidateQueries({ queryKey: [id] })))
  const open = useAct(openLead, refresh)
  const leads = list.data?.pages.flatMap((page) => page.items) ?? []
  const unread = leads.filter((lead) => lead.openings === 0).length
  return (
    <Page
      title={t(texts.inbox)}
      note={list.data === undefined || list.hasNextPage ? null : t(texts.count, { n: leads.length, unread })}
    >
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      <div className="lead-desk">
        <Sheet label={t(texts.inbox)}>
          {list.isPending ? <Loading what={t(texts.inbox)} rows={4} /> : null}
          {list.data !== undefined && leads.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
          {leads.length === 0 ? null : <LeadTable leads={leads} chosen={opened} onOpen={setAsking} />}
          {leads.length === 0 ? null : (
            <LoadMore
              shown={leads.length}
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </Sheet>
        <div className="lead-side">
          {opened === null ? (
            <Sheet>
              <p className="block-body muted">{t(texts.nobody)}</p>
            </Sheet>
          ) : (
            <OpenedLead
              key={opened}
              lead={opened}
              onGone={() => {
                setOpened(null)
                void refresh()
              }}
            />
          )}
          <Unsealings />
        </div>
      </div>
      {asking === null ? null : (
        <ReasonDialog
          title={t(texts.openTitle)}
          note={`${asking.number}　${t(texts.openWhy)}`}
          isBusy={open.isPending}
          error={open.error}
          onClose={() => setAsking(null)}
          onDone={(reason) =>
            open.mutate(
              { params: { lead: asking.id }, body: { id: newId(), reason } },
              {
                onSuccess: () => {
                  // What was read before leaves the memory of the page too.
                  queries.removeQueries({ queryKey: ['readLead'] })
                  setOpened(asking.id)
                  setAsking(null)
                },
              },
            )
          }
        />
      )}
    </Page>
  )
}
