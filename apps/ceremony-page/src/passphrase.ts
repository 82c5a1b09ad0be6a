// Files under a passphrase, as `age -p` makes and `age -d` opens them.
import { Decrypter, Encrypter } from 'age-encryption'
import { Refusal } from './page-parts.ts'

const SHORTEST = 12

/** Refuses what could be guessed from a lost stick. */
export function demandPassphrase(passphrase: string, zh: string, en: string): string {
  if (passphrase.length < SHORTEST) throw new Refusal(`${zh}至少 ${SHORTEST} 个字符`, `${en}: at least ${SHORTEST} characters`)
  return passphrase
}

export async function sealUnder(passphrase: string, text: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(text)
}

/** The text of such a file; a file that is no age file is its own text, as the command line writes keys. */
export async function openUnder(passphrase: string, file: Uint8Array): Promise<string> {
  const text = new TextDecoder().decode(file)
  if (!text.startsWith('age-encryption.org/')) return text
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(file, 'text')
  } catch {
    throw new Refusal('口令不对，或文件坏了', 'A wrong passphrase, or a spoilt file')
  }
}
