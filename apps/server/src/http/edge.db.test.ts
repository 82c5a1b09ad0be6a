// What stands between the product and the network: https alone once it is there, proxies that are believed, and a log of what was refused.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantAccount } from '../modules/access/testing/accounts.ts'

const PROXY = '10.0.0.1'
let world: TestServer
const lines: string[] = []
beforeAll(async () => {
  world = await startTestServer({ isSecure: true, proxies: [PROXY], log: { write: (line) => lines.push(line) } })
})
afterAll(() => world.stop())

/** How many requests a minute are left to whoever this request is counted for. */
async function left(peer: string, forwarded?: string): Promise<number> {
  const answer = await world.server.app.inject({
    method: 'GET',
    url: '/api/health',
    remoteAddress: peer,
    ...(forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }),
  })
  return Number(answer.headers['x-ratelimit-remaining'])
}

describe('behind a proxy', () => {
  it('browsers are told to come by https alone for a year, subdomains too; without https they are not', async () => {
    const answer = await world.server.app.inject({ method: 'GET', url: '/api/health' })
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    const plain = await startTestServer()
    const bare = await plain.server.app.inject({ method: 'GET', url: '/api/health' })
    await plain.stop()
    expect(bare.headers['strict-transport-security']).toBeUndefined()
  })

  it('requests are counted by the address that the proxy names, each apart', async () => {
    const first = await left(PROXY, '203.0.113.5')
    expect(await left(PROXY, '203.0.113.6')).toBe(first)
    expect(await left(PROXY, '203.0.113.5')).toBe(first - 1)
    // What the client wrote there before the proxy added its own is not believed.
    expect(await left(PROXY, '198.51.100.7, 203.0.113.5')).toBe(first - 2)
  })

  it('nobody else is believed: who writes the header himself is counted where he comes from', async () => {
    const first = await left('203.0.113.9', '203.0.113.10')
    expect(await left('203.0.113.9', '203.0.113.11')).toBe(first - 1)
    expect(await left('203.0.113.9')).toBe(first - 2)
  })
})

describe('the log', () => {
  it('says of refused input who sent it where, and nothing of what it was', async () => {
    const { account, token } = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
    const caller = world.withToken(token)
    expect((await caller.send('POST', '/delegations', { id: 'no id', secretWord: '天机' })).status).toBe(400)
    expect((await caller.get('/delegations?cursor=%27--')).status).toBe(400)
    expect((await world.nobody.send('POST', '/delegations', {})).status).toBe(401)
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['msg'] === 'refused')
    expect(said).toMatchObject([
      { refusal: 'bad-request', endpoint: 'lendRole', account },
      { refusal: 'bad-cursor', endpoint: 'listDelegations', account },
    ])
    expect(lines.join('\n')).not.toMatch(/天机|secretWord|127\.0\.0\.1/)
  })
})
