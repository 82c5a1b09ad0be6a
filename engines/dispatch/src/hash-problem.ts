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

/** `sha256:` and 64 hexadecimal digits: what a plan carries as `problem`. */
export function hashProblem(problem: Problem | RotationProblem | CalendarProblem): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(problem))))}`
}
