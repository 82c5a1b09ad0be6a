// What a party hands in before anybody shows anything. The root and the party's name are in the hash: a commitment copied from another
// party or another draw cannot be opened here.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { digest } from './digest.ts'
import { refuseStep, type DrawRefusal } from './draw-files.ts'
import type { DrawCommitment } from './draw.ts'

/** Commits to two secrets of 64 hexadecimal digits: the first fixes the tickets, the second picks one of them. */
export function commitSecrets(root: string, party: string, first: string, second: string): DrawCommitment {
  return {
    format: 'shengmian.draw/1',
    kind: 'commitment',
    root,
    party,
    first: digest('commitment', root, party, 1, first),
    second: digest('commitment', root, party, 2, second),
  }
}

/** A secret from dice thrown by hand: fifty throws of a die are 129 bits. */
export function secretFromDice(rolls: string): { readonly kind: 'secret'; readonly secret: string } | DrawRefusal {
  const digits = rolls.replaceAll(/\s/g, '')
  if (!/^[1-6]+$/.test(digits)) return refuseStep('骰子点数只能是 1 到 6', 'dice show 1 to 6')
  if (digits.length < 50) return refuseStep('至少要掷 50 次', 'at least 50 throws are needed')
  return { kind: 'secret', secret: bytesToHex(sha256(utf8ToBytes(`shengmian.draw/1 dice-secret ${digits}`))) }
}
