// Where people sign in and out: counts failures, opens and ends sessions, and says whose session a request is.
import { Problem } from '@shengmian/contract'
import { makeSeal } from '../../platform/seal.ts'
import {
  countAttempt,
  dropEndedSessions,
  endSession,
  findSession,
  forgetFailures,
  openAuthDatabase,
  readPassphraseHash,
  sealSession,
  writePassphraseHash,
} from './auth-store.ts'
import { checkPassphrase } from './check-passphrase.ts'
import type { LiveSession } from './live-session.ts'
import { makePasskeys, type Site } from './passkeys.ts'
import { waysOf, type SecondWay, type StepParts } from './second-step.ts'
import { writeEvent, writeFailure } from './second-factor-store.ts'
import { writeReading } from './emergency-store.ts'
import { lockSession, unlockSession } from './session-step-store.ts'
import { IDLE_MINUTES } from './session-times.ts'
import { makeSignInEngine } from './sign-in-engine.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export interface SignInDesk {
  /**
   * The open session behind a request's cookie or bearer token; null when nobody is signed in.
   * Throws `second-step-missing` or `session-locked` where there is a session that opens nothing yet, or no longer.
   */
  readonly identify: (
    headers: Headers,
    asked: { readonly method: string; readonly url: string },
  ) => Promise<{ readonly token: string; readonly account: { readonly id: string; readonly name: string } } | null>
  /** The session behind a request, whatever its state, with its secret. Throws `not-signed-in`. */
  readonly liveSession: (headers: Headers) => Promise<{ readonly secret: string; readonly live: LiveSession }>
  /** Opens a session and answers its secret and how to take the second step. Throws `sign-in-failed`, or `too-many` while the name must wait. */
  readonly signIn: (
    signInName: string,
    passphrase: string,
    agent: string,
  ) => Promise<{ readonly secret: string; readonly ways: readonly SecondWay[] }>
  readonly signOut: (secret: string) => Promise<void>
  readonly lock: (live: LiveSession) => Promise<void>
  /** Opens a locked session again. Throws `sign-in-failed` or `too-many`. */
  readonly unlock: (live: LiveSession, passphrase: string) => Promise<void>
  /** Throws `sign-in-failed` unless it is the present passphrase of the account. */
  readonly confirm: (account: string, passphrase: string) => Promise<void>
  /** Changes the passphrase of an account after checking the present one; every session of the account ends. */
  readonly changePassphrase: (account: string, present: string, next: string) => Promise<void>
  /** What the second step and the account's own second factors work with. */
  readonly steps: StepParts
  /** The hash to keep of a passphrase. */
  readonly hash: (passphrase: string) => Promise<string>
  /** `Set-Cookie` with the secret, or emptied with null. */
  readonly cookie: (secret: string | null) => string
  /** `Set-Cookie` by which a browser is known again when it comes back from the identity provider, or emptied with null. */
  readonly departureCookie: (agent: string | null) => string
  /** What the browser brought back of it; empty where it brought none. */
  readonly departureOf: (cookie: string | undefined) => string
}

