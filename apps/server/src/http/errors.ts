// The one place that turns what was thrown into a problem document (RFC 9457).
import { randomUUID } from 'node:crypto'
import { Problem, problemEntry, type ProblemCode, type ProblemItem } from '@shengmian/contract'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import pg from 'pg'

/** SQLSTATEs that say something about the request and not about a bug. */
const byState: Readonly<Record<string, ProblemCode>> = {
  // a byte, an id or a date that the schema let pass and the database cannot keep
  '22021': 'bad-request',
  '22P02': 'bad-request',
  '22P05': 'bad-request',
  '22007': 'bad-request',
  '22008': 'bad-request',
  '22003': 'bad-request',
  '23505': 'already-there',
  '23503': 'not-found',
  '42501': 'not-allowed',
  '40001': 'changed-meanwhile',
  '40P01': 'changed-meanwhile',
  '57P01': 'unavailable',
  '53300': 'unavailable',
}

/** Registers the handlers for whatever a request can throw, a missing page included. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem | Error, request, reply) => {
    const problem = asProblem(error)
    if (problem !== null) return sendProblem(reply, problem)
    const instance = randomUUID()
    request.log.error({ err: error, instance }, 'unexpected')
    return sendProblem(reply, new Problem('internal'), instance)
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem('not-found')))
}

/** What can be said of it to whoever asked; null where it is a bug. */
export function asProblem(error: FastifyError | Problem | Error): Problem | null {
  if (error instanceof Problem) return error
  if ('validation' in error && error.validation !== undefined) {
    const place = 'validationContext' in error ? error.validationContext : 'body'
    return new Problem('bad-request', { errors: error.validation.map((entry) => itemOf(place, entry)) })
  }
  if (error instanceof pg.DatabaseError) {
    const code = byState[error.code ?? '']
    return code === undefined ? null : new Problem(code)
  }
  if ('code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET')) return new Problem('unavailable')
  if ('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500)
    return fromStatus(error.statusCode, error.message)
  return null
}

function fromStatus(status: number, message: string): Problem {
  if (status === 413) return new Problem('too-large')
  if (status === 429) return new Problem('too-many')
  return new Problem('bad-request', { zh: '请求的地址、格式或 JSON 写法不对', en: message })
}

function itemOf(
  place: string,
  entry: { instancePath: string; message?: string; keyword: string; params: Record<string, unknown> },
): ProblemItem {
  const missing = entry.params['missingProperty'] ?? entry.params['additionalProperty']
  const at = `${place}${entry.instancePath}${typeof missing === 'string' ? `/${missing}` : ''}`
  const zh: Readonly<Record<string, string>> = {
    required: '缺少这一项',
    additionalProperties: '没有这一项，请去掉',
    type: '类型不对',
    format: '格式不对',
    pattern: '写法不对',
    enum: '不在可选范围内',
    const: '不在可选范围内',
    anyOf: '不在可选范围内',
    minLength: '太短',
    maxLength: '太长',
    minimum: '太小',
    maximum: '太大',
    minItems: '太少',
    maxItems: '太多',
    uniqueItems: '有重复',
  }
  return { at, zh: zh[entry.keyword] ?? '不合规定', en: entry.message ?? entry.keyword }
}

/** Writes a problem as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem, instance?: string): FastifyReply {
  const { status, zh, en } = problemEntry(problem.code)
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:shengmian:problem:${problem.code}`,
        code: problem.code,
        status,
        title: zh,
        titleEn: en,
        ...(problem.details.zh === undefined ? {} : { detail: problem.details.zh }),
        ...(problem.details.en === undefined ? {} : { detailEn: problem.details.en }),
        ...(instance === undefined ? {} : { instance }),
        ...(problem.details.errors === undefined ? {} : { errors: problem.details.errors }),
      }),
    )
}
