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
import { laneOf, makeKnownDevices, valueOf } from './known-devices.ts'
import type { LiveSession } from './live-session.ts'
import { makePasskeys, type Site } from './passkeys.ts'
import { waysOf, type SecondWay, type StepParts } from './second-step.ts'
import { writeEvent, writeFailure } from './second-factor-store.ts'
import { writeReading } from './emergency-store.ts'
import { lockSession, unlockSession } from './session-step-store.ts'
import { IDLE_MINUTES } from './session-times.ts'
import { makeSignInEngine } from './sign-in-engine.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** Where somebody signs in: what his browser says it is, the address it speaks from, and the cookies it brings. */
interface Place {
  readonly agent: string
  readonly source: string
  readonly cookie: string | undefined
}

interface Opened {
  readonly secret: string
  /** How the second step can be taken; empty where none is missing. */
  readonly ways: readonly SecondWay[]
  /** Whether the passphrase was given by somebody else: nothing opens until its person has set another. */
  readonly awaitsPassphrase: boolean
  /** Whether the account must have a second factor and has none: nothing opens until it has. */
  readonly awaitsFactor: boolean
}

export interface SignInDesk {
  /**
   * The open session behind a request's cookie or bearer token; null when nobody is signed in.
   * Throws `second-step-missing`, `passphrase-given`, `second-factor-unset` or `session-locked` where there is a session that opens nothing yet, or no longer.
   */
  readonly identify: (
    headers: Headers,
    asked: { readonly method: string; readonly url: string; readonly towardsFactor: boolean },
  ) => Promise<{ readonly token: string; readonly account: { readonly id: string; readonly name: string } } | null>
  /** The session behind a request, whatever its state, with its secret. Throws `not-signed-in`. */
  readonly liveSession: (headers: Headers) => Promise<{ readonly secret: string; readonly live: LiveSession }>
  /** Opens a session. Throws `sign-in-failed`, or `too-many` while the name must wait in that place. */
  readonly signIn: (signInName: string, passphrase: string, place: Place) => Promise<Opened>
  readonly signOut: (secret: string) => Promise<void>
  readonly lock: (live: LiveSession) => Promise<void>
  /** Opens a locked session again. Throws `sign-in-failed` or `too-many`. */
  readonly unlock: (live: LiveSession, passphrase: string) => Promise<void>
  /** Throws `sign-in-failed` unless it is the present passphrase of the account. */
  readonly confirm: (account: string, passphrase: string) => Promise<void>
  /** Changes the passphrase of a session's account after checking the present one; every session of the account ends. */
  readonly changePassphrase: (live: LiveSession, present: string, next: string) => Promise<void>
  /** What the second step and the account's own second factors work with. */
  readonly steps: StepParts
  /** The hash to keep of a passphrase. */
  readonly hash: (passphrase: string) => Promise<string>
  /** The device by which this browser is known for an account; null where it is not. */
  readonly deviceOf: (signInName: string, cookie: string | undefined) => string | null
  /** `Set-Cookie` by which it will be known. */
  readonly deviceCookie: (signInName: string) => string
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
  /** Standing roles that must have a second factor. */
  readonly demandedOf: readonly string[]
  /** The present time in milliseconds. */
  readonly now: () => number
}): SignInDesk {
  const db = openAuthDatabase(parts.pool)
  const engine = makeSignInEngine(db, parts.secret, IDLE_MINUTES * 60)
  const cookieName = parts.secure ? '__Host-shengmian' : 'shengmian'
  const devices = makeKnownDevices(makeSeal(parts.secret, 'known devices'), cookieName, parts.now)
  const steps: StepParts = {
    db,
    seal: makeSeal(parts.secret, 'second factors'),
    passkeys: makePasskeys(db, parts.site),
    demandedOf: parts.demandedOf,
  }
  const find = async (headers: Headers) => {
    const secret = secretOf(headers, cookieName)
    const live = secret === null ? null : await findSession(db, secret)
    return secret === null || live === null ? null : { secret, live }
  }
  const confirm = async (account: string, passphrase: string) => {
    const kept = await readPassphraseHash(db, account)
    if (kept === null) throw new Problem('not-allowed')
    // A lane of its own: only who is signed in fails here, so nobody who merely knows the name can make him wait.
    const lane = `${kept.username} signed in`
    if (!(await countAttempt(db, lane))) throw new Problem('too-many', waiting)
    if (!(await engine.verify(kept.hash, passphrase))) throw new Problem('sign-in-failed')
    await forgetFailures(db, lane)
    return kept
  }
  return {
    steps,
    identify: async (headers, asked) => {
      const found = await find(headers)
      if (found === null) return null
      const { secret, live } = found
      const isOpen = live.state === 'open' || (live.state === 'no-second-factor' && asked.towardsFactor)
      if (live.state !== 'open' && !isOpen) throw new Problem(refusals[live.state])
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
    signIn: async (typed, passphrase, { agent, source, cookie }) => {
      const name = typed.normalize('NFKC').trim().toLowerCase()
      const lane = laneOf(name, devices.deviceOf(name, cookie), source)
      if (!(await countAttempt(db, lane))) throw new Problem('too-many', waiting)
      const opened = await engine.open(name, passphrase)
      if (opened === null) {
        await writeFailure(db, name, lane)
        throw new Problem('sign-in-failed')
      }
      const ways = await waysOf(db, opened.account)
      const sealed = await sealSession(db, opened.secret, {
        by: 'passphrase',
        agent,
        awaitsSecond: ways.length > 0,
        demandedOf: steps.demandedOf,
      })
      if (sealed === null) throw new Problem('sign-in-failed')
      await forgetFailures(db, lane)
      await dropEndedSessions(db)
      await writeEvent(db, opened.account, 'signed-in')
      return { secret: opened.secret, ways, ...sealed }
    },
    signOut: (secret) => endSession(db, secret),
    lock: async (live) => {
      await lockSession(db, live.session)
      await writeEvent(db, live.id, 'locked')
    },
    unlock: async (live, passphrase) => {
      if (live.state !== 'open' && live.state !== 'locked') throw new Problem(refusals[live.state])
      await confirm(live.id, passphrase)
      await unlockSession(db, live.session)
      await writeEvent(db, live.id, 'unlocked')
    },
    confirm: async (account, passphrase) => void (await confirm(account, passphrase)),
    changePassphrase: async (live, present, next) => {
      if (live.state !== 'open' && live.state !== 'given-passphrase') throw new Problem(refusals[live.state])
      const kept = await confirm(live.id, present)
      checkPassphrase(next, kept.username, 'body/next')
      if (next === present)
        throw new Problem('unfit', {
          errors: [{ at: 'body/next', zh: '新口令不能与现口令相同', en: 'the new passphrase is the present one' }],
        })
      await writePassphraseHash(db, live.id, await engine.hash(next))
    },
    hash: engine.hash,
    deviceOf: devices.deviceOf,
    deviceCookie: (signInName) => {
      const { name, value, maxAge } = devices.cookieFor(signInName)
      return cookieOf(name, value, { isSecure: parts.secure, maxAge })
    },
    cookie: (secret) => cookieOf(cookieName, secret, { isSecure: parts.secure }),
    departureCookie: (agent) => cookieOf(`${cookieName}-departure`, agent, { isSecure: parts.secure }),
    departureOf: (cookie) => valueOf(cookie ?? '', `${cookieName}-departure`) ?? '',
  }
}

/** What a request is answered with that comes with a session which opens nothing. */
const refusals = {
  'second-step': 'second-step-missing',
  'given-passphrase': 'passphrase-given',
  'no-second-factor': 'second-factor-unset',
  locked: 'session-locked',
} as const

function cookieOf(
  name: string,
  value: string | null,
  { isSecure, maxAge }: { readonly isSecure: boolean; readonly maxAge?: number },
): string {
  return [
    `${name}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ')
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
