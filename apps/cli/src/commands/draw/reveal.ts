import { revealSecret } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { readSecrets } from './commit.ts'

/** `shengmian draw reveal FOLDER --party P --stage 1|2 --secrets FILE` */
export async function runReveal(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['party', 'stage', 'secrets'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { party, stage, secrets: path } = options.taken.values
  if (party === undefined || path === undefined || (stage !== '1' && stage !== '2'))
    return refuse({
      zh: '需要 --party 一方、--stage 1 或 2、--secrets 文件',
      en: '--party P, --stage 1 or 2 and --secrets FILE are needed',
    })
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const secrets = await readSecrets(path)
  if (secrets === null) return refuse({ zh: `${path} 不是密数文件`, en: `${path} holds no secrets` })
  const answer = revealSecret(files, party, stage === '1' ? 1 : 2, stage === '1' ? secrets.first : secrets.second)
  return answer.kind === 'revealed' ? putFile(folder, `reveal-${stage}-${party}.json`, answer.reveal) : refuse(answer)
}
