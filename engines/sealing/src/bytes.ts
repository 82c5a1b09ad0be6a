// Bytes and how they are written down: text, hexadecimal, base64 of RFC 4648 with padding. Readers take the one canonical form only.
const encoder = new TextEncoder()
const DIGITS = '0123456789abcdef'

/** Randomness is handed in: so many bytes from a generator fit for keys. */
export type Random = (bytes: number) => Uint8Array

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The text, or null where the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
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

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** The bytes of lower-case hexadecimal; null where it is none of that length in bytes. */
export function fromHex(text: string, length: number): Uint8Array | null {
  if (text.length !== 2 * length) return null
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 1) {
    const [high, low] = [DIGITS.indexOf(text.charAt(2 * at)), DIGITS.indexOf(text.charAt(2 * at + 1))]
    if (high < 0 || low < 0) return null
    bytes[at] = high * 16 + low
  }
  return bytes
}

export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Without the padding. */
export function base64Bare(bytes: Uint8Array): string {
  return base64(bytes).replace(/=+$/, '')
}

/** The bytes of padded base64, of the length where one is given; null where it is not that. */
export function fromBase64(text: string, length?: number): Uint8Array | null {
  const bytes = decoded(text)
  const isRight = bytes !== null && base64(bytes) === text && (length === undefined || bytes.length === length)
  return isRight ? bytes : null
}

/** The bytes of base64 without padding; null where it is not that. */
export function fromBase64Bare(text: string): Uint8Array | null {
  const bytes = decoded(text)
  return bytes !== null && base64Bare(bytes) === text ? bytes : null
}

/** Forgiving: who calls compares with what the bytes would be written as. */
function decoded(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** Whether two byte strings are the same, in a time that does not tell where they differ. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}
