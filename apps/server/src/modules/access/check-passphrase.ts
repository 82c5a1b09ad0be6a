// The rules for a passphrase: length and variety instead of kinds of characters (NIST SP 800-63B, section 5.1.1).
import { Problem, type ProblemItem } from '@shengmian/contract'

export const PASSPHRASE_SHORTEST = 12
export const PASSPHRASE_LONGEST = 128
const FEWEST_DIFFERENT = 5

/** Throws `unfit` with every rule that a new passphrase breaks, at the place `at` of the request. */
export function checkPassphrase(passphrase: string, signInName: string, at: string): void {
  const plain = passphrase.normalize('NFKC').toLowerCase()
  const rules: readonly (readonly [broken: boolean, zh: string, en: string])[] = [
    [
      [...plain].length < PASSPHRASE_SHORTEST || passphrase.length > PASSPHRASE_LONGEST,
      `口令须为 ${PASSPHRASE_SHORTEST} 至 ${PASSPHRASE_LONGEST} 个字符`,
      `a passphrase has ${PASSPHRASE_SHORTEST} to ${PASSPHRASE_LONGEST} characters`,
    ],
    [
      new Set(plain).size < FEWEST_DIFFERENT,
      `口令至少要有 ${FEWEST_DIFFERENT} 个不同的字符`,
      `a passphrase has at least ${FEWEST_DIFFERENT} different characters`,
    ],
    [plain.includes(signInName.toLowerCase()), '口令不能包含账号名', 'a passphrase does not contain the sign-in name'],
    [isRun(plain), '口令不能是连续的字符', 'a passphrase is not a run of consecutive characters'],
  ]
  const errors: readonly ProblemItem[] = rules.flatMap(([broken, zh, en]) => (broken ? [{ at, zh, en }] : []))
  if (errors.length > 0) throw new Problem('unfit', { errors })
}

/** `123456789012`, `abcdefghijkl`: each character one above the last, 9 followed by 0. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  return codes.every((code, index) => {
    const last = codes[index - 1]
    return last === undefined || code === last + 1 || (last === 57 && code === 48)
  })
}
