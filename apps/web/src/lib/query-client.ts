import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { RefusedError } from './api.ts'

/** Whether the server has locked the session: any answer can say so. */
export const lockedQuery = queryOptions({
  queryKey: ['session-locked'],
  queryFn: () => false,
  initialData: false,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Reads are tried again only when the network failed; what was refused stays refused. */
export function makeQueryClient(): QueryClient {
  const noteLock = (error: Error) => {
    if (error instanceof RefusedError && error.refusal.code === 'session-locked') queries.setQueryData(lockedQuery.queryKey, true)
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: noteLock }),
    mutationCache: new MutationCache({ onError: noteLock }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof RefusedError && error.refusal.status >= 400 && error.refusal.status < 500),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  })
  return queries
}
