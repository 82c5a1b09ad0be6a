// The life of a request: who asks, the key, one transaction around the use case, the reply.
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createHash } from 'node:crypto'
import { Problem, withoutTurning, type Endpoint } from '@shengmian/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import { claimKey, fingerprintOf, keepReply } from '../platform/idempotency.ts'
import type { Actor, Transact, Transaction } from '../platform/transaction.ts'
import { asProblem } from './errors.ts'
import { isFileReply, type Call, type Caller, type Route, type Upload } from './serve.ts'

/** Finds the session behind a request; `null` when nobody is signed in. */
type Identify = (
  headers: FastifyRequest['headers'],
  asked: { readonly method: string; readonly url: string; readonly towardsFactor: boolean },
) => Promise<{ readonly token: string; readonly account: Caller } | null>

/** What was asked, for the record. */
export interface Asked {
  readonly endpoint: Endpoint
  readonly params: Readonly<Record<string, string>>
}

/** Writes down what was refused, and who took what is recorded. */
export interface Watch {
  /** Called after the transaction of the request has ended, with what it was refused with. */
  readonly denied: (actor: Actor, asked: Asked, error: unknown) => Promise<void>
  /** Called inside it, before anything is sent. */
  readonly read: (tx: Transaction, asked: Asked) => Promise<void>
}

export interface Binding {
  readonly transact: Transact
  readonly watch: Watch
  readonly identify: Identify
  readonly clock: Clock
  /** Refuses an uploaded file before anything reads it. */
  readonly examine: (file: string) => Promise<void>
}

/** The session behind a request, found once. */
const sessions = new WeakMap<FastifyRequest, { readonly token: string; readonly account: Caller }>()

const OPEN_BYTES = 65_536

/** Binds a route under /api. */
export function bindRoute(app: FastifyInstance, route: Route, binding: Binding): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    schema: {
      ...(endpoint.params === undefined
        ? {}
        : { params: { type: 'object', properties: endpoint.params, required: Object.keys(endpoint.params) } }),
      ...(endpoint.query === undefined ? {} : { querystring: queryObject(endpoint.query) }),
      ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
    },
    // Nobody who is not signed in has much to say, and reading it costs before it is refused.
    ...(endpoint.open === true ? { bodyLimit: OPEN_BYTES } : {}),
    ...(endpoint.perMinute === undefined ? {} : { config: { rateLimit: { max: endpoint.perMinute, timeWindow: '1 minute' } } }),
    // Before anything is read or checked: who is not signed in learns nothing about the form of a request.
    onRequest: async (request) => {
      const asked = { method: request.method, url: request.url, towardsFactor: endpoint.towardsFactor === true }
      // Half a session is as good as none where nobody need be signed in, and has its own refusal elsewhere.
      const session = await binding.identify(request.headers, asked).catch((error: unknown) => {
        if (endpoint.open === true && error instanceof Problem) return null
        throw error
      })
      if (session === null && endpoint.open !== true) throw new Problem('not-signed-in')
      if (session !== null) sessions.set(request, session)
    },
    // Input that somebody signed in sent and that was refused: code and place, never what it was. Denials are written down elsewhere.
    onError: (request, _reply, error, done) => {
      const session = sessions.get(request)
      const refusal = asProblem(error)?.code
      if (session !== undefined && refusal !== undefined)
        request.log.warn({ refusal, endpoint: endpoint.id, account: session.account.id }, 'refused')
      done()
    },
    handler: (request, reply) => answer(route, binding, request, reply),
  })
}

function queryObject(query: NonNullable<Endpoint['query']>): object {
  const required = Object.entries(query).flatMap(([name, schema]) => ('~optional' in schema ? [] : [name]))
  return { type: 'object', properties: query, required, additionalProperties: false }
}

