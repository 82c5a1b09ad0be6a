import { confirmIdentityLink, departToConfirm } from '@shengmian/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** Where this browser remembers that it is away to confirm a link, and not to sign in. */
const KEPT = 'shengmian.confirming'
const stateOf = (address: string) => URL.parse(address)?.searchParams.get('state') ?? null

/** Whether the provider has sent this browser back from a confirmation. */
export function isConfirming(address: string): boolean {
  const kept = sessionStorage.getItem(KEPT)
  return kept !== null && kept === stateOf(address)
}

export function useConfirmDeparture() {
  return useMutation({
    mutationFn: () => call(departToConfirm, {}),
    onSuccess: ({ address }) => {
      sessionStorage.setItem(KEPT, stateOf(address) ?? '')
      window.location.assign(address)
    },
  })
}

/** Hands in the address of this very page, once. */
export function useConfirmation() {
  return useMutation({
    mutationFn: (address: string) => {
      sessionStorage.removeItem(KEPT)
      return call(confirmIdentityLink, { body: { address } })
    },
  })
}
