// Reading and acting as two hooks over any endpoint, so a feature writes no fetching of its own.
import type { Endpoint, ReplyOf } from '@shengmian/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call, type CallInput } from './api.ts'

interface ReadOptions<R> {
  readonly enabled?: boolean
  /** Milliseconds until the next look, or `false` to stop looking. */
  readonly again?: (answer: R | undefined) => number | false
  /** Keeps the last answer in sight while the next one is fetched. */
  readonly keep?: boolean
}

/** Reads an endpoint; the answer is kept under its id and input. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: Omit<CallInput<E>, 'signal' | 'body'>,
  options: ReadOptions<ReplyOf<E>> = {},
) {
  const { again, enabled = true, keep = false } = options
  return useQuery<ReplyOf<E>>({
    queryKey: [endpoint.id, input],
    queryFn: ({ signal }) => call(endpoint, { ...input, signal } as unknown as CallInput<E>),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(again === undefined ? {} : { refetchInterval: (query) => again(query.state.data) }),
  })
}

/** Acts on an endpoint, then refreshes what `refresh` names. */
export function useAct<E extends Endpoint>(endpoint: E, refresh: (queries: QueryClient) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation<ReplyOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: () => refresh(queries),
  })
}

/** Everything that was read about one round, and the lists in which it stands. */
export function refreshRound(round: string): (queries: QueryClient) => Promise<unknown> {
  return (queries) =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [id, input] }) => id === 'listRounds' || id === 'readCalendar' || isAbout(input, round),
    })
}

function isAbout(input: unknown, subject: string): boolean {
  const params = (input as { params?: Record<string, unknown> } | undefined)?.params
  return params !== undefined && Object.values(params).includes(subject)
}
