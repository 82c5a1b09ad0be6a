// The public addresses, outside /api: no session, no cookie. They bind what contract/src/intake.ts says, and read nothing of who asks.
import type { Readable } from 'node:stream'
import {
  DeskCode,
  INTAKE_HEADERS,
  MailboxQuestion,
  MAX_ENVELOPE,
  Problem,
  type IntakePart,
  type IntakeServer,
} from '@shengmian/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Intake } from './open-intake.ts'

const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const whole = Type.Integer({ minimum: 0, maximum: 10_000_000 })
const desk = { desk: DeskCode }
const DeskParams = Type.Object(desk)
const PartParams = Type.Object({ ...desk, id: hash })
interface AtDesk {
  readonly desk: string
}

/** Registers the public intake on the server. */
export async function intakeRoutes(app: FastifyInstance, intake: Intake): Promise<void> {
  // A context of its own: sealed bytes are read by these routes alone.
  await app.register((inner, _options, done) => {
    inner.addContentTypeParser('application/octet-stream', (_request, payload, parsed) => parsed(null, payload))
    inner.addHook('onSend', (_request, reply, _payload, sent) => {
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
      sent()
    })
    bind(inner, intake)
    done()
  })
}

function bind(app: FastifyInstance, intake: Intake): void {
  app.get('/intake', (): IntakeServer => ({ acknowledge: intake.acknowledge }))

  app.get<{ Params: AtDesk }>('/intake/:desk', { schema: { params: DeskParams } }, ({ params }) => intake.describe(params.desk))

  app.get<{ Params: AtDesk; Querystring: { bytes: number } }>(
    '/intake/:desk/challenge',
    { schema: { params: DeskParams, querystring: Type.Object({ bytes: whole }) } },
    async ({ params, query }) => {
      await intake.openDesk(params.desk)
      return intake.challenges.ask(params.desk, query.bytes)
    },
  )

  app.post<{ Params: AtDesk }>('/intake/:desk/reports', { schema: { params: DeskParams } }, async (request, reply) => {
    const { desk: code } = request.params
    const envelope = await readBody(request, MAX_ENVELOPE)
    await intake.openDesk(code)
    const name = intake.challenges.check(
      headerOf(request, INTAKE_HEADERS.work, /^.{1,400}$/, 'work-needed'),
      code,
      envelope.length,
    )
    const key = headerOf(request, INTAKE_HEADERS.key, /^[0-9a-f]{32}$/, 'key-missing')
    const mailbox = headerOf(request, INTAKE_HEADERS.mailbox, /^[0-9a-f]{64}$/)
    const listed = headerOf(request, INTAKE_HEADERS.attachments, /^([0-9a-f]{64}(,[0-9a-f]{64}){0,23})?$/)
    const reports = intake.reportDesk(code)
    const isFirstUse = intake.challenges.use(name)
    // The answer may have been lost on its way: the same report under the same key is answered again, and nothing else.
    if (!isFirstUse) return reply.type('text/plain; charset=utf-8').send(await reports.repeat(key, envelope))
    intake.load.count()
    const attachments = listed === '' ? [] : listed.split(',')
    const acknowledgement = await reports.accept({ key, mailbox, envelope, attachments, isSlow: intake.load.isFlood() })
    return reply.code(201).type('text/plain; charset=utf-8').send(acknowledgement)
  })

  app.put<{ Params: AtDesk & { id: string } }>('/intake/:desk/parts/:id', { schema: { params: PartParams } }, (request) =>
    receivePart(intake, request, request.params),
  )

  app.get<{ Params: AtDesk & { id: string } }>(
    '/intake/:desk/parts/:id',
    { schema: { params: PartParams } },
    async ({ params }) => {
      await intake.openDesk(params.desk)
      return intake.parts.state(params.desk, params.id)
    },
  )

  app.post<{ Params: AtDesk; Body: { fetch: string } }>(
    '/intake/:desk/mailbox',
    { bodyLimit: 1_024, schema: { params: DeskParams, body: MailboxQuestion } },
    async ({ params, body }, reply) =>
      reply.type('application/json; charset=utf-8').send(await intake.mailbox(params.desk, body.fetch)),
  )

  app.get<{ Params: AtDesk & { number: number } }>(
    '/intake/:desk/register/:number',
    { schema: { params: Type.Object({ ...desk, number: Type.Integer({ minimum: 1 }) }) } },
    ({ params }) => intake.prove(params.desk, params.number),
  )
}

async function receivePart(
  intake: Intake,
  request: FastifyRequest,
  { desk: code, id }: AtDesk & { id: string },
): Promise<IntakePart> {
  const { attachment_bytes: quota } = await intake.openDesk(code)
  // What has begun to arrive goes on; nothing new begins.
  const isOpen = intake.disk.room() !== 'spent'
  const [offset = 0, length = 0] = [INTAKE_HEADERS.offset, INTAKE_HEADERS.length].map((name) =>
    Number(headerOf(request, name, /^\d{1,8}$/)),
  )
  const pay = () => {
    const work = headerOf(request, INTAKE_HEADERS.work, /^.{1,400}$/, 'work-needed')
    if (!intake.challenges.use(intake.challenges.check(work, code, length))) throw new Problem('work-needed')
    intake.load.count()
  }
  return intake.parts.receive({ desk: code, id, offset, length, pay, quota, isOpen }, streamOf(request))
}

function headerOf(
  request: FastifyRequest,
  name: string,
  pattern: RegExp,
  missing: 'bad-request' | 'work-needed' | 'key-missing' = 'bad-request',
): string {
  const value = request.headers[name] ?? ''
  if (typeof value === 'string' && pattern.test(value)) return value
  if (missing !== 'bad-request') throw new Problem(missing)
  throw new Problem('bad-request', { errors: [{ at: `headers/${name}`, zh: '写法不对', en: 'malformed' }] })
}

function streamOf(request: FastifyRequest): Readable {
  if (request.headers['content-type'] === 'application/octet-stream') return request.body as Readable
  throw new Problem('bad-request', { zh: '请以 application/octet-stream 发送', en: 'Send it as application/octet-stream' })
}

async function readBody(request: FastifyRequest, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of streamOf(request)) {
    length += (piece as Buffer).length
    if (length > most) throw new Problem('too-large')
    pieces.push(piece as Buffer)
  }
  // The shortest envelope there is: 8 KiB sealed to two.
  if (length < 8_192) throw new Problem('bad-request', { zh: '这不是密封件', en: 'This is no sealed report' })
  return Buffer.concat(pieces)
}
