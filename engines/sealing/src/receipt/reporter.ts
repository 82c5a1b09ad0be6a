// What a reporter is to the system: keys that come from the receipt and from nothing else. The strength is in the 80 bits; Argon2id only
// makes each guess dear, at a cost that a village phone can pay (decision 0085).
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { argon2id } from 'hash-wasm'
import { fromHex, hex, utf8 } from '../bytes.ts'
import { identityText, recipientOf, signingKeys } from '../keys.ts'

/** 19 MiB, two passes. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const
const SALT = utf8('shengmian/receipt/v1')

export interface Reporter {
  /** Opens replies. */
  readonly identity: string
  readonly recipient: string
  /** Shown to the server to fetch the mailbox: 32 bytes, hexadecimal. */
  readonly fetch: string
  /** The mailbox's name, which is all that the server keeps: SHA-256 of `fetch`. */
  readonly mailbox: string
  /** Signs what the reporter sends; 32 bytes each, hexadecimal. */
  readonly signSecret: string
  readonly verify: string
}

/** The reporter that a receipt of ten bytes makes. */
export async function deriveReporter(receipt: Uint8Array): Promise<Reporter> {
  const root = await argon2id({ password: receipt, salt: SALT, ...COST, outputType: 'binary' })
  const part = (label: string) => hkdf(sha256, root, new Uint8Array(0), utf8(label), 32)
  const identity = identityText(part('reply-x25519'))
  const recipient = recipientOf(identity)
  if (recipient === null) throw new Error('an identity of our own making has no recipient')
  const fetch = part('fetch')
  const { secret, verify } = signingKeys(part('sign'))
  return { identity, recipient, fetch: hex(fetch), mailbox: hex(sha256(fetch)), signSecret: secret, verify }
}

/** The mailbox that a fetch token opens; null where it is none. */
export function mailboxOf(fetch: string): string | null {
  const token = fromHex(fetch, 32)
  return token === null ? null : hex(sha256(token))
}
