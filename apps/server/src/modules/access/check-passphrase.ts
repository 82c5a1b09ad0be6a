// The rules for a passphrase: length, and how soon it is guessed by whoever knows the known ones and the words of this house, instead of
// kinds of characters (NIST SP 800-63B, section 5.1.1).
import { Problem, type ProblemItem } from '@shengmian/contract'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export const PASSPHRASE_SHORTEST = 12
export const PASSPHRASE_LONGEST = 128
const FEWEST_DIFFERENT = 5
/** Ten thousand million guesses, as a power of ten. */
const FEWEST_GUESSES = 10

/** Words that everybody around an inspection thinks of first: they count as known. */
export const WORDS_OF_THE_HOUSE: readonly string[] = (
  '生面 巡察 巡视 交叉巡察 巡察办 纪委 监委 纪委监委 组织部 办公室 领导小组 清正廉洁 利剑 ' +
  'shengmian xuncha xunshi jiaocha xunchaban jiwei jianwei bangongshi lianjie lijian zhongguo yanshi mima kouling ' +
  'inspection inspector office leading liaison admin passphrase'
).split(' ')

const judge = new ZxcvbnFactory({
  dictionary: { ...dictionary, house: [...WORDS_OF_THE_HOUSE] },
  graphs: adjacencyGraphs,
  maxLength: PASSPHRASE_LONGEST,
})

/** Throws `unfit` with every rule that a new passphrase breaks, at the place `at` of the request. */
export function checkPassphrase(passphrase: string, signInName: string, at: string): void {
  const plain = passphrase.normalize('NFKC').toLowerCase()
  const isLong = passphrase.length > PASSPHRASE_LONGEST
  const rules: readonly (readonly [broken: boolean, zh: string, en: string])[] = [
    [
      [...plain].length < PASSPHRASE_SHORTEST || isLong,
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
    [
      !isLong && judge.check(plain, [signInName, ...signInName.split(/[._-]/)]).guessesLog10 < FEWEST_GUESSES,
      '口令太容易猜：主要由常用口令、本行业词语、账号名、日期或键盘顺序组成，请换成几个不相干的词',
      'a passphrase is not soon guessed: this is mostly a known one, words of this trade, the sign-in name, a date or a run of keys; take some unrelated words',
    ],
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
