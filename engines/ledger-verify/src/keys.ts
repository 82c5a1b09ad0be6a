// Keys as they are configured (`name+id+base64`), and whether a signature by one holds.
import { ed25519 } from '@noble/curves/ed25519.js'
import { base64OfBytes, bytesOfBase64, bytesOfText, chain, hexOfBytes, isSame, type Hashes } from './bytes.ts'
import { doesSm2Hold } from './sm2.ts'

const SM2_TYPE = chain([Uint8Array.of(255), bytesOfText('shengmian.sm2-with-sm3/1')])

export interface KnownKey {
  readonly name: string
  /** Four bytes, as hexadecimal. */
  readonly id: string
  readonly type: 'ed25519' | 'cosignature' | 'sm2'
  readonly publicKey: Uint8Array
}

/** Reads a verifier key; null where it is none, of a type that is not known, or has another id than its parts give. */
export function readKey(hashes: Hashes, text: string): KnownKey | null {
  const [name = '', id = '', rest = ''] = text.split(/\+(.*?)\+(.*)/s)
  const typed = bytesOfBase64(rest)
  if (name === '' || /\s/u.test(name) || !/^[0-9a-f]{8}$/.test(id) || typed === null) return null
  if (hexOfBytes(hashes.sha256(chain([bytesOfText(`${name}\n`), typed])).subarray(0, 4)) !== id) return null
  if (typed[0] === 1 && typed.length === 33) return { name, id, type: 'ed25519', publicKey: typed.subarray(1) }
  if (typed[0] === 4 && typed.length === 33) return { name, id, type: 'cosignature', publicKey: typed.subarray(1) }
  const isSm2 = typed.length === SM2_TYPE.length + 65 && isSame(typed.subarray(0, SM2_TYPE.length), SM2_TYPE)
  return isSm2 ? { name, id, type: 'sm2', publicKey: typed.subarray(SM2_TYPE.length) } : null
}

/** The key of a witness, as others configure it. */
export function witnessKey(hashes: Hashes, name: string, publicKey: Uint8Array): string {
  const typed = chain([Uint8Array.of(4), publicKey])
  const id = hexOfBytes(hashes.sha256(chain([bytesOfText(`${name}\n`), typed])).subarray(0, 4))
  return `${name}+${id}+${base64OfBytes(typed)}`
}

/** Whether a signature (what follows the key id) by this key holds for a note's text; for a cosignature, with the time it states. */
export function doesSignatureHold(hashes: Hashes, key: KnownKey, text: string, signature: Uint8Array): boolean {
  if (key.type === 'sm2') return doesSm2Hold(hashes.sm3, key.publicKey, bytesOfText(text), signature)
  if (key.type === 'ed25519') return doesEd25519Hold(signature, bytesOfText(text), key.publicKey)
  const seconds = secondsOf(signature)
  if (seconds === null) return false
  return doesEd25519Hold(signature.subarray(8), bytesOfText(`cosignature/v1\ntime ${seconds}\n${text}`), key.publicKey)
}

/** The time that a cosignature states, in seconds since 1970; null where there is none. */
export function secondsOf(signature: Uint8Array): number | null {
  if (signature.length !== 72) return null
  const seconds = signature.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0)
  return Number.isSafeInteger(seconds) ? seconds : null
}

function doesEd25519Hold(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false
  try {
    // RFC 8032 to the letter: no non-canonical points, which another implementation might refuse.
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
