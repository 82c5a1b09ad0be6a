// The household's code on a card: 50 random bits and a check, in letters that are not mistaken for one another. Nobody notes who got which,
// so it says that one household speaks once, and never which.
import type { Random } from '../bytes.ts'

/** Crockford's base32: no i, l, o, u. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const BITS_LETTERS = 10
const LENGTH = BITS_LETTERS + 1

/** Eleven letters and digits, lower case. */
export function makeCardCode(random: Random): string {
  const letters = [...random(BITS_LETTERS)].map((byte) => byte & 31)
  return [...letters, checkOf(letters)].map((letter) => LETTERS[letter]).join('')
}

/** A code as people copy it: `K7M2 XQ9P W4T`. */
export function cardCodeGroups(code: string): readonly string[] {
  return code.toUpperCase().match(/.{1,4}/g) ?? []
}

/** A code as it was printed, from what a person or a QR code wrote of it; null where a letter is wrong or missing. */
export function readCardCode(text: string): string | null {
  const written = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.·-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  const letters = [...written].map((letter) => LETTERS.indexOf(letter))
  if (letters.length !== LENGTH || letters.includes(-1)) return null
  return letters[BITS_LETTERS] === checkOf(letters.slice(0, BITS_LETTERS)) ? written : null
}

/**
 * A sum in the field of 32 elements in which each place has a weight of its own: it finds every single wrong letter and every two that
 * changed places.
 */
function checkOf(letters: readonly number[]): number {
  let sum = 0
  // Horner: the weight of a place is a power of x, and eleven powers of a generator are eleven elements.
  for (const letter of letters) sum = timesX(sum ^ letter)
  return sum
}

/** Times x, modulo x⁵ + x² + 1. */
function timesX(element: number): number {
  const doubled = element << 1
  return doubled > 31 ? doubled ^ 37 : doubled
}
