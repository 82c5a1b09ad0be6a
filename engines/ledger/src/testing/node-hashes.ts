// Hashes for tests: Node's own, which the server passes in too.
import { hash } from 'node:crypto'

const named = (name: string) => (bytes: Uint8Array) => new Uint8Array(hash(name, bytes, 'buffer'))

export const nodeHashes = { sha256: named('sha256'), sm3: named('sm3') }
const written = (name: string) => (bytes: Uint8Array) => hash(name, bytes, 'hex')

export const hexHashes = { sha256: written('sha256'), sm3: written('sm3') }
