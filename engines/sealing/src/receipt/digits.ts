// A receipt: 80 random bits made on the phone. One face of it are 28 digits in seven groups of four: a version, the bits, a check.
// The check (ISO 7064, MOD 97-10) finds every single wrong digit and every two that changed places.
import type { Random } from '../bytes.ts'

/** The version says how keys are derived; there is one so far. */
const VERSION = '1'
const BYTES = 10
const BITS_DIGITS = 25

/** Ten bytes that are the whole secret. */
export function makeReceipt(random: Random): Uint8Array {
  return random(BYTES)
}

/** 28 digits without spaces: also what the QR code of a receipt holds, and nothing else. */
export function receiptDigits(receipt: Uint8Array): string {
  let bits = 0n
  for (const byte of receipt) bits = bits * 256n + BigInt(byte)
  const body = VERSION + bits.toString().padStart(BITS_DIGITS, '0')
  return body + (98n - ((BigInt(body) * 100n) % 97n)).toString().padStart(2, '0')
}

/** The digits as people copy them: seven groups of four. */
export function receiptGroups(receipt: Uint8Array): readonly string[] {
  return receiptDigits(receipt).match(/.{4}/g) ?? []
}

export type ReceiptFault = 'length' | 'version' | 'check' | 'character'

export type ReceiptAnswer =
  | { readonly kind: 'read'; readonly receipt: Uint8Array }
  | { readonly kind: 'refused'; readonly why: ReceiptFault }

/** A receipt from its digits, with any spaces, hyphens or full-width digits that people and phones put in. */
export function readDigits(text: string): ReceiptAnswer {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  if (!/^\d*$/.test(digits)) return { kind: 'refused', why: 'character' }
  if (digits.length !== 28) return { kind: 'refused', why: 'length' }
  if (BigInt(digits) % 97n !== 1n) return { kind: 'refused', why: 'check' }
  if (!digits.startsWith(VERSION)) return { kind: 'refused', why: 'version' }
  let bits = BigInt(digits.slice(1, 1 + BITS_DIGITS))
  if (bits >= 1n << 80n) return { kind: 'refused', why: 'check' }
  const receipt = new Uint8Array(BYTES)
  for (let at = BYTES - 1; at >= 0; at -= 1) {
    receipt[at] = Number(bits & 255n)
    bits >>= 8n
  }
  return { kind: 'read', receipt }
}
