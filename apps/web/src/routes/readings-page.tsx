import { ReadingTable } from '../features/watch/reading-table.tsx'
import { useReadings } from '../features/watch/use-watched.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '查阅与导出记录', en: 'Reads and exports' },
  none: { zh: '没有查阅或导出', en: 'Nothing was read or exported' },
  why: {
    zh: '回避证据每被查阅一次、文件每被导出一次，都会记在这里，谁也不能改动。',
    en: 'Every read of evidence and every export is listed here, and nobody can change it.',
  },
}

/** For the audit administrator: who read evidence and took exports. */
export function ReadingsPage() {
  const t = useText()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadings()
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t(texts.title)}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {items === undefined && error === null ? <Loading what={t(texts.title)} rows={6} /> : null}
        {items?.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {items === undefined || items.length === 0 ? null : (
          <>
            <ReadingTable readings={items} />
            <LoadMore
              shown={items.length}
              hasMore={hasNextPage}
              isLoading={isFetchingNextPage}
              onMore={() => void fetchNextPage()}
            />
          </>
        )}
      </Sheet>
    </Page>
  )
}
