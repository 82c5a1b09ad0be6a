import { hash } from 'node:crypto'

const named =
  (name: string) =>
  (bytes: Uint8Array): Uint8Array =>
    hash(name, bytes, 'buffer')

/** Node's own SHA-256 and SM3, for the engine. */
export const hashes = { sha256: named('sha256'), sm3: named('sm3') }
