import { readDrawFile } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'

/** `shengmian draw dice FOLDER --stage 1|2 --rolls ROLLS --witness NAMES`: dice thrown in public before a stage is opened. */
export async function runDice(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['stage', 'rolls', 'witness'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { stage, rolls = '', witness = '' } = options.taken.values
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const dice = { format: 'shengmian.draw/1', kind: 'dice', root: files.freeze.root, stage: Number(stage), rolls, witness }
  const outcome = readDrawFile(dice)
  if (outcome.kind === 'refused')
    return refuse({
      zh: '需要 --stage 1 或 2,--rolls 至少 10 次、每次 1–6',
      en: '--stage 1 or 2 and --rolls of at least ten throws are needed',
    })
  if (files.reveals.some((reveal) => reveal.stage === dice.stage) || files.dice.some((each) => each.stage === dice.stage))
    return refuse({ zh: '该阶段已有密数公开或骰子已记录', en: 'this stage is open already, or has its dice' })
  return putFile(folder, `dice-${dice.stage}.json`, outcome.value)
}
