import { Problem } from '@shengmian/contract'
import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, it } from 'vitest'
import { checkPassphrase, PASSPHRASE_SHORTEST, WORDS_OF_THE_HOUSE } from './check-passphrase.ts'

const NAME = 'jingzhou.office'
function isTaken(passphrase: string): boolean {
  try {
    checkPassphrase(passphrase, NAME, 'body/passphrase')
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'unfit') return false
    throw error
  }
}

it('every known passphrase that is long enough is refused, and so are two of the others side by side', () => {
  const known = dictionary['passwords-common'].map(String)
  const long = known.filter((word) => word.length >= PASSPHRASE_SHORTEST)
  expect(long.length).toBeGreaterThan(300)
  expect(long.filter(isTaken)).toEqual([])
  const paired = known.slice(0, 150).map((word, k) => `${word}${known[k + 150] ?? ''}`.padEnd(PASSPHRASE_SHORTEST, '1'))
  expect(paired.filter(isTaken)).toEqual([])
})

it.each(['P@ssw0rd2026', 'qwertyuiop[]', '1qaz2wsx3edc4rfv', '19490101199910', 'abcabcabcabcabc', '我爱你我爱你我爱你我爱你'])(
  'spellings, keys, dates and repetitions do not make it new: %s',
  (passphrase) => expect(isTaken(passphrase)).toBe(false),
)

it('words of the house and of the own sign-in name count as known', () => {
  for (const word of WORDS_OF_THE_HOUSE) expect(isTaken(`${word}2026`.padEnd(PASSPHRASE_SHORTEST, '!')), word).toBe(false)
  for (const own of ['jingzhou-office', 'jingzhou 2026!', 'office.office.2026']) expect(isTaken(own), own).toBe(false)
})

it('some unrelated words are taken, in Chinese, in English and mixed', () => {
  for (const good of ['荆江大堤 1998 守堤', 'correct horse battery staple', '稻花香 kettle 蓝色自行车', 'x7Kp2mQ9vL4z'])
    expect(isTaken(good), good).toBe(true)
})
