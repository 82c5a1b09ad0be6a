// SHA-256 over the canonical JSON (RFC 8785), with a writer of verify's own. A problem holds only strings, integers,
// booleans and null, for which `JSON.stringify` already writes what the RFC asks; names are sorted by UTF-16 code units.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Characters that are hashed at once: the text of a province is never whole in memory. */
const PIECE = 65_536

export function hashOf(problem: object): string {
  const hash = sha256.create()
  let waiting = ''
  const write = (text: string): void => {
    waiting += text
    if (waiting.length < PIECE) return
    hash.update(utf8ToBytes(waiting))
    waiting = ''
  }
  writeCanonical(problem, write)
  hash.update(utf8ToBytes(waiting))
  return `sha256:${bytesToHex(hash.digest())}`
}

function writeCanonical(value: unknown, write: (text: string) => void): void {
  if (Array.isArray(value)) {
    write('[')
    value.forEach((part: unknown, at) => {
      if (at > 0) write(',')
      writeCanonical(part, write)
    })
    write(']')
    return
  }
  if (typeof value !== 'object' || value === null) {
    write(JSON.stringify(value))
    return
  }
  const members = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  write('{')
  members.forEach(([name, part], at) => {
    write(`${at > 0 ? ',' : ''}${JSON.stringify(name)}:`)
    writeCanonical(part, write)
  })
  write('}')
}
