import {
  addPasskey,
  askPasskey,
  confirmTotp,
  listOwnSessions,
  lockSession,
  offerPasskey,
  Problem,
  readSecondFactors,
  removeSecondFactor,
  renewRecoveryCodes,
  signOutEverywhere,
  startTotp,
  takeLeadsStep,
  takeSecondStep,
  unlockSession,
} from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import type { Transact } from '../../platform/transaction.ts'
import type { LiveSession } from './live-session.ts'
import { endEverySession, listSessions } from './own-sessions.ts'
import { readSession } from './read-session.ts'
import * as factors from './second-factors.ts'
import { completeSignIn, stepToLeads } from './second-step.ts'
import type { SignInDesk } from './sign-in-desk.ts'

type Asking = { readonly header: (name: string) => string | undefined }

/** The endpoints of the second step, the lock, and a person's own second factors and sessions. */
export function secondStepRoutes(parts: { readonly desk: SignInDesk; readonly transact: Transact }): readonly Route[] {
  const { desk, transact } = parts
  const { steps } = desk
  const found = ({ header }: Asking) => desk.liveSession({ cookie: header('cookie'), authorization: header('authorization') })
  const live = async (call: Asking): Promise<LiveSession> => (await found(call)).live
  const deviceOf = (call: Asking, session: LiveSession) => desk.deviceOf(session.username, call.header('cookie'))
  /** The session, once its passphrase was given again. */
  const confirmed = async (call: Asking & { readonly body: { readonly passphrase: string } }): Promise<LiveSession> => {
    const session = await live(call)
    await desk.confirm(session.id, call.body.passphrase)
    return session
  }
  const view = (token: string) => transact({ kind: 'session', token }, readSession)
  return [
    serve(takeSecondStep, async (call) => {
      const { secret, live: session } = await found(call)
      await completeSignIn(steps, session, call.body, deviceOf(call, session))
      const isCookie = call.header('authorization') === undefined
      const { state } = (await found(call)).live
      if (isCookie && state === 'open') call.setHeader('set-cookie', desk.deviceCookie(session.username))
      const awaits = { awaitsPassphrase: state === 'given-passphrase', awaitsFactor: state === 'no-second-factor' }
      return { ways: [], ...awaits, token: isCookie ? null : secret, session: state === 'open' ? await view(secret) : null }
    }),
    serve(takeLeadsStep, async (call) => {
      const { secret, live: session } = await found(call)
      await stepToLeads(steps, session, call.body, deviceOf(call, session))
      return view(secret)
    }),
    serve(askPasskey, async (call) => {
      const session = await live(call)
      if (session.state === 'locked') throw new Problem('session-locked')
      if (session.state === 'no-second-factor') throw new Problem('second-factor-unset')
      return (await steps.passkeys.ask(session.session, session.id)) as Record<string, unknown>
    }),
    serve(lockSession, async (call) => desk.lock(await live(call))),
    serve(unlockSession, async (call) => {
      const { secret, live: session } = await found(call)
      await desk.unlock(session, call.body.passphrase)
      return view(secret)
    }),
    serve(readSecondFactors, ({ caller }) => factors.showSecondFactors(steps, caller.id)),
    serve(startTotp, async (call) => factors.startTotp(steps, await confirmed(call))),
    serve(confirmTotp, async (call) => factors.confirmTotp(steps, await live(call), call.body.code)),
    serve(offerPasskey, async (call) => {
      const session = await confirmed(call)
      const account = { id: session.id, name: session.username }
      return (await steps.passkeys.offer(session.session, account)) as Record<string, unknown>
    }),
    serve(addPasskey, async (call) => factors.addPasskey(steps, await live(call), call.body.name, call.body.answer)),
    serve(removeSecondFactor, async (call) => factors.removeSecondFactor(steps, await confirmed(call), call.body.passkey)),
    serve(renewRecoveryCodes, async (call) => ({
      recoveryCodes: await factors.renewRecoveryCodes(steps, await confirmed(call)),
    })),
    serve(listOwnSessions, async (call) => listSessions(steps.db, await live(call))),
    serve(signOutEverywhere, async (call) => {
      await endEverySession(steps.db, (await live(call)).id)
      call.setHeader('set-cookie', desk.cookie(null))
    }),
  ]
}
