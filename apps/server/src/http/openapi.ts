// OpenAPI 3.1 from the contract alone: what a stranger's client generator and a fuzzer need is in it, and nothing is written twice.
import { PageQuery, ProblemDocument, problemEntry, type Endpoint, type ProblemCode } from '@shengmian/contract'
import type { TSchema } from 'typebox'

const always: readonly ProblemCode[] = ['bad-request', 'too-many', 'internal', 'unavailable']
const signedIn: readonly ProblemCode[] = ['not-signed-in', 'not-allowed', 'not-found', 'not-there-yet']
const mutating: readonly ProblemCode[] = [
  'key-missing',
  'key-reused',
  'already-there',
  'changed-meanwhile',
  'unfit',
  'wrong-state',
]

/** The whole document for a list of endpoints. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path}`.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '生面 Shengmian',
      version,
      description:
        'Plans, dispatches and follows up cross-inspection (交叉巡察). Errors are RFC 9457 problem documents; lists page by cursor; ' +
        'days are YYYY-MM-DD, instants RFC 3339 in UTC, money is an integer of fen (分), places are division codes of 2, 4, 6, 9 or 12 digits.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ProblemDocument: plain(ProblemDocument) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'shengmian' },
        bearer: { type: 'http', scheme: 'bearer', description: 'the `token` that POST /api/session answers' },
      },
    },
    security: [{ session: [] }, { bearer: [] }],
  }
}

function operationOf(endpoint: Endpoint): object {
  const parameters = [
    ...Object.entries(endpoint.params ?? {}).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: plain(schema),
    })),
    ...Object.entries(endpoint.query ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: !('~optional' in schema),
      schema: plain(schema),
      ...(name in PageQuery ? { description: 'paging' } : {}),
    })),
    ...(endpoint.method === 'GET' || endpoint.open === true
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 200 },
            description: 'A fresh random value for each act; sent again with the same request it acts once and answers the same.',
          },
        ]),
  ]
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.open === true ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint),
    responses: { ...success(endpoint), ...problems(endpoint) },
  }
}

function requestBody(endpoint: Endpoint): object {
  if (endpoint.upload !== undefined) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (endpoint.body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: plain(endpoint.body) } } } }
}

function success(endpoint: Endpoint): object {
  const { reply } = endpoint
  const status = endpoint.status ?? (reply === null ? 204 : 200)
  if (reply === null) return { [status]: { description: 'done' } }
  if ('file' in reply && typeof reply.file === 'string') {
    // A JSON file is JSON to a client; of any other only the bytes are promised.
    const schema = reply.file === 'application/json' ? {} : { type: 'string', format: 'binary' }
    return { [status]: { description: 'a file', content: { [reply.file]: { schema } } } }
  }
  return { [status]: { description: 'answer', content: { 'application/json': { schema: plain(reply) } } } }
}

function problems(endpoint: Endpoint): Record<string, object> {
  const codes = [
    ...always,
    ...(endpoint.open === true ? [] : signedIn),
    ...(endpoint.method === 'GET' ? [] : mutating),
    ...(endpoint.upload === undefined ? [] : (['too-large', 'file-infected', 'file-unchecked', 'file-unreadable'] as const)),
    ...(endpoint.problems ?? []),
  ]
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes))
    byStatus.set(problemEntry(code).status, [...(byStatus.get(problemEntry(code).status) ?? []), code])
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } }
  return Object.fromEntries([...byStatus].map(([status, list]) => [String(status), { description: list.join(', '), content }]))
}

/** The JSON Schema without the library's own marks, in the dialect of OpenAPI 3.1: a tuple is `prefixItems` there. */
function plain(schema: TSchema): object {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return value
    const { items, additionalItems: _closed, ...rest } = value as { items: unknown[]; additionalItems?: unknown }
    return { ...rest, prefixItems: items, items: false }
  }) as object
}
