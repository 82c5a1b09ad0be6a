// Signed notes (C2SP signed-note): a text, a blank line, and a line for each signature with the name and the id of its key.
import { base64, hex, joined, utf8, type Hash } from './bytes.ts'

/** What a key signs with: its byte in a key id. Ed25519 over the note; Ed25519 cosignature with a time; SM2 under a name of our own. */
const SIGNATURE_TYPES = {
  ed25519: Uint8Array.of(0x01),
  cosignature: Uint8Array.of(0x04),
  sm2: joined(Uint8Array.of(0xff), utf8('shengmian.sm2-with-sm3/1')),
} as const
type SignatureType = keyof typeof SIGNATURE_TYPES

/** Who signs: the name and the public key, as bytes of its type (Ed25519: 32; SM2: 65, uncompressed). */
export interface SignerKey {
  readonly name: string
  readonly type: SignatureType
  readonly publicKey: Uint8Array
}

/** A key and what signs with it. */
export interface Signer {
  readonly key: SignerKey
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The first four bytes of SHA-256 over name, newline, type and public key. */
export function keyId(sha256: Hash, { name, type, publicKey }: SignerKey): Uint8Array {
  return sha256(joined(utf8(`${name}\n`), SIGNATURE_TYPES[type], publicKey)).subarray(0, 4)
}

/** The key as others configure it: name, id and typed public key, joined with pluses. */
export function verifierKey(sha256: Hash, key: SignerKey): string {
  return `${key.name}+${hex(keyId(sha256, key))}+${base64(joined(SIGNATURE_TYPES[key.type], key.publicKey))}`
}

/** A text (ending in a newline) signed by each signer in turn. */
export function signNote(sha256: Hash, text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ key, sign }) => signatureLine(key.name, joined(keyId(sha256, key), sign(utf8(text)))))
  return `${text}\n${lines.join('')}`
}

function signatureLine(name: string, signature: Uint8Array): string {
  return `— ${name} ${base64(signature)}\n`
}
