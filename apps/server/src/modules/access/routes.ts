import {
  approveDelegation,
  approveRole,
  changePassphrase,
  createAccount,
  disableAccount,
  grantRole,
  lendRole,
  liftRecusal,
  listAccounts,
  listDelegations,
  listDenials,
  listDenialTallies,
  listOwnOrders,
  listReadingRates,
  listReadings,
  listRecusals,
  listWaitingRoles,
  readSession,
  recordRecusal,
  revokeDelegation,
  revokeRole,
  signIn,
  signOut,
} from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import type { Transact } from '../../platform/transaction.ts'
import { credentialRoutes } from './credential-routes.ts'
import { emergencyRoutes } from './emergency-routes.ts'
import * as grants from './grant-role.ts'
import * as delegations from './lend-role.ts'
import type { IdentityProvider } from './identity-provider.ts'
import * as waiting from './list-waiting-roles.ts'
import * as accounts from './manage-accounts.ts'
import * as watched from './list-watched.ts'
import { providerRoutes } from './provider-routes.ts'
import * as recusals from './record-recusal.ts'
import * as session from './read-session.ts'
import { secondStepRoutes } from './second-step-routes.ts'
import type { SignInDesk } from './sign-in-desk.ts'

const DEFAULT_LIMIT = 50

/** The endpoints of signing in, accounts and standing roles. */
export function accessRoutes(parts: {
  readonly desk: SignInDesk
  readonly transact: Transact
  readonly provider: IdentityProvider | null
}): readonly Route[] {
  const { desk, transact, provider } = parts
  return [
    serve(signIn, async ({ body, source, header, setHeader }) => {
      const place = { agent: header('user-agent') ?? '', source, cookie: header('cookie') }
      const { secret: token, ways, ...awaits } = await desk.signIn(body.signInName, body.passphrase, place)
      const isOpen = ways.length === 0 && !awaits.awaitsPassphrase && !awaits.awaitsFactor
      const view = isOpen ? await transact({ kind: 'session', token }, session.readSession) : null
      const answer = { session: view, ways: [...ways], ...awaits }
      if (body.as === 'token') return { ...answer, token }
      setHeader('set-cookie', [desk.cookie(token), ...(view === null ? [] : [desk.deviceCookie(view.account.signInName)])])
      return { ...answer, token: null }
    }),
    ...providerRoutes({ desk, transact, provider }),
    ...secondStepRoutes({ desk, transact }),
    serve(readSession, ({ tx }) => session.readSession(tx)),
    serve(signOut, async ({ header, setHeader }) => {
      const { secret } = await desk.liveSession({ cookie: header('cookie'), authorization: header('authorization') })
      await desk.signOut(secret)
      setHeader('set-cookie', desk.cookie(null))
    }),
    serve(changePassphrase, async ({ body, header, setHeader }) => {
      const { live } = await desk.liveSession({ cookie: header('cookie'), authorization: header('authorization') })
      await desk.changePassphrase(live, body.present, body.next)
      setHeader('set-cookie', desk.cookie(null))
    }),
    serve(listOwnOrders, ({ tx, query }) => session.listOwnOrders(tx, query.cursor, query.limit ?? DEFAULT_LIMIT)),
    serve(listAccounts, ({ tx, query }) => accounts.listAccounts(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(listWaitingRoles, ({ tx, query }) => waiting.listWaitingRoles(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(createAccount, ({ tx, body, caller }) => accounts.createAccount(tx, body, caller.id, desk.hash)),
    serve(disableAccount, ({ tx, params, body, caller }) => accounts.disableAccount(tx, params.account, caller.id, body.reason)),
    serve(grantRole, ({ tx, params, body, caller }) => grants.grantRole(tx, params.account, body, caller.id)),
    serve(approveRole, ({ tx, params, caller }) => grants.approveRole(tx, params.account, params.role, caller.id)),
    serve(revokeRole, ({ tx, params, body, caller }) =>
      grants.revokeRole(tx, params.account, params.role, caller.id, body.reason),
    ),
    serve(listDelegations, ({ tx, query }) => delegations.listDelegations(tx, query.cursor, query.limit ?? DEFAULT_LIMIT)),
    serve(lendRole, ({ tx, body, caller }) => delegations.lendRole(tx, body, caller.id)),
    serve(approveDelegation, ({ tx, params, caller }) => delegations.approveDelegation(tx, params.delegation, caller.id)),
    serve(revokeDelegation, ({ tx, params, body, caller }) =>
      delegations.revokeDelegation(tx, params.delegation, caller.id, body.reason),
    ),
    ...credentialRoutes(desk.hash),
    ...emergencyRoutes,
    serve(listRecusals, ({ tx, query }) => recusals.listRecusals(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(recordRecusal, ({ tx, body, caller }) => recusals.recordRecusal(tx, body, caller.id)),
    serve(liftRecusal, ({ tx, params, body, caller }) => recusals.liftRecusal(tx, params.recusal, body.reason, caller.id)),
    serve(listDenials, ({ tx, query }) => watched.listDenials(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(listDenialTallies, ({ tx }) => watched.listDenialTallies(tx)),
    serve(listReadingRates, ({ tx }) => watched.listReadingRates(tx)),
    serve(listReadings, ({ tx, query }) => watched.listReadings(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
  ]
}
