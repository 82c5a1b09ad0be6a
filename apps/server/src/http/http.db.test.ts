import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: string) =>
  server.server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })

describe('whatever is asked, the answer is a problem document or what the contract says', () => {
  it('an unknown address is not found, as application/problem+json', async () => {
    const answer = await ask('GET', '/api/nothing')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ type: 'urn:shengmian:problem:not-found', code: 'not-found', status: 404 })
  })

  it('an address that cannot be decoded is bad input', async () => {
    const answer = await ask('GET', '/api/rounds/%ff')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad-request' })
  })

  it('who is not signed in learns nothing about the form of a request', async () => {
    const answer = await ask('GET', '/api/units?within=x&limit=many')
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).not.toHaveProperty('errors')
  })

  it('a body that is no JSON is bad input with a word in Chinese', async () => {
    const answer = await ask('POST', '/api/session', { 'content-type': 'application/json' }, '{"signInName":')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad-request', detail: expect.stringContaining('JSON') as string })
  })

  it('a key that the contract does not know is named with its place, never ignored', async () => {
    const body = JSON.stringify({ signInName: 'a', passphrase: 'b', more: 1 })
    const answer = await ask('POST', '/api/session', { 'content-type': 'application/json' }, body)
    expect(answer.json()).toMatchObject({ code: 'bad-request', errors: [{ at: 'body/more' }] })
  })

  it('a request that another site started is refused, by its site or by its origin', async () => {
    const body = JSON.stringify({ signInName: 'nobody.here', passphrase: 'wrong passphrase' })
    const json = { 'content-type': 'application/json', host: 'office.test' }
    const foreignSite = await ask('POST', '/api/session', { ...json, 'sec-fetch-site': 'cross-site' }, body)
    const foreignOrigin = await ask('POST', '/api/session', { ...json, origin: 'https://evil.test' }, body)
    const own = await ask('POST', '/api/session', { ...json, origin: 'http://office.test' }, body)
    expect([foreignSite.statusCode, foreignOrigin.statusCode, own.statusCode]).toEqual([403, 403, 401])
  })

  it('says what runs, and describes itself as OpenAPI 3.1 with every route and its problems', async () => {
    const health = await ask('GET', '/api/health')
    expect(health.json()).toMatchObject({ state: 'up', parts: [{ name: 'disk' }, { name: 'database', state: 'up' }] })
    const document = (await ask('GET', '/api/openapi.json')).json<{
      openapi: string
      paths: Record<
        string,
        Record<string, { operationId: string; responses: object; parameters?: { name: string }[]; security?: object[] }>
      >
    }>()
    const operations = Object.values(document.paths).flatMap((path) => Object.entries(path))
    expect(document.openapi).toBe('3.1.0')
    expect(operations.length).toBeGreaterThan(100)
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length)
    const withoutKey = operations.filter(
      ([method, { parameters, security }]) =>
        method !== 'get' && security?.length !== 0 && !(parameters ?? []).some(({ name }) => name === 'Idempotency-Key'),
    )
    expect(withoutKey).toEqual([])
    // a tuple is prefixItems in the dialect of 3.1; an array of schemas under items is not
    expect(JSON.stringify(document)).not.toMatch(/"items":\[/)
  })

  it('pages and answers carry a strict policy, and answers are not kept by anybody', async () => {
    const answer = await ask('GET', '/api/health')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    // WebAssembly, which Argon2id of the receipts is, and nothing else out of the ordinary.
    expect(answer.headers['content-security-policy']).not.toMatch(/'unsafe/)
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})
