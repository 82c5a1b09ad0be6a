import { listDecisions } from '@shengmian/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { texts, verdictNames } from './texts.ts'

/** The book of decisions: every line stays. */
export function Book({ desk }: { readonly desk: string }) {
  const t = useText()
  const { language } = useLanguage()
  const list = useInfiniteQuery({
    queryKey: [listDecisions.id, { params: { desk } }],
    queryFn: ({ signal, pageParam }) =>
      call(listDecisions, { params: { desk }, query: pageParam === null ? {} : { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Sheet label={t(texts.book)}>
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? <Loading what={t(texts.book)} /> : null}
      {list.data !== undefined && lines.length === 0 ? <Empty title={t(texts.noDecision)}>{t(texts.noDecisionWhy)}</Empty> : null}
      {lines.length === 0 ? null : (
        <>
          <div className="inbox-scroll">
            <table className="list inbox-list">
              <thead>
                <tr>
                  <th>{t(texts.number)}</th>
                  <th>{t(texts.report)}</th>
                  <th>{t(texts.state)}</th>
                  <th>{t(texts.reason)}</th>
                  <th>{t(texts.who)}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.number}>
                    <td className="number">{line.number}</td>
                    <td className="number">{t(texts.no, { n: line.report })}</td>
                    <td>
                      {t(verdictNames[line.verdict])}
                      {line.addressee === null ? null : <span className="sealed-note">{line.addressee}</span>}
                    </td>
                    <td className="inbox-reason">{line.reason}</td>
                    <td>{t(texts.by, { by: line.by, day: longDay(line.on, language) })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <LoadMore
            shown={lines.length}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </Sheet>
  )
}
