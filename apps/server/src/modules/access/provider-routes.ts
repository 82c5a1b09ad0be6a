import {
  arriveFromProvider,
  confirmIdentityLink,
  departToConfirm,
  departToProvider,
  endIdentityLink,
  listIdentityLinks,
  proposeIdentityLink,
  readIdentityProvider,
} from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import type { Transact } from '../../platform/transaction.ts'
import type { IdentityProvider } from './identity-provider.ts'
import * as links from './link-identity.ts'
import * as away from './provider-desk.ts'
import { readSession } from './read-session.ts'
import type { SignInDesk } from './sign-in-desk.ts'

const DEFAULT_LIMIT = 50

/** The endpoints of signing in by the identity provider, and of the links that say who that is. */
export function providerRoutes(parts: {
  readonly desk: SignInDesk
  readonly transact: Transact
  readonly provider: IdentityProvider | null
}): readonly Route[] {
  const { desk, transact, provider } = parts
  return [
    serve(readIdentityProvider, () => ({ name: provider?.name ?? null })),
    serve(departToProvider, async ({ setHeader }) => {
      const { address, agent } = await away.departToProvider(desk.steps, provider)
      setHeader('set-cookie', desk.departureCookie(agent))
      return { address }
    }),
    serve(arriveFromProvider, async ({ body, header, setHeader }) => {
      const { secret, ways, awaitsFactor } = await away.arriveFromProvider(desk.steps, provider, {
        address: body.address,
        agent: desk.departureOf(header('cookie')),
        userAgent: header('user-agent') ?? '',
      })
      const session = ways.length > 0 || awaitsFactor ? null : await transact({ kind: 'session', token: secret }, readSession)
      const answer = { session, ways: [...ways], awaitsPassphrase: false, awaitsFactor }
      if (body.as === 'token') return { ...answer, token: secret }
      setHeader('set-cookie', [desk.cookie(secret), desk.departureCookie(null)])
      return { ...answer, token: null }
    }),
    serve(listIdentityLinks, ({ tx, query }) => links.listIdentityLinks(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(proposeIdentityLink, ({ tx, body }) => links.proposeIdentityLink(tx, provider?.issuer ?? null, body)),
    serve(endIdentityLink, ({ tx, params, body }) => links.endIdentityLink(tx, params.link, body.reason)),
    serve(departToConfirm, async ({ tx, header }) => {
      await links.demandProposed(tx)
      const { live } = await desk.liveSession({ cookie: header('cookie'), authorization: header('authorization') })
      return { address: await away.departToConfirm(desk.steps, provider, live.session) }
    }),
    serve(confirmIdentityLink, async ({ body, header }) => {
      const { live } = await desk.liveSession({ cookie: header('cookie'), authorization: header('authorization') })
      await away.confirmIdentity(desk.steps, provider, { address: body.address, session: live.session, account: live.id })
    }),
  ]
}
