// Bytes and the three ways they are written down: text, base64 (RFC 4648 with padding), lower-case hexadecimal.

const encoder = new TextEncoder()
/** What is longer is rare and is not kept. */
const LONG = 1 << 20
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * A hash: bytes in, 32 bytes out. SHA-256 for the tree, SHA-256 and SM3 for commitments; whoever calls passes it in. The bytes are lent to
 * it for the call.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** A hash that is written down at once: bytes lent, 64 digits of lower-case hexadecimal out. */
export type HexHash = (bytes: Uint8Array) => string

let room = new Uint8Array(4096)

/**
 * A place of at least so many bytes for what a hash is to read, good until the next is asked for: a place of its own for each of a
 * million small texts costs more than hashing them.
 */
export function roomFor(length: number): Uint8Array {
  if (length > LONG) return new Uint8Array(length)
  if (length > room.length) room = new Uint8Array(length)
  return room
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte] ?? ''
  return text
}
