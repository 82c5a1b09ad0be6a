// TLS of our own: the certificate and its key as files name them, read anew when they change, and the connections that are taken.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { ServerOptions, Server } from 'node:https'
import { isReadByOthers } from './read-by-others.ts'

export interface TlsFiles {
  /** The certificate with those between it and the root, PEM. */
  readonly cert: string
  /** Its private key, PEM. */
  readonly key: string
}

/** TLS 1.3, and of 1.2 what keeps sessions secret when the key is lost later and checks what it encrypts. */
const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')

/**
 * Reads both files; `host` is the name that people type, where it is known.
 * @throws Error in plain words, naming the file: not to be read, open to others, not fitting, out of its time, of another host
 */
export function readTls({ cert, key }: TlsFiles, host: string | null, now: Date): ServerOptions {
  const certificate = parsed(cert, 'SHENGMIAN_TLS_CERT', (pem) => new X509Certificate(pem))
  if (told(key, () => isReadByOthers(key)))
    throw new Error(
      `SHENGMIAN_TLS_KEY: 私钥文件${key}别的用户也能读，请 chmod o-rwx · others may read the private key: chmod o-rwx ${key}`,
    )
  const secret = parsed(key, 'SHENGMIAN_TLS_KEY', (pem) => createPrivateKey(pem))
  if (!certificate.checkPrivateKey(secret))
    throw new Error(`SHENGMIAN_TLS_KEY: 私钥与证书不配套 · ${key} is not the private key of the certificate in ${cert}`)
  if (now < certificate.validFromDate || now > certificate.validToDate)
    throw new Error(
      `SHENGMIAN_TLS_CERT: 证书不在有效期内 · the certificate in ${cert} is good from ${certificate.validFrom} to ${certificate.validTo}`,
    )
  if (host !== null && certificate.checkHost(host) === undefined)
    throw new Error(`SHENGMIAN_TLS_CERT: 证书不是${host}的 · the certificate in ${cert} is not for ${host} of PUBLIC_URL`)
  return {
    cert: readFileSync(cert),
    key: readFileSync(key),
    minVersion: 'TLSv1.2',
    ciphers: SUITES,
    honorCipherOrder: true,
  }
}

/**
 * Looks every so many milliseconds whether a file has changed, and when told; new connections then get the new certificate. What cannot be
 * used is told to `onFault`, and the one in use stays.
 */
export function followTls(
  server: Pick<Server, 'setSecureContext'>,
  {
    files,
    read,
    everyMs,
    onFault,
  }: {
    readonly files: TlsFiles
    readonly read: () => ServerOptions
    readonly everyMs: number
    readonly onFault: (error: Error) => void
  },
): { readonly look: () => void; readonly stop: () => void } {
  const look = () => {
    try {
      server.setSecureContext(read())
    } catch (error) {
      onFault(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const paths = [files.cert, files.key]
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, look)
  return {
    look,
    stop: () => {
      for (const path of paths) unwatchFile(path, look)
    },
  }
}

function parsed<T>(file: string, setting: string, parse: (pem: Buffer) => T): T {
  const pem = told(file, () => readFileSync(file))
  try {
    return parse(pem)
  } catch (cause) {
    throw new Error(
      `${setting}: ${file}不是 PEM 格式的${setting.endsWith('KEY') ? '私钥' : '证书'} · ${file} holds none in PEM`,
      { cause },
    )
  }
}

function told<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Error(`SHENGMIAN_TLS_CERT, SHENGMIAN_TLS_KEY: 读不到文件 · ${file} cannot be read`, { cause })
  }
}
