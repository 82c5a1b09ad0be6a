// Signing in by an identity provider: a small one of our own stands in for the province's, on this machine.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plantAccount, type Planted } from './testing/accounts.ts'

const CLIENT = 'shengmian'
const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** What the provider does wrong in a test, and whom it lets in. */
let subject = 'jz-0001'
let wrong: 'key' | 'nonce' | 'audience' | 'verifier' | null = null
const granted = new Map<string, { nonce: string; challenge: string }>()

let issuer = ''
let provider: Server
let world: TestServer
let account: Planted
let security: Planted

function tokenFor(nonce: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: issuer,
    sub: subject,
    aud: wrong === 'audience' ? 'somebody-else' : CLIENT,
    exp: now + 60,
    iat: now,
    nonce,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
  const signature = createSign('RSA-SHA256')
    .update(signed)
    .sign(wrong === 'key' ? other.privateKey : key.privateKey)
  return `${signed}.${signature.toString('base64url')}`
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const say = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const { pathname } = new URL(request.url ?? '/', issuer)
    if (pathname === '/.well-known/openid-configuration')
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public'],
      })
    if (pathname === '/keys')
      return say({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const form = new URLSearchParams(text)
      const grant = granted.get(form.get('code') ?? '')
      granted.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (grant === undefined || challenge !== grant.challenge) return say({ error: 'invalid_grant' }, 400)
      return say({
        access_token: 'a',
        token_type: 'bearer',
        id_token: tokenFor(wrong === 'nonce' ? 'another' : grant.nonce),
      })
    })
    return undefined
  })
  await new Promise<void>((resolve) => void provider.listen(0, 'localhost', resolve))
  issuer = `http://localhost:${(provider.address() as AddressInfo).port}`
  world = await startTestServer({
    identityProvider: {
      issuer,
      clientId: CLIENT,
      clientSecret: 'for tests only',
      name: '省统一身份认证',
      returnTo: 'http://localhost/sign-in/return',
    },
  })
})
afterAll(async () => {
  await world.stop()
  provider.close()
})

beforeEach(async () => {
  subject = `jz-${randomBytes(4).toString('hex')}`
  wrong = null
  account = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
  security = await plantAccount(world.database.admin, { authority: '42', roles: ['security-admin'] })
})

const link = (who: Planted, to: Planted) =>
  world.withToken(who.token).send('POST', `/accounts/${to.account}/identity`, { subject })

/** Goes out as a browser would; answers where the provider sends it back to. */
async function away(): Promise<string> {
  const { body } = await world.nobody.send('POST', '/session/provider/departure')
  const out = new URL((body as { address: string }).address)
  expect(out.origin).toBe(issuer)
  const code = randomBytes(8).toString('hex')
  granted.set(code, {
    nonce: out.searchParams.get('nonce') ?? '',
    challenge: wrong === 'verifier' ? 'another' : (out.searchParams.get('code_challenge') ?? ''),
  })
  const back = new URL(out.searchParams.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({ code, state: out.searchParams.get('state') ?? '', iss: issuer }).toString()
  return back.href
}

const arrive = (address: string) => world.nobody.send('POST', '/session/provider/arrival', { address, as: 'token' })

describe('the identity provider', () => {
  it('signs in the account that a security administrator linked, and no other way than once', async () => {
    expect((await world.nobody.get('/session/provider')).body).toEqual({ name: '省统一身份认证' })
    expect((await link(security, account)).status).toBe(204)
    const address = await away()
    const answer = await arrive(address)
    expect(answer.body).toMatchObject({ session: { account: { id: account.account } }, ways: [] })
    const { token } = answer.body as { token: string }
    expect((await world.withToken(token).get('/session')).status).toBe(200)
    expect((await arrive(address)).status).toBe(401)
  })

  it('opens nothing to somebody whom nobody linked, or whose account is closed', async () => {
    expect((await arrive(await away())).status).toBe(401)
    await link(security, account)
    await world.database.admin.query(`update access.account set disabled_at = now(), disabled_reason = '调离' where id = $1`, [
      account.account,
    ])
    expect((await arrive(await away())).status).toBe(401)
  })

  it.each(['key', 'nonce', 'audience', 'verifier'] as const)('is not believed with a wrong %s', async (fault) => {
    await link(security, account)
    wrong = fault
    expect((await arrive(await away())).status).toBe(401)
  })

  it('is not believed at an address that nobody departed for', async () => {
    await link(security, account)
    const address = new URL(await away())
    address.searchParams.set('state', 'made-up')
    expect((await arrive(address.href)).status).toBe(401)
    expect((await arrive('not an address')).status).toBe(401)
  })

  it('does not stand in for the second step', async () => {
    await link(security, account)
    await world.database.admin.query(
      `insert into access.passkey (id, account, name, credential, public_key, counter, transports, created_at)
       values (gen_random_uuid(), $1, '钥', $2, '\\x00', 0, '{}', now())`,
      [account.account, subject],
    )
    const answer = await arrive(await away())
    expect(answer.body).toMatchObject({ session: null, ways: ['passkey'] })
    const { token } = answer.body as { token: string }
    expect((await world.withToken(token).get('/session')).status).toBe(401)
  })

  it('is linked by nobody for himself, by no one elsewhere, and one identity with one account', async () => {
    const elsewhere = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    expect((await link(elsewhere, account)).status).toBe(404)
    expect((await link(account, account)).status).toBe(403)
    expect((await link(security, security)).status).toBe(403)
    expect((await link(security, account)).status).toBe(204)
    const second = await plantAccount(world.database.admin, { authority: '4210' })
    expect((await link(security, second)).status).toBe(409)
  })
})
