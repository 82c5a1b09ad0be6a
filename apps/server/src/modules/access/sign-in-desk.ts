// Where people sign in and out: counts failures, opens and ends sessions, and says whose session a request is.
import { Problem } from '@shengmian/contract'
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
import { IDLE_MINUTES } from './session-times.ts'
import { makeSignInEngine } from './sign-in-engine.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

export interface SignInDesk {
  /** The session behind a request's cookie or bearer token; null when nobody is signed in. */
  readonly identify: (
    headers: Headers,
  ) => Promise<{ readonly token: string; readonly account: { readonly id: string; readonly name: string } } | null>
  /** Opens a session and answers its secret. Throws `sign-in-failed`, or `too-many` while the name must wait. */
  readonly signIn: (signInName: string, passphrase: string, agent: string) => Promise<string>
  readonly signOut: (secret: string) => Promise<void>
  /** Changes the passphrase of an account after checking the present one; every session of the account ends. */
  readonly changePassphrase: (account: string, present: string, next: string) => Promise<void>
  /** The hash to keep of a passphrase. */
  readonly hash: (passphrase: string) => Promise<string>
  /** `Set-Cookie` with the secret, or emptied with null. */
  readonly cookie: (secret: string | null) => string
}

/** `secure` when people reach the product over https: the cookie then never travels otherwise. */
export function openSignInDesk(parts: {
  readonly pool: Parameters<typeof openAuthDatabase>[0]
  readonly secret: string
  readonly secure: boolean
}): SignInDesk {
  const db = openAuthDatabase(parts.pool)
  const engine = makeSignInEngine(db, parts.secret, IDLE_MINUTES * 60)
  const cookieName = parts.secure ? '__Host-shengmian' : 'shengmian'
  return {
    identify: async (headers) => {
      const token = secretOf(headers, cookieName)
      if (token === null) return null
      const account = await findSession(db, token)
      return account === null ? null : { token, account }
    },
    signIn: async (typed, passphrase, agent) => {
      const name = typed.normalize('NFKC').trim().toLowerCase()
      if (!(await countAttempt(db, name))) throw new Problem('too-many', waiting)
      const opened = await engine.open(name, passphrase)
      if (opened === null || !(await sealSession(db, opened.secret, agent))) throw new Problem('sign-in-failed')
      await forgetFailures(db, name)
      await dropEndedSessions(db)
      return opened.secret
    },
    signOut: (secret) => endSession(db, secret),
    changePassphrase: async (account, present, next) => {
      const kept = await readPassphraseHash(db, account)
      if (kept === null) throw new Problem('not-allowed')
      if (!(await countAttempt(db, kept.username))) throw new Problem('too-many', waiting)
      if (!(await engine.verify(kept.hash, present))) throw new Problem('sign-in-failed')
      await forgetFailures(db, kept.username)
      checkPassphrase(next, kept.username, 'body/next')
      if (next === present)
        throw new Problem('unfit', {
          errors: [{ at: 'body/next', zh: '新口令不能与现口令相同', en: 'the new passphrase is the present one' }],
        })
      await writePassphraseHash(db, account, await engine.hash(next))
    },
    hash: engine.hash,
    cookie: (secret) =>
      [
        `${cookieName}=${secret ?? ''}`,
        'Path=/',
        'HttpOnly',
        'SameSite=Lax',
        ...(parts.secure ? ['Secure'] : []),
        ...(secret === null ? ['Max-Age=0'] : []),
      ].join('; '),
  }
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
  const pair = cookie.split(/; */).find((part) => part.startsWith(`${cookieName}=`))
  const value = pair?.slice(cookieName.length + 1)
  return value !== undefined && secretForm.test(value) ? value : null
}
