// Proof of work: what a flood must pay and a single report hardly notices. Eight small puzzles instead of one large, so that hardly
// anybody is unlucky. Hashing is plain SHA-256: the server checks it in microseconds.
import { sha256 } from '@noble/hashes/sha2.js'
import { fromHex, hex, joined, utf8 } from './bytes.ts'

const PUZZLES = 8
const RANGE = 2 ** 32

/** What the server asks: its own words, and how many hashes a puzzle takes on average. */
export interface Challenge {
  readonly text: string
  readonly tries: number
}

/** A state of the work on a challenge: what was found so far, and where to go on. */
export interface Work {
  readonly found: readonly number[]
  readonly next: number
}

export const NO_WORK: Work = { found: [], next: 0 }

/** Goes on for at most so many hashes: called again and again, so that the page stays alive between the calls. */
export function workOn({ text, tries }: Challenge, { found, next }: Work, hashes: number): Work {
  const start = utf8(text)
  const all = [...found]
  let at = next
  for (let left = hashes; left > 0 && all.length < PUZZLES; left -= 1) {
    if (isFound(sha256(candidate(start, all.length, at)), tries)) {
      all.push(at)
      at = 0
    } else at += 1
  }
  return { found: all, next: at }
}

/** The solution, hexadecimal; null while there is work left. */
export function solutionOf({ found }: Work): string | null {
  return found.length === PUZZLES ? hex(joined(...found.map(fourBytes))) : null
}

/** Whether a solution solves the challenge. `hash` is SHA-256, so that a server can use its own faster one. */
export function isSolution(
  { text, tries }: Challenge,
  solution: string,
  hash: (bytes: Uint8Array) => Uint8Array = sha256,
): boolean {
  const bytes = fromHex(solution, 4 * PUZZLES)
  if (bytes === null) return false
  const view = new DataView(bytes.buffer)
  const start = utf8(text)
  for (let puzzle = 0; puzzle < PUZZLES; puzzle += 1)
    if (!isFound(hash(candidate(start, puzzle, view.getUint32(4 * puzzle))), tries)) return false
  return true
}

function candidate(start: Uint8Array, puzzle: number, at: number): Uint8Array {
  return joined(start, Uint8Array.of(puzzle), fourBytes(at))
}

function isFound(hash: Uint8Array, tries: number): boolean {
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) < RANGE / tries
}

function fourBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, count)
  return bytes
}
