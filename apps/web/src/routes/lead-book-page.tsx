import { listLeadOpenings } from '@shengmian/contract'
import { OpeningList } from '../features/leads/opening-list.tsx'
import { texts } from '../features/leads/texts.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

/** For the audit administrator: who opened what, when and why; of the leads themselves nothing. */
export function LeadBookPage() {
  const t = useText()
  const book = useRead(listLeadOpenings, {})
  return (
    <Page title={t(texts.book)}>
      {book.error === null ? null : <Refused error={book.error} onRetry={() => void book.refetch()} />}
      <Sheet>
        {book.isPending ? <Loading what={t(texts.book)} rows={4} /> : null}
        {book.data?.items.length === 0 ? <Empty title={t(texts.bookNone)}>{t(texts.bookNoneWhy)}</Empty> : null}
        <OpeningList openings={book.data?.items ?? []} />
      </Sheet>
    </Page>
  )
}
