import { hash } from 'node:crypto'

const named =
  (name: string) =>
  (bytes: Uint8Array): Uint8Array =>
    // By way of a text, whose bytes go into Node's pool: a buffer of its own for each hash is twice as dear.
    Buffer.from(hash(name, bytes, 'binary'), 'binary')
const written =
  (name: string) =>
  (bytes: Uint8Array): string =>
    hash(name, bytes, 'hex')

/** Node's own SHA-256 and SM3, for the engine. */
export const hashes = { sha256: named('sha256'), sm3: named('sm3') }

/** The same in hexadecimal, which spares two buffers a commitment. */
export const hexHashes = { sha256: written('sha256'), sm3: written('sm3') }
