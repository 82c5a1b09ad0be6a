import { randomInt } from 'node:crypto'

/** Without letters and digits that are mistaken for one another when they are read out or typed from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Letters and digits drawn at random, lower case, nearly five bits each. */
export function drawLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
