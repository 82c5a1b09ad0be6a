// One way to hash in the whole draw: SHA-256 over the canonical JSON (RFC 8785) of a list that begins with what it is for.
// A list has one reading only, so no two different inputs can run together into the same bytes.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

type Purpose = 'salt' | 'commitment' | 'sees' | 'beacon' | 'noise' | 'ticket' | 'withdrawal' | 'rehearsal'

/** `sha256:` and 64 digits over a list that begins with its purpose. */
export function digest(purpose: Purpose, ...parts: readonly unknown[]): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText([`shengmian.draw/1 ${purpose}`, ...parts]))))}`
}

/** The name of a file or a plan: SHA-256 of its canonical JSON. */
export function hashValue(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(value))))}`
}

export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? ''
}

/** The 64 digits of a hash: a seed. */
export function digitsOf(hash: string): string {
  return hash.slice('sha256:'.length)
}

/** RFC 6962: a leaf and a node can never be taken for one another. */
export function hashLeaf(salt: string, text: string): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), hexToBytes(salt), utf8ToBytes(text)))
}

export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}

export function named(bytes: Uint8Array): string {
  return `sha256:${bytesToHex(bytes)}`
}
