import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { commitSecrets, secretFromDice } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { say, type Words } from '../../words.ts'

interface Secrets {
  readonly first: string
  readonly second: string
}

/** `shengmian draw commit FOLDER --party P --secrets FILE [--dice-1 ROLLS --dice-2 ROLLS]`: makes FILE where it is not there yet. */
export async function runCommit(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['party', 'secrets', 'dice-1', 'dice-2'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { party, secrets: path, 'dice-1': one, 'dice-2': two } = options.taken.values
  if (party === undefined || path === undefined)
    return refuse({ zh: '需要 --party 一方 和 --secrets 文件', en: '--party P and --secrets FILE are needed' })
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  if (!files.freeze.terms.parties.some(({ id }) => id === party))
    return refuse({ zh: `没有这一方：${party}`, en: `there is no party ${party}` })
  if (files.commitments.some((each) => each.party === party))
    return refuse({ zh: `${party} 已提交承诺`, en: `${party} has committed already` })
  if (files.reveals.length > 0)
    return refuse({ zh: '已有一方公开密数，不能再提交承诺', en: 'a secret has been opened: it is too late to commit' })
  const secrets = (await readSecrets(path)) ?? (await makeSecrets(path, one, two))
  if ('zh' in secrets) return refuse(secrets)
  return putFile(folder, `commitment-${party}.json`, commitSecrets(files.freeze.root, party, secrets.first, secrets.second))
}

/** A party's two secrets from its own file; null where the file is not there or holds something else. */
export async function readSecrets(path: string): Promise<Secrets | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const [, first, second] = /^\{"first":"([0-9a-f]{64})","second":"([0-9a-f]{64})"\}\n$/.exec(text) ?? []
  return first === undefined || second === undefined ? null : { first, second }
}

async function makeSecrets(path: string, one: string | undefined, two: string | undefined): Promise<Secrets | Words> {
  const [first, second] = [fromDice(one), fromDice(two)]
  if (typeof first !== 'string') return first
  if (typeof second !== 'string') return second
  const secrets = { first, second }
  try {
    await writeFile(path, `${JSON.stringify(secrets)}\n`, { flag: 'wx', mode: 0o600 })
  } catch {
    return { zh: `${path} 已存在且不是密数文件，或无法写入`, en: `${path} is there and holds no secrets, or cannot be written` }
  }
  say({ zh: `密数已存入 ${path}，公开之前请自行保管`, en: `the secrets are in ${path}: keep them until they are opened` })
  return secrets
}

function fromDice(rolls: string | undefined): string | Words {
  if (rolls === undefined) return randomBytes(32).toString('hex')
  const answer = secretFromDice(rolls)
  return answer.kind === 'secret' ? answer.secret : answer
}
