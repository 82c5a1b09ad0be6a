import { hash } from 'node:crypto'
import type { Hashes } from '@shengmian/ledger-verify'

const named = (name: string) => (bytes: Uint8Array) => hash(name, bytes, 'buffer')

/** Node's own SHA-256 and SM3. */
export const nodeHashes: Hashes = { sha256: named('sha256'), sm3: named('sm3') }
