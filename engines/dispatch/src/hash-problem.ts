// The name of a problem: SHA-256 of its canonical JSON (RFC 8785), so that a plan says which problem it answers,
// however the file was indented.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { CalendarProblem } from './calendar/problem.ts'
import type { RotationProblem } from './rotation/problem.ts'
import type { Problem } from './problem.ts'

/** The canonical text (RFC 8785) of a problem or of one of its parts, for who hashes a problem piece by piece. */
export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? ''
}

/** Characters that are hashed at once: the text of a province is never whole in memory. */
const PIECE = 65_536

/** `sha256:` and 64 hexadecimal digits: what a plan carries as `problem`. */
export function hashProblem(problem: Problem | RotationProblem | CalendarProblem): string {
  const hash = sha256.create()
  let waiting = ''
  for (const text of canonicalPieces(problem)) {
    waiting += text
    if (waiting.length < PIECE) continue
    hash.update(utf8ToBytes(waiting))
    waiting = ''
  }
  hash.update(utf8ToBytes(waiting))
  return `sha256:${bytesToHex(hash.digest())}`
}

/** The canonical text, list element by list element. */
function* canonicalPieces(problem: object): Generator<string> {
  const members = Object.entries(problem)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  yield '{'
  for (const [at, [name, part]] of members.entries()) {
    yield `${at > 0 ? ',' : ''}${canonicalText(name)}:`
    if (!Array.isArray(part)) yield canonicalText(part)
    else {
      yield '['
      for (const [k, element] of part.entries()) yield `${k > 0 ? ',' : ''}${canonicalText(element)}`
      yield ']'
    }
  }
  yield '}'
}
