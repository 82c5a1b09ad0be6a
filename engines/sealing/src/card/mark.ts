// What one inspector tells the others of a report's card, through a server that must not learn it: sealed with a key that only the team has,
// of one length whether there was a card or not. The server knows that the report was opened, which it knows anyway.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Random, utf8 } from '../bytes.ts'
import { identitySecret } from '../keys.ts'
import { CARD_HASH } from './hash.ts'

const NONCE = 24
/** Bytes of a mark. */
export const CARD_MARK = NONCE + CARD_HASH + 16
/** No hash is all zeros but by a chance of 2^-128. */
const NO_CARD = new Uint8Array(CARD_HASH)

interface Place {
  readonly desk: string
  /** The number of the report. */
  readonly number: number
}

/** A mark for a report: the hash of its card, or null for none. The identity is the team's, which opened the report. */
export function sealCardMark(hash: Uint8Array | null, identity: string, place: Place, random: Random): Uint8Array {
  const key = keyOf(identity, place.desk)
  if (key === null) throw new Error('this is no identity')
  const nonce = random(NONCE)
  const sealed = xchacha20poly1305(key, nonce, boundTo(place)).encrypt(hash ?? NO_CARD)
  const mark = new Uint8Array(CARD_MARK)
  mark.set(nonce)
  mark.set(sealed, NONCE)
  return mark
}

/**
 * Reads marks of a desk by the number of their report: the hash in each, or null for none; `unread` where none of the identities opens it, or
 * it belongs to another report.
 */
export function openCardMarks(
  identities: readonly string[],
  desk: string,
): (mark: Uint8Array, number: number) => Uint8Array | null | 'unread' {
  const keys = identities.map((identity) => keyOf(identity, desk)).filter((key) => key !== null)
  return (mark, number) => {
    if (mark.length !== CARD_MARK) return 'unread'
    for (const key of keys) {
      try {
        const hash = xchacha20poly1305(key, mark.subarray(0, NONCE), boundTo({ desk, number })).decrypt(mark.subarray(NONCE))
        return hash.every((byte) => byte === 0) ? null : hash
      } catch {
        // Another epoch's key may open it.
      }
    }
    return 'unread'
  }
}

function keyOf(identity: string, desk: string): Uint8Array | null {
  const secret = identitySecret(identity)
  return secret === null ? null : hkdf(sha256, secret, undefined, utf8(`shengmian/card-mark/v1/${desk}`), 32)
}

/** A mark that is moved to another report opens no more. */
function boundTo({ desk, number }: Place): Uint8Array {
  return utf8(`${desk}/${number}`)
}
