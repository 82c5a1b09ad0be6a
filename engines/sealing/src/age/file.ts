// Age files with X25519 recipients, as the stock `age` writes and opens them. Own code, because the page has room for little and an
// engine takes its randomness from outside; the tests hold it against Debian's `age` both ways. Source: C2SP age.md.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64Bare, fromBase64Bare, isSame, joined, utf8, type Random } from '../bytes.ts'
import { identitySecret, recipientKey } from '../keys.ts'
import { headerText, macText, readHeader, type Stanza } from './header.ts'
import { openPayload, sealPayload } from './payload.ts'

const FILE_KEY = 16
const NONCE = 16
const NOTHING = new Uint8Array(0)

/** An age file that each recipient (`age1…`) can open. Throws where a recipient is no key: it comes from a manifest that was checked. */
export function sealFile(plain: Uint8Array, recipients: readonly string[], random: Random): Uint8Array {
  const fileKey = random(FILE_KEY)
  const stanzas = recipients.map((recipient) => wrap(fileKey, recipient, random))
  const text = headerText(stanzas)
  const nonce = random(NONCE)
  const header = utf8(text + macText(headerMac(fileKey, text)))
  return joined(header, nonce, sealPayload(payloadKey(fileKey, nonce), plain))
}

/** What an age file holds, opened with the first of the identities that fits; null where none does or a byte was changed. */
export function openFile(file: Uint8Array, identities: readonly string[]): Uint8Array | null {
  const header = readHeader(file)
  if (header === null) return null
  for (const identity of identities) {
    const secret = identitySecret(identity)
    const fileKey = secret === null ? null : unwrapAny(header.stanzas, secret)
    if (fileKey === null) continue
    if (!isSame(headerMac(fileKey, header.text), header.mac)) return null
    const payload = file.subarray(header.length)
    if (payload.length < NONCE) return null
    return openPayload(payloadKey(fileKey, payload.subarray(0, NONCE)), payload.subarray(NONCE))
  }
  return null
}

/** How many recipients a file has, all of them X25519; null where another kind is among them, or it is no age file. */
export function countRecipients(file: Uint8Array): number | null {
  const header = readHeader(file)
  return header !== null && header.stanzas.every(({ words }) => words[0] === 'X25519') ? header.stanzas.length : null
}

function wrap(fileKey: Uint8Array, recipient: string, random: Random): Stanza {
  const theirs = recipientKey(recipient)
  if (theirs === null) throw new Error('a recipient is no age key')
  const own = random(32)
  const share = x25519.getPublicKey(own)
  const key = wrapKey(x25519.getSharedSecret(own, theirs), share, theirs)
  return { words: ['X25519', base64Bare(share)], body: chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey) }
}

function unwrapAny(stanzas: readonly Stanza[], secret: Uint8Array): Uint8Array | null {
  const own = x25519.getPublicKey(secret)
  for (const { words, body } of stanzas) {
    const share = fromBase64Bare(words[1] ?? '')
    if (words[0] !== 'X25519' || words.length !== 2 || share?.length !== 32 || body.length !== FILE_KEY + 16) continue
    try {
      return chacha20poly1305(wrapKey(x25519.getSharedSecret(secret, share), share, own), new Uint8Array(12)).decrypt(body)
    } catch {
      // For somebody else, or a share of low order: the next one.
    }
  }
  return null
}

function wrapKey(shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, joined(share, recipient), utf8('age-encryption.org/v1/X25519'), 32)
}

function headerMac(fileKey: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, hkdf(sha256, fileKey, NOTHING, utf8('header'), 32), utf8(text))
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return hkdf(sha256, fileKey, nonce, utf8('payload'), 32)
}