/** `secure` when people reach the product over https: the cookie then never travels otherwise. */
export function openSignInDesk(parts: {
  readonly pool: Parameters<typeof openAuthDatabase>[0]
  readonly secret: string
  readonly secure: boolean
  readonly site: Site
}): SignInDesk {
  const db = openAuthDatabase(parts.pool)
  const engine = makeSignInEngine(db, parts.secret, IDLE_MINUTES * 60)
  const cookieName = parts.secure ? '__Host-shengmian' : 'shengmian'
  const steps: StepParts = { db, seal: makeSeal(parts.secret, 'second factors'), passkeys: makePasskeys(db, parts.site) }
  const find = async (headers: Headers) => {
    const secret = secretOf(headers, cookieName)
    const live = secret === null ? null : await findSession(db, secret)
    return secret === null || live === null ? null : { secret, live }
  }
  const confirm = async (account: string, passphrase: string) => {
    const kept = await readPassphraseHash(db, account)
    if (kept === null) throw new Problem('not-allowed')
    if (!(await countAttempt(db, kept.username))) throw new Problem('too-many', waiting)
    if (!(await engine.verify(kept.hash, passphrase))) throw new Problem('sign-in-failed')
    await forgetFailures(db, kept.username)
    return kept
  }
  return {
    steps,
    identify: async (headers, asked) => {
      const found = await find(headers)
      if (found === null) return null
      const { secret, live } = found
      if (live.state === 'second-step') throw new Problem('second-step-missing')
      if (live.state === 'locked') throw new Problem('session-locked')
      // Before it is answered, and for good: what is read in an emergency is in the book whatever becomes of the request.
      if (live.emergency !== null)
        await writeReading(db, {
          emergency: live.emergency,
          account: live.id,
          method: asked.method,
          address: asked.url.slice(0, 2000),
        })
      return { token: secret, account: { id: live.id, name: live.name } }
    },
    liveSession: async (headers) => {
      const found = await find(headers)
      if (found === null) throw new Problem('not-signed-in')
      return found
    },
    signIn: async (typed, passphrase, agent) => {
      const name = typed.normalize('NFKC').trim().toLowerCase()
      if (!(await countAttempt(db, name))) throw new Problem('too-many', waiting)
      const opened = await engine.open(name, passphrase)
      if (opened === null) {
        await writeFailure(db, name)
        throw new Problem('sign-in-failed')
      }
      const ways = await waysOf(db, opened.account)
      if (!(await sealSession(db, opened.secret, agent, ways.length > 0))) throw new Problem('sign-in-failed')
      await forgetFailures(db, name)
      await dropEndedSessions(db)
      await writeEvent(db, opened.account, 'signed-in')
      return { secret: opened.secret, ways }
    },
    signOut: (secret) => endSession(db, secret),
    lock: async (live) => {
      await lockSession(db, live.session)
      await writeEvent(db, live.id, 'locked')
    },
    unlock: async (live, passphrase) => {
      if (live.state === 'second-step') throw new Problem('second-step-missing')
      await confirm(live.id, passphrase)
      await unlockSession(db, live.session)
      await writeEvent(db, live.id, 'unlocked')
    },
    confirm: async (account, passphrase) => void (await confirm(account, passphrase)),
    changePassphrase: async (account, present, next) => {
      const kept = await confirm(account, present)
      checkPassphrase(next, kept.username, 'body/next')
      if (next === present)
        throw new Problem('unfit', {
          errors: [{ at: 'body/next', zh: '新口令不能与现口令相同', en: 'the new passphrase is the present one' }],
        })
      await writePassphraseHash(db, account, await engine.hash(next))
    },
    hash: engine.hash,
    cookie: (secret) => cookieOf(cookieName, secret, parts.secure),
    departureCookie: (agent) => cookieOf(`${cookieName}-departure`, agent, parts.secure),
    departureOf: (cookie) => valueOf(cookie ?? '', `${cookieName}-departure`) ?? '',
  }
}

function cookieOf(name: string, value: string | null, isSecure: boolean): string {
  return [
    `${name}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : []),
  ].join('; ')
}

function valueOf(cookie: string, name: string): string | undefined {
  return cookie
    .split(/; */)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

const waiting = {
  zh: '登录失败次数过多，请稍候再试；每次失败等待时间加倍，最长 15 分钟',
  en: 'Too many failures; wait before trying again. Each failure doubles the wait, up to 15 minutes',
} as const

const secretForm = /^[A-Za-z0-9]{32}$/

/** A bearer token goes before the cookie: whoever sends one means it. */
function secretOf(headers: Headers, cookieName: string): string | null {
  const { authorization, cookie } = headers
  if (typeof authorization === 'string') {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    return token !== undefined && secretForm.test(token) ? token : null
  }
  if (typeof cookie !== 'string') return null
  const value = valueOf(cookie, cookieName)
  return value !== undefined && secretForm.test(value) ? value : null
}