async function answer(route: Route, binding: Binding, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { endpoint } = route
  const session = sessions.get(request) ?? null
  if (endpoint.method !== 'GET') refuseForeignPages(request)
  const received = endpoint.upload === undefined ? null : await receive(request, endpoint.upload.maxBytes, binding.examine)
  const actor: Actor = session === null ? { kind: 'nobody' } : actorOf(session.token, endpoint)
  const asked: Asked = { endpoint, params: textsOf(request.params) }
  try {
    const call = (tx: Transaction): Call<Endpoint> =>
      ({
        params: request.params,
        query: request.query,
        body: request.body,
        upload: received?.upload ?? null,
        tx,
        actor,
        caller: session?.account ?? null,
        clock: binding.clock,
        source: request.ip,
        header: (name: string) => [request.headers[name]].flat()[0],
        setHeader: (name: string, value: string | readonly string[]) => void reply.header(name, value),
      }) as unknown as Call<Endpoint>
    const status = endpoint.status ?? (endpoint.reply === null ? 204 : 200)
    if (endpoint.method === 'GET' || session === null || endpoint.unkept === true) {
      const result = await binding.transact(actor, async (tx) => {
        const answered = await route.handle(call(tx))
        if (endpoint.logged !== undefined && session !== null) await binding.watch.read(tx, asked)
        return answered
      })
      return await send(reply, status, route.finish === undefined ? result : await route.finish(result))
    }
    const key = keyOf(request)
    const fingerprint = fingerprintOf([
      endpoint.method,
      request.url,
      JSON.stringify(request.body ?? null),
      received?.digest ?? '',
    ])
    const outcome = await binding.transact(actor, async (tx) => {
      const kept = await claimKey(tx, session.account.id, key, fingerprint)
      if (kept !== null) return kept
      const result = await route.handle(call(tx))
      if (endpoint.logged !== undefined) await binding.watch.read(tx, asked)
      const file = isFileReply(result)
      if (!file) await keepReply(tx, session.account.id, key, { status, reply: result })
      return { status, reply: result }
    })
    return await send(reply, outcome.status, outcome.reply)
  } catch (error) {
    // A denial that cannot be written down is still a denial; the log says so.
    if (session !== null)
      await binding.watch.denied(actor, asked, error).catch((failure: unknown) => request.log.error({ err: failure }, 'denial'))
    throw error
  } finally {
    if (received !== null) await rm(path.dirname(received.upload.path), { recursive: true, force: true })
  }
}

function actorOf(token: string, endpoint: Endpoint): Actor {
  return { kind: 'session', token, ...(endpoint.door === undefined ? {} : { through: endpoint.door }) }
}

function textsOf(params: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]))
}

async function send(reply: FastifyReply, status: number, result: unknown): Promise<FastifyReply> {
  if (isFileReply(result)) {
    return reply
      .code(status)
      .type(result.type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(result.name)}`)
      .send(result.file)
  }
  void reply.header('cache-control', 'no-store')
  if (result === undefined || result === null) return reply.code(status === 200 ? 204 : status).send()
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(result))
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) throw new Problem('key-missing')
  return key
}

/** A cookie travels with a request that another site's page started; such a request is refused. */
function refuseForeignPages(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('not-allowed')
  // Browsers that do not say where the page came from still say its origin.
  const { origin } = request.headers
  if (site === undefined && origin !== undefined && URL.parse(origin)?.host !== request.headers.host)
    throw new Problem('not-allowed')
}

async function receive(
  request: FastifyRequest,
  maxBytes: number,
  examine: Binding['examine'],
): Promise<{ readonly upload: Upload; readonly digest: string }> {
  if (!request.isMultipart())
    throw new Problem('bad-request', { zh: '请用 multipart/form-data 上传文件', en: 'Send the file as multipart/form-data' })
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } }).catch((error: unknown) => {
    // The parser throws plain errors at a body that is cut or has no boundary: bad input, not a bug.
    throw new Problem('bad-request', {
      zh: '上传的内容不完整或不是 multipart/form-data',
      en: `The upload is cut or no multipart/form-data: ${error instanceof Error ? error.message : String(error)}`,
    })
  })
  if (part === undefined)
    throw new Problem('bad-request', { errors: [{ at: 'file', zh: '没有选择文件', en: 'no file was sent' }] })
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-upload-'))
  const target = path.join(folder, randomUUID())
  const hash = createHash('sha256')
  try {
    await pipeline(part.file, createWriteStream(target, { mode: 0o600 }))
    if (part.file.truncated) throw new Problem('too-large')
    await examine(target)
    for await (const chunk of createReadStream(target)) hash.update(chunk as Buffer)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return {
    upload: { path: target, filename: withoutTurning(part.filename), bytes: part.file.bytesRead },
    digest: hash.digest('hex'),
  }
}
