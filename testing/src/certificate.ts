// A certificate signed with its own key, for a test: X.509 in DER (RFC 5280) as little of it as TLS wants.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface TestCertificate {
  readonly cert: string
  readonly key: string
}

const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: readonly Buffer[]) => tagged(0x30, ...parts)
const bits = (content: Buffer) => tagged(0x03, Buffer.from([0]), content)
/** Object identifiers as they stand in DER: ecdsa-with-SHA256, commonName, subjectAltName. */
const ECDSA_SHA256 = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = tagged(0x06, Buffer.from('550403', 'hex'))
const OTHER_NAMES = tagged(0x06, Buffer.from('551d11', 'hex'))

/** A certificate of a host, good between two instants. */
export function makeCertificate(host: string, from: Date, until: Date): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(host)))))
  const instant = (at: Date) => tagged(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`))
  const names = sequence(tagged(0x82, Buffer.from(host)))
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1]), randomBytes(15)),
    ECDSA_SHA256,
    name,
    sequence(instant(from), instant(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(OTHER_NAMES, tagged(0x04, names)))),
  )
  const der = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)))
  const lines = der.toString('base64').replaceAll(/.{64}(?!$)/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}
