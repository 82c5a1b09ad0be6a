import {
  COMPARED_MODES,
  deriveMode,
  readRates,
  type ComparedMode,
  type Comparison,
  type Problem,
  type Progress,
} from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { compareInThread } from '../compare-in-thread.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isSameFile, readOrComplain, whyNotWritable, writeWhole } from '../files.ts'
import { readEffort, readOptions, readSeed } from '../read-options.ts'
import { readProblemFile } from '../read-problem-file.ts'
import { showComparison } from '../show-comparison.ts'
import { progressPrinter } from '../show-progress.ts'
import { note, say, type Words } from '../words.ts'

/** `shengmian compare PROBLEM [--modes …] [--effort …] [--seed HEX] [--tickets N] [--rates FILE] [--out FILE]` */
export async function runCompare(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, {
    files: ['PROBLEM'],
    values: ['modes', 'effort', 'seed', 'tickets', 'rates', 'out'],
    flags: ['progress'],
  })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values, flags } = options.taken
  const [path = ''] = files
  const [seed, effort] = [readSeed(values['seed']), readEffort(values['effort'])]
  const [modes, tickets] = [readModes(values['modes']), readTickets(values['tickets'])]
  if (seed === null) return refuse({ zh: '--seed 应为至多 64 位十六进制', en: '--seed must be at most 64 hexadecimal digits' })
  if (effort === null)
    return refuse({
      zh: '--effort 应为 quick、normal、long 或正整数',
      en: '--effort must be quick, normal, long or a positive integer',
    })
  if (modes === null)
    return refuse({
      zh: `--modes 应为以逗号分隔的 ${COMPARED_MODES.join('、')}`,
      en: `--modes must be some of ${COMPARED_MODES.join(', ')}, separated by commas`,
    })
  if (tickets === null)
    return refuse({ zh: '--tickets 应为 0 至 10000 的整数', en: '--tickets must be an integer from 0 to 10000' })
  const { out } = values
  if (out !== undefined) {
    const fault = await whyNotWritable(out)
    if (fault !== null) return refuse(fault)
    if (await isSameFile(path, out))
      return refuse({ zh: `--out 不能是问题文件本身 ${out}`, en: `--out must not be the problem itself: ${out}` })
  }
  const rates = values['rates'] === undefined ? undefined : await readOrComplain(values['rates'], readRates)
  if (rates === null) return EXIT.badInput
  const problem = await readProblemFile(path)
  if (problem === null) return EXIT.badInput

  const { answer: comparison, wasStopped } = await compareInThread(
    problem,
    { modes, seed, effort, tickets, ...(rates === undefined ? {} : { rates }) },
    flags.has('progress') ? progressByMode() : () => undefined,
  )
  if (wasStopped) {
    const done = comparison.modes.length
    note({ zh: `已停止；算完${done}种方式`, en: `stopped; ${done} modes are done` })
    if (done === 0) return EXIT.stopped
  }
  checkPlans(problem, comparison)
  showComparison(comparison)
  if (out === undefined) return EXIT.done
  const fault = await writeWhole(out, `${JSON.stringify(comparison, null, 2)}\n`)
  if (fault !== null) return refuse(fault)
  say({ zh: `已写出 ${out}`, en: `written to ${out}` })
  return EXIT.done
}

function progressByMode(): (mode: ComparedMode, progress: Progress) => void {
  const print = progressPrinter()
  let last: ComparedMode | null = null
  return (mode, progress) => {
    if (mode !== last) console.error(mode)
    last = mode
    print(progress)
  }
}

/** A figure of a plan with a rule broken is never shown, whoever made it. */
function checkPlans(problem: Problem, { modes }: Comparison): void {
  for (const { mode, outcome } of modes) {
    if (outcome.kind !== 'plan') continue
    const { breaches } = verifyPlan(deriveMode(problem, mode).problem, outcome.plan)
    if (breaches.length === 0) continue
    const list = breaches.map(({ rule, subject, fact }) => `${rule} ${subject} — ${fact.en}`).join('\n')
    throw new Error(`a plan of ${mode} that verify refuses:\n${list}`)
  }
}

function readModes(text: string | undefined): readonly ComparedMode[] | null {
  if (text === undefined) return COMPARED_MODES
  const names = text.split(',')
  const modes = COMPARED_MODES.filter((mode) => names.includes(mode))
  return modes.length > 0 && modes.length === new Set(names).size ? modes : null
}

function readTickets(text: string | undefined): number | null {
  if (text === undefined) return 0
  return /^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : null
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
