import { listAccounts, listCredentialChanges, type Account } from '@shengmian/contract'
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** The most that a page of the list holds. */
const PAGE = 200
const MOST_PAGES = 10

export function useAccounts(search: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [listAccounts.id, { search }],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listAccounts, {
        query: { limit: 50, ...(search === '' ? {} : { search }), ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

/** Every account of the caller's range: what waits for approval may be anybody's. `isPartly`: there are more than were read. */
export function useEveryAccount(enabled: boolean) {
  return useQuery({
    queryKey: [listAccounts.id, 'every'],
    enabled,
    queryFn: async ({ signal }) => {
      const accounts: Account[] = []
      let cursor: string | null = null
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const read: { items: Account[]; next: string | null } = await call(listAccounts, {
          query: { limit: PAGE, ...(cursor === null ? {} : { cursor }) },
          signal,
        })
        accounts.push(...read.items)
        cursor = read.next
        if (cursor === null) break
      }
      return { accounts, isPartly: cursor !== null }
    },
  })
}

export function refreshAccounts(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [read] }) => read === listAccounts.id || read === listCredentialChanges.id,
  })
}
