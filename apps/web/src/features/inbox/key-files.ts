// The team's key on its way from a file into memory: a file in the age format under a passphrase (`age -p`) or a passkey, or the bare lines.
// Nothing of it is kept anywhere else, and the program that opens it is fetched only when it is needed.
import { recipientOf, verifyKeyOf } from '@shengmian/sealing'
import { isPasskeyFile, openUnderPasskey, type PasskeyFault } from './passkey-file.ts'

export interface Keys {
  /** `AGE-SECRET-KEY-1…`: they open reports. */
  readonly identities: readonly string[]
  /** 64 hexadecimal digits: they sign replies; none: reports can be read and not answered. */
  readonly replySecrets: readonly string[]
}

export type KeyFault = PasskeyFault | 'passphrase' | 'passphrase-missing' | 'no-key' | 'not-a-key-file'

const LARGEST = 100_000
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----'
const BINARY = 'age-encryption.org/'

/** The keys in some files, or why one of them has none. */
export async function readKeyFiles(files: readonly File[], passphrase: string): Promise<Keys | KeyFault> {
  const texts: string[] = []
  for (const file of files) {
    if (file.size > LARGEST) return 'not-a-key-file'
    const opened = await openLines(new Uint8Array(await file.arrayBuffer()), passphrase)
    if (typeof opened === 'string') return opened
    texts.push(opened.lines)
  }
  const lines = texts.flatMap((text) => text.split(/\s+/))
  const keys = {
    identities: [...new Set(lines.filter((line) => line.startsWith('AGE-SECRET-KEY-1') && recipientOf(line) !== null))],
    replySecrets: [...new Set(lines.filter((line) => /^[0-9a-f]{64}$/.test(line) && verifyKeyOf(line) !== null))],
  }
  return keys.identities.length === 0 && keys.replySecrets.length === 0 ? 'no-key' : keys
}

export function joinKeys(one: Keys, other: Keys): Keys {
  return {
    identities: [...new Set([...one.identities, ...other.identities])],
    replySecrets: [...new Set([...one.replySecrets, ...other.replySecrets])],
  }
}

async function openLines(bytes: Uint8Array, passphrase: string): Promise<{ readonly lines: string } | KeyFault> {
  const text = new TextDecoder().decode(bytes)
  if (isPasskeyFile(text)) return openUnderPasskey(text)
  const isArmoured = text.trimStart().startsWith(ARMOUR)
  if (!isArmoured && !text.startsWith(BINARY)) return { lines: text }
  if (passphrase === '') return 'passphrase-missing'
  const { armor, Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return { lines: await decrypter.decrypt(isArmoured ? armor.decode(text) : bytes, 'text') }
  } catch {
    // Another passphrase, another recipient and a spoilt file look the same to whoever has not the right one.
    return 'passphrase'
  }
}
