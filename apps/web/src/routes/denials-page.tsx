import { useState } from 'react'
import { DenialTable } from '../features/watch/denial-table.tsx'
import { useDenials } from '../features/watch/use-watched.ts'
import { useText } from '../lib/language.tsx'
import { Input } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '拒绝查询', en: 'Denials' },
  note: {
    zh: '点开一行，看按哪条规则、依据哪些事实拒绝。只列归属，不显示业务内容。',
    en: 'Open a row for the rule and the facts. Keys only, no business.',
  },
  search: { zh: '按账号姓名查找', en: 'Find by name' },
  none: { zh: '没有拒绝记录', en: 'Nothing was refused' },
  why: {
    zh: '您管辖范围内的账号被拒绝的每一次请求都会记在这里。',
    en: 'Every request refused to an account within your range is listed here.',
  },
}

/** For the security administrator: what was refused to whom, and why. */
export function DenialsPage() {
  const t = useText()
  const [search, setSearch] = useState('')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDenials(search)
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.note)}
      acts={
        <Input.Search
          allowClear
          placeholder={t(texts.search)}
          style={{ width: 220 }}
          maxLength={100}
          onSearch={(text) => setSearch(text.trim())}
        />
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {items === undefined && error === null ? <Loading what={t(texts.title)} rows={6} /> : null}
        {items?.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {items === undefined || items.length === 0 ? null : (
          <>
            <DenialTable denials={items} />
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
