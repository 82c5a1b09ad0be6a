import { readSession, signIn, signOut, type SessionView } from '@shengmian/contract'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, RefusedError } from '../../lib/api.ts'

/** The session, or `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      return await call(readSession, { signal })
    } catch (error) {
      if (error instanceof RefusedError && error.refusal.status === 401) return null
      throw error
    }
  },
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Whether the caller holds a standing role now; pages hide what the server would refuse, and the server refuses it all the same. */
export function useHasRole(role: SessionView['roles'][number]['role']): boolean {
  const { data } = useSession()
  return data?.roles.some((held) => held.role === role) ?? false
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (who: { signInName: string; passphrase: string }) => call(signIn, { body: who }),
    onSuccess: (answer) => {
      if (answer.session !== null) queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    // Nothing of the last reader stays on the screen of the next.
    onSettled: () => {
      queries.clear()
      window.location.assign('/sign-in')
    },
  })
}
