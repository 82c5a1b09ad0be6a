// The key with which the server says "it is safe here". It follows from the installation's secret, so that a restored server has it again.
import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'

export interface Signing {
  /** The public half, hexadecimal: it stands in the manifests of the rounds. */
  readonly verify: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** PKCS 8 around 32 bytes of an Ed25519 key. */
const WRAPPING = Buffer.from('302e020100300506032b657004220420', 'hex')

export function acknowledgementKey(secret: string): Signing {
  const seed = createHmac('sha256', secret).update('intake acknowledgement').digest()
  const key = createPrivateKey({ key: Buffer.concat([WRAPPING, seed]), format: 'der', type: 'pkcs8' })
  const verify = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')
  return { verify, sign: (bytes) => sign(null, bytes, key) }
}
