import { randomUUID } from 'node:crypto'
import { compose, loadDivisions, prepareDatabase, type Composed, type Parts } from '@shengmian/server/compose'
import { fixedClock } from './clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The parsed JSON, or the text where it is none. */
  readonly body: unknown
  readonly bytes: Buffer
}

/** Someone who talks to the server: signed in, or nobody. */
interface TestCaller {
  readonly get: (path: string) => Promise<Answered>
  readonly send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string) => Promise<Answered>
}

export interface TestServer {
  readonly database: TestDatabase
  readonly server: Composed
  readonly clock: ReturnType<typeof fixedClock>
  /** Talks without a session. */
  readonly nobody: TestCaller
  /** Talks with the session of this token. */
  readonly withToken: (token: string) => TestCaller
  readonly stop: () => Promise<void>
}

/**
 * The whole server on a database of its own, in this process, spoken to through HTTP. `divisions` are the places (codes) to import.
 * Rights are measured by the database's own clock, which stays the real one unless a test holds `access.clock()`.
 */
export async function startTestServer(
  options: {
    readonly now?: string
    readonly divisions?: readonly string[]
    readonly ledgerFolder?: string
    readonly intakeTerms?: Parts['intakeTerms']
    /** Reports come into the list as they arrive, unless hours are given. */
    readonly holdHours?: Parts['holdHours']
    readonly freeBytes?: Parts['freeBytes']
    readonly isSecure?: boolean
    /** Standing roles that must have a second factor; without it none. */
    readonly secondFactorOf?: Parts['secondFactorOf']
    readonly proxies?: readonly string[]
    readonly scanner?: Parts['scanner']
    /** Takes the lines of the log; without it there is none. */
    readonly log?: { readonly write: (line: string) => void }
    readonly identityProvider?: {
      readonly issuer: string
      readonly clientId: string
      readonly clientSecret: string
      readonly name: string
      readonly returnTo: string
    }
  } = {},
): Promise<TestServer> {
  const database = await openTestDatabase()
  // The database has its own name, so the roles must be allowed to connect to it.
  await prepareDatabase(database.adminUrl, database.secret)
  if (options.divisions !== undefined) await loadDivisions(database.adminUrl, options.divisions)
  const clock = fixedClock(options.now ?? '2026-11-21T02:00:00Z')
  const server = await compose({
    adminUrl: database.adminUrl,
    secret: database.secret,
    pages: null,
    isSecure: options.isSecure ?? false,
    version: 'test',
    clock,
    holdHours: options.holdHours ?? 0,
    identityProvider: options.identityProvider ?? null,
    ...(options.proxies === undefined ? {} : { proxies: options.proxies }),
    ...(options.scanner === undefined ? {} : { scanner: options.scanner }),
    ...(options.secondFactorOf === undefined ? {} : { secondFactorOf: options.secondFactorOf }),
    ...(options.log === undefined ? {} : { log: options.log }),
    ...(options.freeBytes === undefined ? {} : { freeBytes: options.freeBytes }),
    ...(options.intakeTerms === undefined ? {} : { intakeTerms: options.intakeTerms }),
    ...(options.ledgerFolder === undefined ? {} : { ledgerFolder: options.ledgerFolder }),
  })

  const caller = (token: string | null): TestCaller => {
    const ask = async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      path: string,
      body?: unknown,
      key?: string,
    ): Promise<Answered> => {
      const response = await server.app.inject({
        method,
        url: `/api${path}`,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return {
        status: response.statusCode,
        headers: response.headers,
        body: parsed(response.payload),
        bytes: response.rawPayload,
      }
    }
    return { get: (path) => ask('GET', path), send: (method, path, body, key) => ask(method, path, body, key) }
  }

  return {
    database,
    server,
    clock,
    nobody: caller(null),
    withToken: caller,
    stop: async () => {
      await server.stop()
      await database.drop()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
