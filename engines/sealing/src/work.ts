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
  const candidate = candidates(text)
  const all = [...found]
  let at = next
  for (let left = hashes; left > 0 && all.length < PUZZLES; left -= 1) {
    if (isFound(sha256(candidate(all.length, at)), tries)) {
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
  const candidate = candidates(text)
  for (let puzzle = 0; puzzle < PUZZLES; puzzle += 1)
    if (!isFound(hash(candidate(puzzle, view.getUint32(4 * puzzle))), tries)) return false
  return true
}

/** What is hashed for a puzzle and a counter; one piece of memory, written anew each time. */
function candidates(text: string): (puzzle: number, at: number) => Uint8Array {
  const start = utf8(text)
  const bytes = joined(start, new Uint8Array(5))
  const view = new DataView(bytes.buffer)
  return (puzzle, at) => {
    view.setUint8(start.length, puzzle)
    view.setUint32(start.length + 1, at)
    return bytes
  }
}

function isFound(hash: Uint8Array, tries: number): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = hash
  return a * 0x1000000 + b * 0x10000 + c * 0x100 + d < RANGE / tries
}

function fourBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, count)
  return bytes
}
