import {
  askPasskey,
  changePassphrase,
  lockSession,
  readSession,
  signIn,
  signOut,
  takeLeadsStep,
  takeSecondStep,
  unlockSession,
  type BodyOf,
  type SessionView,
} from '@shengmian/contract'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, RefusedError } from '../../lib/api.ts'
import { leave } from '../../lib/leave.ts'
import { signWithPasskey } from '../../lib/passkeys.ts'
import { lockedQuery } from '../../lib/query-client.ts'

/** The session, or `null` when nobody is signed in or the session is locked. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal, client }): Promise<SessionView | null> => {
    try {
      return await call(readSession, { signal })
    } catch (error) {
      if (!(error instanceof RefusedError) || error.refusal.status !== 401) throw error
      if (error.refusal.code !== 'session-locked') return null
      client.setQueryData(lockedQuery.queryKey, true)
      // Behind the lock the page stays as it was left.
      return client.getQueryData<SessionView | null>(['session']) ?? null
    }
  },
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Whether the screen is locked. */
export function useIsLocked(): boolean {
  return useQuery(lockedQuery).data
}

/** Whether the caller holds a standing role now; pages hide what the server would refuse, and the server refuses it all the same. */
export function useHasRole(role: SessionView['roles'][number]['role']): boolean {
  const { data } = useSession()
  return data?.roles.some((held) => held.role === role) ?? false
}

/** Whether one of these roles is held at this place or above it; at any place while it is not known yet. */
export function useHoldsAbove(roles: readonly SessionView['roles'][number]['role'][], place: string | undefined): boolean {
  const { data } = useSession()
  const held = data?.roles.filter(({ role }) => roles.includes(role)) ?? []
  return held.some(({ authority }) => place === undefined || place.startsWith(authority.code))
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (who: Login) => call(signIn, { body: { ...who } }),
    onSuccess: (answer) => {
      if (answer.session !== null) queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}

export interface Login {
  readonly signInName: string
  readonly passphrase: string
}

/** Sets a passphrase of one's own in place of the one that was given, and signs in anew with it. */
export function useOwnPassphrase() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ signInName, passphrase, next }: Login & { readonly next: string }) => {
      await call(changePassphrase, { body: { present: passphrase, next } })
      return call(signIn, { body: { signInName, passphrase: next } })
    },
    onSuccess: (answer) => {
      if (answer.session !== null) queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}

/** A code, or `passkey`: the browser is asked for one. */
export type StepWish = { readonly code: string } | 'passkey'

async function stepBody(wish: StepWish): Promise<BodyOf<typeof takeSecondStep>> {
  if (wish !== 'passkey') return { code: wish.code.trim() }
  const question = await call(askPasskey, {})
  return { passkey: { ...(await signWithPasskey(question)) } as unknown as NonNullable<BodyOf<typeof takeSecondStep>['passkey']> }
}

export function useSecondStep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (wish: StepWish) => call(takeSecondStep, { body: await stepBody(wish) }),
    onSuccess: (answer) => {
      if (answer.session !== null) queries.setQueryData(sessionQuery.queryKey, answer.session)
    },
  })
}

export function useLeadsStep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (wish: StepWish) => call(takeLeadsStep, { body: await stepBody(wish) }),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  })
}

export function useLock() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(lockSession, {}),
    // Locked on the screen even where the server cannot be reached.
    onMutate: () => queries.setQueryData(lockedQuery.queryKey, true),
  })
}

export function useUnlock() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (passphrase: string) => call(unlockSession, { body: { passphrase } }),
    onSuccess: async (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      queries.setQueryData(lockedQuery.queryKey, false)
      await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== lockedQuery.queryKey[0] })
    },
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSettled: () => leave(queries),
  })
}
