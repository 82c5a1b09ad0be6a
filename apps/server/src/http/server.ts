// The HTTP server: plug-ins, strict headers, and every route bound in one way.
import { randomBytes } from 'node:crypto'
import type { ServerOptions } from 'node:https'
import type { Socket } from 'node:net'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import helmet from '@fastify/helmet'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { Problem } from '@shengmian/contract'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { plainPeers } from '../platform/peers.ts'
import { bindRoute, type Binding } from './bind.ts'
import { answerErrors, sendProblem } from './errors.ts'
import { openApiOf } from './openapi.ts'
import type { Route } from './serve.ts'
import { servePages } from './pages.ts'
import { serveReportPage } from './report-page.ts'
import { refuseTurnedText } from './turned-text.ts'

export interface ServerParts extends Binding {
  readonly routes: readonly Route[]
  /** Adds what is not an endpoint of the contract: the public intake. */
  readonly extend: (app: FastifyInstance) => Promise<void>
  readonly version: string
  /** Where the built staff pages lie; `null` serves the API alone. */
  readonly pages: string | null
  readonly log: boolean | { readonly write: (line: string) => void }
  /** TLS of our own; without it, plain http to this machine and to `proxies` alone. */
  readonly tls?: ServerOptions | null
  /** Whether people reach the product over https: browsers are told to come no other way. */
  readonly isSecure: boolean
  /** Addresses of proxies whose word on where a request comes from is believed; of nobody else it is. */
  readonly proxies: readonly string[]
}

/** What a log may say of a request: nothing of who sent it. */
const serializers = { req: ({ method }: { readonly method: string }) => ({ method }) }

/** Makes the server; it listens only when told. */
export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  // Of the two kinds of server nothing differs that is used here: without this every route would be typed for one of them.
  const app = Fastify({
    https: parts.tls ?? null,
    logger:
      parts.log === false
        ? false
        : {
            level: process.env['LOG_LEVEL'] ?? 'warn',
            redact: ['req.headers.cookie', 'req.headers.authorization'],
            serializers,
            ...(parts.log === true ? {} : { stream: parts.log }),
          },
    trustProxy: parts.proxies.length === 0 ? false : [...parts.proxies],
    // A line a request would say from where and when a report came, whatever the level.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 8 * 1024 * 1024,
    // A request that trickles in for ever holds a connection; an upload that is cut goes on where it was.
    requestTimeout: 300_000,
    genReqId: () => randomBytes(8).toString('hex'),
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, _request, reply) => {
      void sendProblem(reply, new Problem('bad-request', { zh: '地址写法不对', en: error.message }))
    },
  }) as unknown as FastifyInstance
  if (parts.tls === undefined || parts.tls === null) {
    const isKnown = plainPeers(parts.proxies)
    app.server.on('connection', (socket: Socket) => {
      if (!isKnown(socket.remoteAddress)) socket.destroy()
    })
  }
  validateStrictly(app)
  answerErrors(app)
  refuseTurnedText(app)
  // Before the headers are written, since they name it.
  app.addHook('onRequest', (_request, reply, done) => {
    Object.assign(reply.raw, { styleNonce: randomBytes(16).toString('base64') })
    done()
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Receipts are derived by a small WebAssembly program (decision 0089); text still never becomes script.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // The component library writes its style sheets at run time; the nonce lets only those through.
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as { styleNonce?: string }).styleNonce ?? ''}'`],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: parts.isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  })
  // Files and refusals say as much as answers: none of them is kept on the way or on a shared computer.
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    done()
  })
  await app.register(rateLimit, {
    // One address may be a whole office behind one line; guessing passphrases is slowed elsewhere.
    max: 6000,
    timeWindow: '1 minute',
    // Of a request whose sender is gone already the address is gone too.
    keyGenerator: ({ ip }) => (ip as string | undefined) ?? '',
    allowList: (request) => !request.url.startsWith('/api/'),
  })
  await app.register(multipart)
  app.get('/api/openapi.json', () =>
    openApiOf(
      parts.routes.map((route) => route.endpoint),
      parts.version,
    ),
  )
  for (const route of parts.routes) bindRoute(app, route, parts)
  await parts.extend(app)
  if (parts.pages !== null) await serveReportPage(app, parts.pages)
  if (parts.pages !== null) await servePages(app, parts.pages)
  return app
}

/** Bodies are taken as they are; only addresses, which are text by nature, are turned into numbers and booleans. */
function validateStrictly(app: FastifyInstance): void {
  const options = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const
  const strict = new Ajv(options)
  const coercing = new Ajv({ ...options, coerceTypes: 'array' })
  for (const ajv of [strict, coercing]) addFormats.default(ajv)
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema as object))
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
}
