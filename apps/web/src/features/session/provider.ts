import { arriveFromProvider, departToProvider } from '@shengmian/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { sessionQuery } from './api.ts'

/** Where this browser remembers for which departure it is away: nobody can be signed in by an address that he was sent. */
const KEPT = 'shengmian.departure'
const stateOf = (address: string) => URL.parse(address)?.searchParams.get('state') ?? null

export function useDeparture() {
  return useMutation({
    mutationFn: () => call(departToProvider, {}),
    onSuccess: ({ address }) => {
      sessionStorage.setItem(KEPT, stateOf(address) ?? '')
      window.location.assign(address)
    },
  })
}

/** Signs in with the address of this very page, if this browser departed for it. */
export function useArrival() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (address: string) => {
      const kept = sessionStorage.getItem(KEPT)
      sessionStorage.removeItem(KEPT)
      if (kept === null || kept !== stateOf(address)) return null
      return call(arriveFromProvider, { body: { address } })
    },
    onSuccess: (answer) => {
      if (answer !== null && answer.session !== null) queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}
