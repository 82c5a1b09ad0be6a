import { listDenials, listReadings } from '@shengmian/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** Denials page by page, the newest first. */
export function useDenials(search: string) {
  return useInfiniteQuery({
    queryKey: ['listDenials', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listDenials, {
        query: { ...(search === '' ? {} : { search }), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** Reads of evidence and exports page by page, the newest first. */
export function useReadings() {
  return useInfiniteQuery({
    queryKey: ['listReadings'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listReadings, { query: pageParam === '' ? {} : { cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.next,
  })
}
