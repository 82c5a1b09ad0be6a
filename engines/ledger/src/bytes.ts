// Bytes and the three ways they are written down: text, base64 (RFC 4648 with padding), lower-case hexadecimal.

const encoder = new TextEncoder()
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A hash: bytes in, 32 bytes out. SHA-256 for the tree, SHA-256 and SM3 for commitments; whoever calls passes it in. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** A hash that is written down at once: bytes in, 64 digits of lower-case hexadecimal out. */
export type HexHash = (bytes: Uint8Array) => string

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
