// A public value, where one was named: the round that was named, and a signature that only the network can have made.
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { flaw, type Check } from './check.ts'

/** drand’s chain quicknet (52db9ba7…84e971): signatures on G1, key on G2, message SHA-256 of the round as eight bytes. */
const QUICKNET =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'

export const publicBeacons: Check = ({ files }) => {
  const { publicRounds } = files.freeze.terms
  for (const stage of [1, 2] as const) {
    const own = files.publicBeacons.filter((each) => each.stage === stage)
    const [only] = own
    const subject = `stage ${stage}`
    if (own.length > 1 || (publicRounds === null && own.length > 0))
      return [flaw(subject, '公共随机数没有指定，或记录了两次', 'a public value was not named, or recorded twice')]
    const isNeeded = publicRounds !== null && (stage === 1 ? files.portfolio : files.pick) !== null
    if (only === undefined && isNeeded)
      return [flaw(subject, '缺少指定的公共随机数', 'the public value that was named is missing')]
    if (only === undefined || publicRounds === null) continue
    if (only.round !== (stage === 1 ? publicRounds.first : publicRounds.second))
      return [flaw(subject, '公共随机数不是指定的那一轮', 'the public value is not of the round that was named')]
    if (!isSigned(only.round, only.signature))
      return [flaw(subject, '公共随机数不是该网络签发的', 'the public value was not signed by the network')]
  }
  return []
}

function isSigned(round: number, signature: string): boolean {
  const message = hexToBytes(round.toString(16).padStart(16, '0'))
  const scheme = bls12_381.shortSignatures
  try {
    const point = scheme.hash(sha256(message), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')
    return scheme.verify(hexToBytes(signature), point, hexToBytes(QUICKNET))
  } catch {
    return false
  }
}
