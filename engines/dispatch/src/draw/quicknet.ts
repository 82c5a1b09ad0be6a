// drand’s quicknet: a public network that signs the number of a round every three seconds. Nobody knows a signature before its time, and
// anybody can check it offline against the network’s key: a value made up at the table is told from a true one.
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'

/** Of the chain 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971, scheme bls-unchained-g1-rfc9380. */
const KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c' +
  '8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb' +
  '5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'
const TAG = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const GENESIS = 1_692_803_367
const PERIOD = 3

/** When a round is signed, in seconds since 1970. */
export function timeOfRound(round: number): number {
  return GENESIS + (round - 1) * PERIOD
}

/** Whether 96 hexadecimal digits are the network’s signature of a round. */
export function isSignatureOf(round: number, signature: string): boolean {
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, BigInt(round))
  try {
    const scheme = bls12_381.shortSignatures
    return scheme.verify(hexToBytes(signature), scheme.hash(sha256(number), TAG), hexToBytes(KEY))
  } catch {
    // digits that are no point of the curve are no signature
    return false
  }
}
