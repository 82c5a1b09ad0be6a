import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freezeDraw, hashValue, readProblem, readTerms, timeOfRound, type DrawAbort, type DrawTerms } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOrComplain } from '../../files.ts'
import { readOptions, readSeed } from '../../read-options.ts'
import { say } from '../../words.ts'

/** `shengmian draw freeze PROBLEM FOLDER --terms TERMS [--key HEX] [--after FOLDER]`: FOLDER must be new or empty. */
export async function runFreeze(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM', 'FOLDER'], values: ['terms', 'key', 'after'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [problemPath = '', folder = ''] = options.taken.files
  const { terms: termsPath, key, after } = options.taken.values
  if (termsPath === undefined) return refuse({ zh: '缺少 --terms 规则.json', en: '--terms TERMS is missing' })
  const salt = key === undefined ? randomBytes(32).toString('hex') : readSeed(key)
  if (salt === null) return refuse({ zh: '--key 应为 64 位十六进制', en: '--key must be 64 hexadecimal digits' })
  const problem = await readOrComplain(problemPath, readProblem)
  if (problem === null) return EXIT.badInput
  const terms = await readOrComplain(termsPath, (text) => readTerms(text, problem.round.id))
  const before = after === undefined ? { earlier: [], aborts: [] } : await readBefore(after)
  if (terms === null || before === null) return EXIT.badInput
  const { earlier, aborts } = before
  const wanted = after === undefined ? terms : { ...terms, number: earlier.length + 1, earlier: [...earlier] }
  const tooEarly = terms.publicRounds !== null && timeOfRound(terms.publicRounds.first) * 1000 <= Date.now()
  if (tooEarly)
    return refuse({
      zh: '指定的公共随机数已经公布，须指定将来的轮次',
      en: 'the public round named has been signed already: name one to come',
    })
  const answer = freezeDraw(problem, { ...wanted, code: await codeHash() }, salt)
  if (answer.kind === 'refused') return refuse(answer)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) return refuse({ zh: `${folder} 不是空文件夹`, en: `${folder} is not empty` })
  const files: [string, object][] = [
    ['problem.json', problem],
    ['salts.json', answer.salts],
    ['freeze.json', answer.freeze],
    ...aborts.map((abort): [string, object] => [`abort-${abort.number}.json`, abort]),
  ]
  for (const [name, file] of files) {
    const code = await putFile(folder, name, file)
    if (code !== EXIT.done) return code
  }
  say({ zh: `根 ${answer.freeze.root}`, en: 'root' })
  return EXIT.done
}

/** The record of an aborted draw, and of those before it. */
async function readBefore(folder: string): Promise<{ earlier: DrawTerms['earlier']; aborts: readonly DrawAbort[] } | null> {
  const files = await readFolder(folder)
  if (files === null) return null
  const { abort, freeze, earlier } = files
  if (abort === null) {
    refuse({ zh: `${folder} 中的抽签没有中止，不能重来`, en: `the draw in ${folder} was not aborted: it cannot be run again` })
    return null
  }
  const entry = { number: freeze.terms.number, root: freeze.root, abort: hashValue(abort) }
  return { earlier: [...freeze.terms.earlier, entry], aborts: [...earlier, abort] }
}

/** SHA-256 over the sources that decide a draw, so that a stranger can tell whether he has the same program. */
export async function codeHash(): Promise<string> {
  const hash = createHash('sha256')
  const engine = dirname(fileURLToPath(import.meta.resolve('@shengmian/dispatch')))
  const recusal = join(engine, '../../recusal/src')
  for (const root of [engine, recusal]) {
    const names = (await readdir(root, { recursive: true })).filter(
      (name) => /(?<!\.test)\.ts$/.test(name) && !name.includes('testing'),
    )
    for (const name of names.toSorted()) {
      hash.update(`${relative(root, join(root, name)).replaceAll('\\', '/')}\n`)
      hash.update(await readFile(join(root, name)))
    }
  }
  return `sha256:${hash.digest('hex')}`
}
