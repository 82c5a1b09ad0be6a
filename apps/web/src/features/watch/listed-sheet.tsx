import type { ReactNode } from 'react'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'

/** What a list that is read page by page answers. */
interface Listed<Item> {
  readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly refetch: () => Promise<unknown>
  readonly fetchNextPage: () => Promise<unknown>
}

interface ListedSheetProps<Item> {
  readonly title: string
  readonly list: Listed<Item>
  /** Said where there is nothing, and why that may be so. */
  readonly none: string
  readonly why: string
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A list that grows on demand, with what it shows while it is read, empty or refused. */
export function ListedSheet<Item>({ title, list, none, why, children }: ListedSheetProps<Item>) {
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      <Sheet label={title}>
        {items === undefined && list.error === null ? <Loading what={title} rows={6} /> : null}
        {items?.length === 0 ? <Empty title={none}>{why}</Empty> : null}
        {items === undefined || items.length === 0 ? null : (
          <>
            {children(items)}
            <LoadMore
              shown={items.length}
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Sheet>
    </>
  )
}
