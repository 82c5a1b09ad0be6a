import { abortDraw } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'

/** `shengmian draw abort FOLDER --why WHY [--party P | --no-tickets]`: P is who did not open; or the first secrets give no tickets. */
export async function runAbort(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['why', 'party'], flags: ['no-tickets'] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { why, party } = options.taken.values
  if (!why) return refuse({ zh: '需要 --why 理由', en: '--why WHY is needed' })
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const answer = abortDraw(files, party ?? null, why, options.taken.flags.has('no-tickets'))
  return answer.kind === 'aborted' ? putFile(folder, `abort-${answer.abort.number}.json`, answer.abort) : refuse(answer)
}
