// The verifier's own reading of bytes. It takes nothing that could be written in two ways: one text, one value.

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export interface Hashes {
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly sm3: (bytes: Uint8Array) => Uint8Array
}

export function bytesOfText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The text of UTF-8 bytes; null where they are none. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** Canonical base64 with padding, or null. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return base64OfBytes(bytes) === text ? bytes : null
}

export function base64OfBytes(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

export function hexOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let k = 0; k < bytes.length; k++) text += HEX[bytes[k] ?? 0]
  return text
}

/** Whether the text is these bytes in lower-case hexadecimal. */
export function isHexOf(text: string | null, bytes: Uint8Array): boolean {
  if (text?.length !== bytes.length * 2) return false
  for (let k = 0; k < bytes.length; k++) {
    const byte = bytes[k] ?? 0
    if (text.charCodeAt(2 * k) !== DIGITS[byte >>> 4] || text.charCodeAt(2 * k + 1) !== DIGITS[byte & 15]) return false
  }
  return true
}

export function bytesOfHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, k) => Number.parseInt(text.slice(2 * k, 2 * k + 2), 16))
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

/** One array after another. */
export function chain(parts: readonly Uint8Array[]): Uint8Array {
  const lengths = parts.map((part) => part.length)
  const whole = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  for (let [k, at] = [0, 0]; k < parts.length; at += lengths[k++] ?? 0) whole.set(parts[k] ?? [], at)
  return whole
}
