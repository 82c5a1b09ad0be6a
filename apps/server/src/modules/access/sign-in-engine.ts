// better-auth, told our tables. It verifies passphrases and opens sessions; its own routes are served nowhere.
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import { v7 } from 'uuid'
import type { AuthDatabase } from './auth-store.ts'
import { PASSPHRASE_LONGEST, PASSPHRASE_SHORTEST } from './check-passphrase.ts'

export interface SignInEngine {
  /** Opens a session; answers its secret, or null when name and passphrase do not belong together. Takes as long for a name nobody has. */
  readonly open: (signInName: string, passphrase: string) => Promise<{ readonly secret: string; readonly account: string } | null>
  readonly hash: (passphrase: string) => Promise<string>
  readonly verify: (hash: string, passphrase: string) => Promise<boolean>
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/** Runs on the connections of the database role `shengmian_auth`. */
export function makeSignInEngine(db: AuthDatabase, secret: string, idleSeconds: number): SignInEngine {
  const auth = betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: { db, type: 'postgres', schemaName: 'access' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSPHRASE_SHORTEST,
      maxPasswordLength: PASSPHRASE_LONGEST,
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', ...times },
      // Named so that its check of the schema agrees; it never writes an account.
      additionalFields: { authority: { type: 'number', bigint: true, input: false }, level: { type: 'string', input: false } },
    },
    session: {
      modelName: 'session',
      expiresIn: idleSeconds,
      fields: { userId: 'account', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account',
        providerId: 'provider',
        accountId: 'provider_account',
        password: 'passphrase',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    advanced: { database: { generateId: () => v7() } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [username({ displayUsername: false, usernameValidator: (name) => /^[a-z0-9][a-z0-9_.-]*$/.test(name) })],
  })
  return {
    open: async (signInName, passphrase) => {
      const answer = await auth.api.signInUsername({ body: { username: signInName, password: passphrase } }).catch(refusal)
      return answer === null ? null : { secret: answer.token, account: answer.user.id }
    },
    hash: async (passphrase) => (await auth.$context).password.hash(passphrase),
    verify: async (hash, passphrase) => (await auth.$context).password.verify({ hash, password: passphrase }),
  }
}

/** A refusal is an answer; anything else is a fault and goes on. */
function refusal(error: unknown): null {
  if (error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 422)) return null
  throw error
}
