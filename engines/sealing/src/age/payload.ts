// The payload of an age file: STREAM of ChaCha20-Poly1305 in pieces of 64 KiB, the last one marked. Source: C2SP age.md.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

const PIECE = 65_536
const TAG = 16

/** The pieces of a plaintext under the payload key, one after the other. */
export function sealPayload(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const pieces = Math.max(1, Math.ceil(plain.length / PIECE))
  const sealed = new Uint8Array(plain.length + pieces * TAG)
  for (let at = 0; at < pieces; at += 1) {
    const piece = plain.subarray(at * PIECE, (at + 1) * PIECE)
    sealed.set(chacha20poly1305(key, nonce(at, at === pieces - 1)).encrypt(piece), at * (PIECE + TAG))
  }
  return sealed
}

/** The plaintext; null where a piece was changed, cut off, added or put elsewhere. */
export function openPayload(key: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const pieces = Math.ceil(sealed.length / (PIECE + TAG))
  const length = sealed.length - pieces * TAG
  // An empty last piece is lawful only where it is the only one.
  if (pieces === 0 || length < 0 || (pieces > 1 && length <= (pieces - 1) * PIECE)) return null
  const plain = new Uint8Array(length)
  try {
    for (let at = 0; at < pieces; at += 1) {
      const piece = sealed.subarray(at * (PIECE + TAG), (at + 1) * (PIECE + TAG))
      plain.set(chacha20poly1305(key, nonce(at, at === pieces - 1)).decrypt(piece), at * PIECE)
    }
  } catch {
    return null
  }
  return plain
}

/** Eleven bytes of counter, the higher first, and a byte that says "the last". */
function nonce(piece: number, isLast: boolean): Uint8Array {
  const bytes = new Uint8Array(12)
  new DataView(bytes.buffer).setUint32(7, piece)
  bytes[11] = isLast ? 1 : 0
  return bytes
}
