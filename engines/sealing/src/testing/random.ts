// Randomness that is the same in every run: SHA-256 over a seed and a counter.
import { createHash } from 'node:crypto'
import type { Random } from '../bytes.ts'

export function seededRandom(seed: string): Random {
  let counter = 0
  return (bytes) => {
    const pieces: Uint8Array[] = []
    for (let length = 0; length < bytes; length += 32) {
      pieces.push(
        createHash('sha256')
          .update(`${seed}/${(counter += 1)}`)
          .digest(),
      )
    }
    return new Uint8Array(Buffer.concat(pieces).subarray(0, bytes))
  }
}
