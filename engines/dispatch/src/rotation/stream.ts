// Integers from SHA-256 in counter mode: the same on every machine, and no value likelier than another.
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** An integer from 0 below `limit` (at most 2^53), every one equally likely. */
export type Stream = (limit: number) => number

const WORD = 2 ** 32

/** SHA-256(label, 0, seed, counter) for counter 0, 1, …, cut into 32-bit words; `label` keeps the uses of one seed apart. */
export function streamFrom(seed: string, label: string): Stream {
  const head = utf8ToBytes(label)
  const block = new Uint8Array(head.length + 41)
  block.set(head)
  block.set(hexToBytes(seed), head.length + 1)
  const counter = new DataView(block.buffer, head.length + 33)
  let words = new DataView(new ArrayBuffer(0))
  let at = 0
  let used = 0
  const word = (): number => {
    if (at === words.byteLength) {
      counter.setBigUint64(0, BigInt(used))
      const hash = sha256(block)
      words = new DataView(hash.buffer, hash.byteOffset, hash.byteLength)
      used += 1
      at = 0
    }
    at += 4
    return words.getUint32(at - 4)
  }
  return (limit) => {
    const range = limit <= WORD ? WORD : 2 ** 53
    // values above the last whole multiple of `limit` would favour the small ones
    const end = range - (range % limit)
    for (;;) {
      const value = range === WORD ? word() : (word() % 2 ** 21) * WORD + word()
      if (value < end) return value % limit
    }
  }
}

/** A permutation of 0 … size−1, every one equally likely. */
export function shuffled(stream: Stream, size: number): number[] {
  const order = Array.from({ length: size }, (_, k) => k)
  for (let k = size - 1; k > 0; k--) {
    const other = stream(k + 1)
    const kept = order[k] ?? 0
    order[k] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
