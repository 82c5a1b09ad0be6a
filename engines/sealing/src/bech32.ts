// Bech32 (BIP 173) of 32 bytes, as keys of age are written. Own code: the page pays for every byte, and a library of all the bases weighs
// three times as much; the test holds it against one.
const CHARACTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const BYTES = 32
/** 32 bytes in groups of five bits. */
const GROUPS = 52
const CHECK = 6

/** A prefix in lower case and 32 bytes. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = bits * 256n + BigInt(byte)
  bits *= 16n
  const groups = Array.from({ length: GROUPS }, (_, at) => Number((bits >> BigInt(5 * (GROUPS - 1 - at))) & 31n))
  const check = checksum(prefix, [...groups, 0, 0, 0, 0, 0, 0]) ^ 1
  for (let at = 0; at < CHECK; at += 1) groups.push((check >>> (5 * (CHECK - 1 - at))) & 31)
  return `${prefix}1${groups.map((group) => CHARACTERS.charAt(group)).join('')}`
}

/** The 32 bytes after a prefix; null where the text, in lower case, is not exactly that. */
export function fromBech32(prefix: string, text: string): Uint8Array | null {
  if (!text.startsWith(`${prefix}1`) || text.length !== prefix.length + 1 + GROUPS + CHECK) return null
  const groups = Array.from(text.slice(prefix.length + 1), (character) => CHARACTERS.indexOf(character))
  if (groups.includes(-1) || checksum(prefix, groups) !== 1) return null
  let bits = 0n
  for (const group of groups.slice(0, GROUPS)) bits = bits * 32n + BigInt(group)
  // Four bits are left over and must be zero: one text a key.
  if ((bits & 15n) !== 0n) return null
  return Uint8Array.from({ length: BYTES }, (_, at) => Number((bits >> BigInt(4 + 8 * (BYTES - 1 - at))) & 255n))
}

function checksum(prefix: string, groups: readonly number[]): number {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0))
  let sum = 1
  for (const value of [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31), ...groups]) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [at, word] of GENERATOR.entries()) if (((top >>> at) & 1) === 1) sum ^= word
  }
  return sum >>> 0
}
