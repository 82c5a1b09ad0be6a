/** Neither 0 and o nor 1, l and i: they are copied by hand. 32 signs, so that a byte's five bits choose without a bias. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789+'
const LENGTH = 20
const GROUP = 5

/** A passphrase at random, 100 bits, in groups of five. */
export function newPassphrase(): string {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => SIGNS.charAt(byte % SIGNS.length)).join('')
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? signs
}
