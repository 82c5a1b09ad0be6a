import { recordPublic } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'

/** `shengmian draw public FOLDER --stage 1|2 --signature HEX`: the signature of the drand round that the terms named. */
export async function runPublic(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['stage', 'signature'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { stage, signature = '' } = options.taken.values
  if (stage !== '1' && stage !== '2') return refuse({ zh: '需要 --stage 1 或 2', en: '--stage 1 or 2 is needed' })
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const answer = recordPublic(files, stage === '1' ? 1 : 2, signature)
  return answer.kind === 'recorded' ? putFile(folder, `public-${stage}.json`, answer.file) : refuse(answer)
}
