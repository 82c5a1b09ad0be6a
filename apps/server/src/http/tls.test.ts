// Connections as the network makes them: which versions and suites are taken, whose certificate is shown, and who is let in without TLS.
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type ConnectionOptions } from 'node:tls'
import { makeCertificate, type TestCertificate } from '@shengmian/testing/certificate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { followTls, readTls } from '../platform/tls.ts'
import { makeBareServer } from './testing/bare-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
const now = new Date()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const HOST = 'xuncha.example'

function put({ cert, key }: TestCertificate): TestCertificate {
  writeFileSync(files.cert, cert)
  writeFileSync(files.key, key, { mode: 0o600 })
  chmodSync(files.key, 0o600)
  return { cert, key }
}
const serverOf = (more: Parameters<typeof makeBareServer>[0]) => makeBareServer({ isSecure: true, ...more })

/** What a client that offers this alone ends up with, or why it was turned away. */
function offer(port: number, options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, servername: HOST, rejectUnauthorized: false, ...options }, () => {
      resolve(`${socket.getProtocol() ?? ''} ${socket.getCipher().standardName}`)
      socket.destroy()
    })
    socket.on('error', (error: Error & { readonly code?: string }) => resolve(error.code ?? error.message))
  })
}
const only = (version: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') => ({ minVersion: version, maxVersion: version }) as const
/** OpenSSL offers versions as old as these only when it is told to care for nothing. */
const old = { ciphers: 'ALL:@SECLEVEL=0' }

describe('TLS of our own', () => {
  let made: TestCertificate
  let app: Awaited<ReturnType<typeof serverOf>>
  let port: number
  beforeAll(async () => {
    made = put(makeCertificate(HOST, days(-1), days(30)))
    app = await serverOf({ tls: readTls(files, HOST, now) })
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
  })
  afterAll(() => app.close())

  it('takes 1.3 before 1.2, and refuses what is older, which the same client gets from a server that allows it', async () => {
    expect(await offer(port, {})).toMatch(/^TLSv1\.3 TLS_AES_256_GCM_SHA384$/)
    expect(await offer(port, only('TLSv1.3'))).toMatch(/^TLSv1\.3 /)
    expect(await offer(port, only('TLSv1.2'))).toMatch(/^TLSv1\.2 TLS_ECDHE_/)
    const lax = createServer({ ...made, minVersion: 'TLSv1', ...old }).listen(0, '127.0.0.1')
    await once(lax, 'listening')
    const laxPort = (lax.address() as AddressInfo).port
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      expect(await offer(port, { ...only(version), ...old })).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
      expect(await offer(laxPort, { ...only(version), ...old })).toMatch(new RegExp(`^${version} `))
    }
    lax.close()
  })

  it('of 1.2 takes only suites with forward secrecy and authenticated encryption, the strongest first, whatever the client likes', async () => {
    for (const weak of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'ECDHE-ECDSA-AES128-SHA256'])
      expect([weak, await offer(port, { ...only('TLSv1.2'), ciphers: `${weak}:@SECLEVEL=0` })]).toEqual([
        weak,
        expect.stringMatching(/HANDSHAKE_FAILURE/),
      ])
    const likes = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'
    expect(await offer(port, { ...only('TLSv1.2'), ciphers: likes })).toBe('TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384')
  })

  it('answers requests that trust the certificate for its host, tells browsers to come no other way, and answers none in clear', async () => {
    const answer = await new Promise<{ status: number; hsts: unknown }>((resolve, reject) => {
      get(
        { host: '127.0.0.1', port, servername: HOST, headers: { host: HOST }, path: '/api/openapi.json', ca: made.cert },
        (reply) => {
          reply.resume()
          resolve({ status: reply.statusCode ?? 0, hsts: reply.headers['strict-transport-security'] })
        },
      ).on('error', reject)
    })
    expect(answer).toEqual({ status: 200, hsts: 'max-age=31536000; includeSubDomains' })
    await expect(fetch(`http://127.0.0.1:${port}/api/openapi.json`)).rejects.toThrow('fetch failed')
  })

  it('shows a renewed certificate once it is there, to new connections, and keeps the old one where the new cannot be used', async () => {
    const faults: string[] = []
    const following = followTls(app.server as unknown as Server, {
      files,
      read: () => readTls(files, HOST, now),
      everyMs: 50,
      onFault: ({ message }) => faults.push(message),
    })
    const shown = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port, servername: HOST, rejectUnauthorized: false }, () => {
          resolve(socket.getPeerX509Certificate()?.toString() ?? '')
          socket.destroy()
        }).on('error', reject)
      })
    expect(await shown()).toBe(made.cert)
    writeFileSync(files.cert, 'no certificate')
    following.look()
    expect([faults.length > 0, await shown()]).toEqual([true, made.cert])
    const next = put(makeCertificate(HOST, days(-1), days(60)))
    await expect.poll(shown, { timeout: 10_000 }).toBe(next.cert)
    following.stop()
    expect(await offer(port, { ...only('TLSv1.1'), ...old })).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')
  })
})

describe('a certificate that cannot be used stops the start, in words that name the file', () => {
  beforeEach(() => void put(makeCertificate(HOST, days(-1), days(30))))
  const start = () => readTls(files, HOST, now)

  it('is not there, is none, or its key is another’s', () => {
    expect(start).not.toThrow()
    expect(() => readTls({ ...files, cert: '/nowhere/cert.pem' }, null, now)).toThrow('/nowhere/cert.pem cannot be read')
    expect(() => readTls({ ...files, key: '/nowhere/key.pem' }, null, now)).toThrow('/nowhere/key.pem cannot be read')
    writeFileSync(files.cert, makeCertificate(HOST, days(-1), days(30)).cert)
    expect(start).toThrow('is not the private key of the certificate')
    writeFileSync(files.key, '甲')
    expect(start).toThrow('key.pem holds none in PEM')
    writeFileSync(files.cert, '甲')
    expect(start).toThrow('cert.pem holds none in PEM')
  })

  it('has a key that others may read', () => {
    chmodSync(files.key, 0o640)
    expect(start).not.toThrow()
    chmodSync(files.key, 0o644)
    expect(start).toThrow('chmod o-rwx')
  })

  it('is out of its time, or of another host than people type', () => {
    expect(() => readTls(files, null, days(31))).toThrow('is good from')
    expect(() => readTls(files, null, days(-2))).toThrow('is good from')
    expect(() => readTls(files, 'other.example', now)).toThrow('is not for other.example')
  })
})

describe('without TLS', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  let app: Awaited<ReturnType<typeof serverOf>>
  afterEach(() => app.close())
  const askedAt = async (host: string, proxies: readonly string[]): Promise<number> => {
    app = await serverOf({ isSecure: false, proxies })
    await app.listen({ host: '0.0.0.0', port: 0 })
    return fetch(`http://${host}:${(app.server.address() as AddressInfo).port}/api/openapi.json`).then(
      ({ status }) => status,
      () => 0,
    )
  }

  it('this machine is answered', async () => {
    expect(await askedAt('127.0.0.1', [])).toBe(200)
  })

  it.skipIf(outside === undefined)('whoever comes by the network is cut off before he has said anything', async () => {
    expect(await askedAt(outside ?? '', ['10.255.255.255'])).toBe(0)
  })

  it.skipIf(outside === undefined)('a proxy that is named is answered', async () => {
    expect(await askedAt(outside ?? '', [outside ?? ''])).toBe(200)
  })
})
