import { arriveFromProvider, departToProvider, linkIdentity, readIdentityProvider } from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import type { Transact } from '../../platform/transaction.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { linkAccount } from './manage-accounts.ts'
import * as away from './provider-desk.ts'
import { readSession } from './read-session.ts'
import type { SignInDesk } from './sign-in-desk.ts'

/** The endpoints of signing in by the identity provider. */
export function providerRoutes(parts: {
  readonly desk: SignInDesk
  readonly transact: Transact
  readonly provider: IdentityProvider | null
}): readonly Route[] {
  const { desk, transact, provider } = parts
  return [
    serve(readIdentityProvider, () => ({ name: provider?.name ?? null })),
    serve(departToProvider, () => away.departToProvider(desk.steps, provider)),
    serve(arriveFromProvider, async ({ body, header, setHeader }) => {
      const { secret, ways } = await away.arriveFromProvider(desk.steps, provider, body.address, header('user-agent') ?? '')
      const session = ways.length > 0 ? null : await transact({ kind: 'session', token: secret }, readSession)
      if (body.as === 'token') return { session, ways: [...ways], token: secret }
      setHeader('set-cookie', desk.cookie(secret))
      return { session, ways: [...ways], token: null }
    }),
    serve(linkIdentity, ({ tx, params, body }) => linkAccount(tx, params.account, body.subject)),
  ]
}
