// What all verbs of `report` read and write: keys, manifests, sealed files. A refusal is thrown with its words and caught by `asCommand`.
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { readCharacters } from '@shengmian/sealing/characters'
import {
  deriveReporter,
  readDigits,
  readManifest,
  recipientOf,
  verifyKeyOf,
  type Manifest,
  type ReceiptFault,
  type Reporter,
} from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { codeOf, whyUnreadable } from '../files.ts'
import { readOptions } from '../read-options.ts'
import { note, type Words } from '../words.ts'

/** Randomness for keys. */
export function random(bytes: number): Uint8Array {
  return new Uint8Array(randomBytes(bytes))
}

/** Bad input, in words. */
class Refusal extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

export function refuse(zh: string, en: string): never {
  throw new Refusal({ zh, en })
}

export interface Given {
  readonly files: readonly string[]
  /** The value of an option; refused where it is not there. */
  readonly need: (name: string) => string
  readonly value: (name: string) => string | undefined
}

/** Runs a verb on its options; whatever it refuses is said, and nothing more is done. */
export async function asCommand(
  args: readonly string[],
  shape: { readonly files: readonly string[]; readonly values: readonly string[] },
  run: (given: Given) => Promise<ExitCode>,
): Promise<ExitCode> {
  const options = readOptions(args, { ...shape, flags: [] })
  try {
    if (options.kind === 'refused') throw new Refusal(options.why)
    const { files, values } = options.taken
    const need = (name: string) => values[name] ?? refuse(`需要 --${name}`, `--${name} is needed`)
    return await run({ files, need, value: (name) => values[name] })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    note(error.words)
    return EXIT.badInput
  }
}

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    const { zh, en } = whyUnreadable(error)
    return refuse(`${path}：${zh}`, `${path}: ${en}`)
  }
}

/** A new file, whole; one that is there is never written over: it may be the only copy of a key. */
export async function writeNew(path: string, bytes: Uint8Array | string, isSecret = false): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: isSecret ? 0o600 : 0o644, flush: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') refuse(`${path} 已存在，不覆盖`, `${path} is there already and is not written over`)
    refuse(`无法写入 ${path}（${code}）`, `cannot write ${path} (${code})`)
  }
}

/** An age identity from a file as `age-keygen` writes it. */
export async function readIdentity(path: string): Promise<string> {
  const lines = Buffer.from(await readBytes(path))
    .toString()
    .split('\n')
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'))?.trim() ?? ''
  return recipientOf(identity) === null ? refuse(`${path}：没有 age 私钥`, `${path}: holds no age identity`) : identity
}

/** A signing key: 64 hexadecimal digits. */
export async function readSigningKey(path: string): Promise<string> {
  const secret = Buffer.from(await readBytes(path))
    .toString()
    .trim()
  return verifyKeyOf(secret) === null ? refuse(`${path}：不是签名私钥`, `${path}: is no signing key`) : secret
}

/** The manifest of a file, if the root signed it. `root`: 64 digits, or a file that holds them. */
export async function readSigned(
  path: string,
  root: string,
): Promise<{ readonly bytes: Uint8Array; readonly manifest: Manifest }> {
  const bytes = await readBytes(path)
  const manifest = readManifest(bytes, await readRoot(root))
  if (manifest === null) return refuse(`${path}：不是该根钥签发的钥匙单`, `${path}: is no manifest signed by this root`)
  return { bytes, manifest }
}

export async function readRoot(root: string): Promise<string> {
  if (/^[0-9a-f]{64}$/.test(root)) return root
  const text = Buffer.from(await readBytes(root))
    .toString()
    .trim()
  return /^[0-9a-f]{64}$/.test(text) ? text : refuse(`${root}：不是根钥公钥`, `${root}: is no root key`)
}

const FAULTS: Readonly<Record<ReceiptFault, Words>> = {
  length: { zh: '应为 28 个数字或 8 个汉字', en: 'has 28 digits or 8 characters' },
  version: { zh: '版本不认识', en: 'has a version that is not known' },
  check: { zh: '有一处写错了，请再对一遍', en: 'has a mistake in it; compare it again' },
  character: { zh: '有不该出现的字', en: 'holds something that never stands in a receipt' },
}

/** The reporter behind a receipt, given as digits or as characters. */
export async function readReceipt(text: string): Promise<Reporter> {
  const answer = /\d/.test(text.normalize('NFKC')) ? readDigits(text) : readCharacters(text)
  if (answer.kind === 'read') return deriveReporter(answer.receipt)
  const { zh, en } = FAULTS[answer.why]
  return refuse(`查询码${zh}`, `a receipt ${en}`)
}
