// An identity provider of our own on this machine, in the place of the province's: discovery, keys, its page and its tokens.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const CLIENT = 'shengmian'
const ALGORITHM = 'RS256'

/** What it does wrong, where a test wants to see it refused. */
type ProviderFault = 'key' | 'nonce' | 'audience' | 'verifier' | 'issuer' | 'unsigned' | 'late' | 'gone' | 'busy'

export interface ProviderDouble {
  readonly settings: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
  }
  /** Who signs in at its page from now on, and what goes wrong with it. */
  readonly let: (subject: string, fault?: ProviderFault | null) => void
  /** What its page does in a browser: answers the address that it sends the browser back to. */
  readonly pass: (address: string) => string
  readonly stop: () => Promise<void>
}

interface Grant {
  readonly subject: string
  readonly nonce: string
  readonly challenge: string
}

export async function startProviderDouble(): Promise<ProviderDouble> {
  const [key, other] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })]
  const granted = new Map<string, Grant>()
  let subject = ''
  let wrong: ProviderFault | null = null
  let issuer = ''

  const tokenFor = (grant: Grant): string => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: wrong === 'issuer' ? 'https://elsewhere.invalid' : issuer,
      sub: grant.subject,
      aud: wrong === 'audience' ? 'somebody-else' : CLIENT,
      exp: wrong === 'late' ? now - 3600 : now + 60,
      iat: wrong === 'late' ? now - 7200 : now,
      nonce: wrong === 'nonce' ? 'another' : grant.nonce,
    }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    if (wrong === 'unsigned') return `${part({ alg: 'none' })}.${part(claims)}.`
    const signed = `${part({ alg: ALGORITHM, kid: 'one' })}.${part(claims)}`
    const by = wrong === 'key' ? other.privateKey : key.privateKey
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(by).toString('base64url')}`
  }

  const pass = (address: string): string => {
    const { searchParams } = new URL(address)
    const asked = (name: string) => searchParams.get(name) ?? ''
    const code = randomBytes(8).toString('hex')
    granted.set(code, {
      subject,
      nonce: asked('nonce'),
      challenge: wrong === 'verifier' ? 'another' : asked('code_challenge'),
    })
    const back = new URL(asked('redirect_uri'))
    back.search = new URLSearchParams({ code, state: asked('state'), iss: issuer }).toString()
    return back.href
  }

  const answerToken = (form: URLSearchParams, say: Say): ServerResponse => {
    const code = form.get('code') ?? ''
    const grant = granted.get(code)
    granted.delete(code)
    if (wrong === 'busy') return say({ error: 'busy' }, 503)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant === undefined || challenge !== grant.challenge) return say({ error: 'invalid_grant' }, 400)
    return say({ access_token: 'a', token_type: 'bearer', id_token: tokenFor(grant) })
  }

  type Say = (body: object, status?: number) => ServerResponse
  const server = createServer((request, response) => {
    if (wrong === 'gone') return void request.socket.destroy()
    const say: Say = (body, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const { pathname } = new URL(request.url ?? '/', issuer)
    switch (pathname) {
      // At another issuer's address it still says its own name, as one would that poses as another.
      case '/another/.well-known/openid-configuration':
      case '/.well-known/openid-configuration':
        say({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: [ALGORITHM],
          subject_types_supported: ['public'],
        })
        break
      case '/keys':
        say({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: ALGORITHM }] })
        break
      case '/authorize':
        response.writeHead(302, { location: pass(new URL(request.url ?? '/', issuer).href) }).end()
        break
      default: {
        let text = ''
        request.on('data', (chunk: Buffer) => (text += chunk.toString()))
        request.on('end', () => answerToken(new URLSearchParams(text), say))
      }
    }
    return undefined
  })
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve))
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    settings: { issuer, clientId: CLIENT, clientSecret: 'for tests only', name: '省统一身份认证' },
    let: (who, fault = null) => {
      subject = who
      wrong = fault
    },
    pass,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}
