import { listAccounts, listCredentialChanges, listWaitingRoles } from '@shengmian/contract'
import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

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

/** What waits for a second hand, what has waited longest first. */
export function useWaitingRoles() {
  return useInfiniteQuery({
    queryKey: [listWaitingRoles.id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listWaitingRoles, { query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.next,
  })
}

export function refreshAccounts(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [read] }) =>
      read === listAccounts.id || read === listWaitingRoles.id || read === listCredentialChanges.id,
  })
}
