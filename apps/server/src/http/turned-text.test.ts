import * as contract from '@shengmian/contract'
import type { Endpoint } from '@shengmian/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve } from './serve.ts'
import { makeBareServer } from './testing/bare-server.ts'

const MARKS = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value
const endpoints: readonly Endpoint[] = (Object.values(contract) as readonly unknown[]).filter(isEndpoint)

/** As much of a schema as says where a text can stand. */
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema | readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
}
interface Place {
  readonly at: string
  /** The least of a body that has this text there. */
  readonly holding: (text: string) => unknown
}

function placesOf(schema: Schema, at = ''): readonly Place[] {
  const inner = (one: Schema, key: string, wrap: (value: unknown) => unknown) =>
    placesOf(one, `${at}/${key}`).map((place) => ({ at: place.at, holding: (text: string) => wrap(place.holding(text)) }))
  const items = [schema.items ?? []].flat()
  return [
    ...(schema.type === 'string' ? [{ at, holding: (text: string) => text }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => inner(one, key, (value) => ({ [key]: value }))),
    ...Object.values(schema.patternProperties ?? {}).flatMap((one) => inner(one, 'any', (value) => ({ any: value }))),
    ...items.flatMap((one) => inner(one, '0', (value) => [value])),
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => placesOf(one, at)),
  ]
}

let app: Awaited<ReturnType<typeof makeBareServer>>
beforeAll(async () => {
  const caller = { id: '018f4e5c-0000-7000-8000-000000000001', name: '周敏' }
  app = await makeBareServer({
    routes: endpoints.map((endpoint) => serve(endpoint, () => null as never)),
    transact: () => Promise.reject(new Error('a request with turned text reached the use case')),
    identify: () => Promise.resolve({ token: 't', account: caller }),
    extend: (server) => {
      server.addContentTypeParser('application/octet-stream', (_request, payload, parsed) => parsed(null, payload))
      server.put('/sealed', () => 'taken')
      return Promise.resolve()
    },
  })
})
afterAll(() => app.close())

const url = (endpoint: Endpoint, param = 'x') => `/api${endpoint.path.replaceAll(/:\w+/g, encodeURIComponent(param))}`
const headers = { 'idempotency-key': 'turned-text-test' }

it('no text of any body of the contract comes in with a character that turns its direction, and the answer names the place', async () => {
  const asked = endpoints.flatMap((endpoint) =>
    endpoint.body === undefined ? [] : placesOf(endpoint.body as Schema).map((place) => ({ endpoint, ...place })),
  )
  expect(asked.length).toBeGreaterThan(400)
  expect(new Set(asked.map(({ endpoint }) => endpoint.id)).size).toBeGreaterThan(80)
  for (const [index, { endpoint, at, holding }] of asked.entries()) {
    const payload = holding(`甲${MARKS[index % MARKS.length] ?? ''}乙`) as object
    const answer = await app.inject({ method: endpoint.method, url: url(endpoint), headers, payload })
    const errors = answer.json<{ errors?: { at: string; zh: string }[] }>().errors ?? []
    const turned = errors.filter(({ zh }) => zh.includes('方向')).map((error) => error.at)
    expect([endpoint.id, answer.statusCode, turned]).toEqual([endpoint.id, 400, [`body${at}`]])
  }
})

it('nor does one in an address, a query, or the name of a field', async () => {
  for (const mark of MARKS) {
    const named = await app.inject({ method: 'POST', url: '/api/session', headers, payload: { [`a${mark}`]: 'x' } })
    expect(named.json()).toMatchObject({ code: 'bad-request', errors: [{ at: 'body' }] })
  }
  for (const endpoint of endpoints) {
    const places = [
      ...Object.keys(endpoint.params ?? {})
        .slice(0, 1)
        .map((name) => [url(endpoint, 'a\u202eb'), `params/${name}`] as const),
      ...Object.keys(endpoint.query ?? {}).map(
        (name) => [`${url(endpoint)}?${name}=a%E2%80%AEb`, `querystring/${name}`] as const,
      ),
    ]
    for (const [address, at] of places) {
      const answer = await app.inject({
        method: endpoint.method,
        url: address,
        headers,
        ...(endpoint.body === undefined ? {} : { payload: {} }),
      })
      expect([address, answer.statusCode, answer.json<{ errors: { at: string }[] }>().errors[0]?.at]).toEqual([address, 400, at])
    }
  }
})

it('sealed bytes are no text: whatever they hold is taken as it is', async () => {
  const payload = Buffer.from('甲\u202e乙')
  const answer = await app.inject({
    method: 'PUT',
    url: '/sealed',
    headers: { 'content-type': 'application/octet-stream' },
    payload,
  })
  expect([answer.statusCode, answer.body]).toEqual([200, 'taken'])
})
