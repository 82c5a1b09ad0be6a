// SHA-256 over the canonical JSON (RFC 8785), with a writer of verify's own. A problem holds only strings, integers,
// booleans and null, for which `JSON.stringify` already writes what the RFC asks; names are sorted by UTF-16 code units.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export function hashOf(problem: object): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(problem))))}`
}

function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalText(part)}`)
  return `{${members.join(',')}}`
}
