// Hashes for tests: Node's own, which the server passes in too.
import { hash } from 'node:crypto'

const named = (name: string) => (bytes: Uint8Array) => new Uint8Array(hash(name, bytes, 'buffer'))

export const nodeHashes = { sha256: named('sha256'), sm3: named('sm3') }
