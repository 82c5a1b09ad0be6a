// The one form of everything signed: a line that names the kind, a line of JSON, a line with the Ed25519 signature of the two before.
// What was signed are bytes, so nothing has to be put in a canonical form to check them.
import { ed25519 } from '@noble/curves/ed25519.js'
import { base64, fromBase64, fromHex, textOf, utf8 } from './bytes.ts'

/** What is signed, by the first line. */
export type SignedKind = 'shengmian-manifest/v1' | 'shengmian-report/v1' | 'shengmian-reply/v1' | 'shengmian-acknowledgement/v1'

interface SignedLines {
  readonly json: string
  /** Whether the public key (32 bytes, hexadecimal) signed it. */
  readonly isSignedBy: (verify: string) => boolean
}

/** The three lines, signed with a secret key of 32 bytes in hexadecimal. */
export function signLines(kind: SignedKind, content: unknown, secret: string): Uint8Array {
  const seed = fromHex(secret, 32)
  if (seed === null) throw new Error('a signing key is 64 hexadecimal digits')
  return utf8(signLinesWith(kind, content, (bytes) => ed25519.sign(bytes, seed)))
}

/** The three lines, signed by whatever holds the key. */
export function signLinesWith(kind: SignedKind, content: unknown, sign: (bytes: Uint8Array) => Uint8Array): string {
  const signed = `${kind}\n${JSON.stringify(content)}\n`
  return `${signed}${base64(sign(utf8(signed)))}\n`
}

/** The three lines taken apart; null where they are not such lines of that kind. Nothing is believed before `isSignedBy`. */
export function readLines(bytes: Uint8Array, kind: SignedKind): SignedLines | null {
  const lines = textOf(bytes)?.split('\n')
  if (lines?.length !== 4 || lines[0] !== kind || lines[3] !== '') return null
  const json = lines[1] ?? ''
  const signature = fromBase64(lines[2] ?? '', 64)
  if (signature === null) return null
  const signed = utf8(`${kind}\n${json}\n`)
  return { json, isSignedBy: (verify) => isSignature(signature, signed, verify) }
}

function isSignature(signature: Uint8Array, signed: Uint8Array, verify: string): boolean {
  const key = fromHex(verify, 32)
  if (key === null) return false
  try {
    return ed25519.verify(signature, signed, key, { zip215: false })
  } catch {
    return false
  }
}
