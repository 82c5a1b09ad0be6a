import { QueryClient } from '@tanstack/react-query'
import { RefusedError } from './api.ts'

/** Reads are tried again only when the network failed; what was refused stays refused. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
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
}
