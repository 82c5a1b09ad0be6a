// Keys as `age` writes them (bech32), and Ed25519 keys, in hexadecimal. Source: C2SP age.md, RFC 8032.
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { fromBech32, toBech32 } from './bech32.ts'
import { fromHex, hex, type Random } from './bytes.ts'

const RECIPIENT = 'age'
const IDENTITY = 'age-secret-key-'

/** An age identity (`AGE-SECRET-KEY-1…`) from 32 random bytes. */
export function makeIdentity(random: Random): string {
  return identityText(random(32))
}

/** 32 bytes of an X25519 secret as an age identity. */
export function identityText(secret: Uint8Array): string {
  return toBech32(IDENTITY, secret).toUpperCase()
}

/** The secret of an age identity; null where the text is none. */
export function identitySecret(text: string): Uint8Array | null {
  return text === text.toUpperCase() ? fromBech32(IDENTITY, text.toLowerCase()) : null
}

/** The public key of a recipient (`age1…`); null where the text is none. */
export function recipientKey(text: string): Uint8Array | null {
  return fromBech32(RECIPIENT, text)
}

/** The recipient (`age1…`) of an identity; null where the text is none. */
export function recipientOf(identity: string): string | null {
  const secret = identitySecret(identity)
  return secret === null ? null : recipientText(x25519.getPublicKey(secret))
}

/** 32 bytes of an X25519 public key as a recipient. */
function recipientText(publicKey: Uint8Array): string {
  return toBech32(RECIPIENT, publicKey)
}

/** A pair of Ed25519 keys, each 32 bytes in hexadecimal. */
export interface SigningKeys {
  readonly secret: string
  readonly verify: string
}

/** Ed25519 keys from 32 bytes of seed. */
export function signingKeys(seed: Uint8Array): SigningKeys {
  return { secret: hex(seed), verify: hex(ed25519.getPublicKey(seed)) }
}

/** The public key of a secret one; null where the text is no key. */
export function verifyKeyOf(secret: string): string | null {
  const seed = fromHex(secret, 32)
  return seed === null ? null : hex(ed25519.getPublicKey(seed))
}
