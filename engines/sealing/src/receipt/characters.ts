// Another face of a receipt: eight Chinese characters of 11 bits each, the 80 bits and 8 of check. A module of its own, because the
// list of characters weighs as much as a third of the page: it is loaded when somebody asks for this face.
import { sha256 } from '@noble/hashes/sha2.js'
import { wordlist } from '@scure/bip39/wordlists/simplified-chinese.js'
import { joined, utf8 } from '../bytes.ts'
import type { ReceiptAnswer } from './digits.ts'

const COUNT = 8
const BITS = 11n

/** Eight characters of the simplified list of BIP 39. */
export function receiptCharacters(receipt: Uint8Array): string {
  let bits = 0n
  for (const byte of joined(receipt, check(receipt))) bits = bits * 256n + BigInt(byte)
  let text = ''
  for (let at = 0; at < COUNT; at += 1) {
    text = (wordlist[Number(bits & 2047n)] ?? '') + text
    bits >>= BITS
  }
  return text
}

/** A receipt from its eight characters, with any spaces. */
export function readCharacters(text: string): ReceiptAnswer {
  const characters = Array.from(text.replace(/\s/g, ''))
  if (characters.length !== COUNT) return { kind: 'refused', why: 'length' }
  let bits = 0n
  for (const character of characters) {
    const index = wordlist.indexOf(character)
    if (index < 0) return { kind: 'refused', why: 'character' }
    bits = (bits << BITS) + BigInt(index)
  }
  const bytes = Uint8Array.from({ length: 11 }, (_, at) => Number((bits >> BigInt(80 - 8 * at)) & 255n))
  const receipt = bytes.slice(0, 10)
  return check(receipt)[0] === bytes[10] ? { kind: 'read', receipt } : { kind: 'refused', why: 'check' }
}

function check(receipt: Uint8Array): Uint8Array {
  return sha256(joined(utf8('shengmian/receipt/v1/characters'), receipt)).slice(0, 1)
}
