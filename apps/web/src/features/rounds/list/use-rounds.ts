import { listRounds, type QueryOf } from '@shengmian/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'

export type RoundsAsked = Omit<QueryOf<typeof listRounds>, 'cursor' | 'limit'>

/** Rounds page by page, newest first. */
export function useRounds(asked: RoundsAsked) {
  return useInfiniteQuery({
    queryKey: ['listRounds', { pages: asked }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listRounds, { query: { ...asked, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}
