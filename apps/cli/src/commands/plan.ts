import type { Plan, PlanChange } from '@shengmian/dispatch'
import { LEVELS } from '@shengmian/dispatch/levels'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { complain as complainOf, isSameFile, whyNotWritable, writeWhole } from '../files.ts'
import { planInThread } from '../plan-in-thread.ts'
import { readEffort, readOptions, readSeed } from '../read-options.ts'
import { showClash } from '../show-clash.ts'
import { figure, progressPrinter } from '../show-progress.ts'
import { note, say, type Words } from '../words.ts'
import { readWorkers, withZones } from '../zones/with-zones.ts'

/** `shengmian plan PROBLEM --out PLAN …` */
export async function runPlan(args: readonly string[]): Promise<ExitCode> {
  const wish = await readWish(args)
  if (wish === null) return EXIT.badInput
  const { problemPath, keepPath, out, seed, effort, workers, showsProgress } = wish
  const options = { seed, effort }
  if (keepPath === undefined) {
    const ended = await withZones(problemPath, async (cut, folder) => {
      const { planZones } = await import('../zones/plan-zones.ts')
      return planZones({ problemPath, out, cut, folder, workers, options, showsProgress })
    })
    if (ended !== null) return ended
  }
  const source = { kind: 'files', problemPath, keepPath } as const
  const { result, wasStopped } = await planInThread(source, options, showsProgress ? progressPrinter() : () => undefined)
  if (result.kind === 'refused') {
    complainOf(result.path, result.issues)
    return EXIT.badInput
  }
  const { answer, wishes } = result
  if (answer.kind === 'no-plan') {
    if (wasStopped) {
      note({ zh: '在得到第一份计划前已停止，什么也没有写', en: 'stopped before there was a plan; nothing was written' })
      return EXIT.stopped
    }
    showClash(answer.clash)
    return EXIT.noPlan
  }
  const fault = await writeWhole(out, `${JSON.stringify(answer.plan, null, 2)}\n`)
  if (fault !== null) return refuse(fault)
  report(answer.plan, out, wasStopped && answer.plan.effort !== options.effort)
  showChanges(answer.changes)
  for (const unmet of wishes) say(unmet)
  return EXIT.done
}

/** What the command line asks for, before any file is read. */
interface Wish {
  readonly problemPath: string
  readonly keepPath: string | undefined
  readonly out: string
  readonly seed: string
  readonly effort: number
  readonly workers: number
  readonly showsProgress: boolean
}

async function readWish(args: readonly string[]): Promise<Wish | null> {
  const options = readOptions(args, {
    files: ['PROBLEM'],
    values: ['out', 'seed', 'effort', 'keep', 'workers'],
    flags: ['progress'],
  })
  if (options.kind === 'refused') return complain(options.why)
  const { files, values, flags } = options.taken
  const seed = readSeed(values['seed'])
  const effort = readEffort(values['effort'])
  const out = values['out']
  if (out === undefined || out === '') return complain({ zh: '缺少 --out 计划.json', en: '--out PLAN is missing' })
  if (seed === null) return complain({ zh: '--seed 应为至多 64 位十六进制', en: '--seed must be at most 64 hexadecimal digits' })
  if (effort === null)
    return complain({
      zh: '--effort 应为 quick、normal、long 或正整数',
      en: '--effort must be quick, normal, long or a positive integer',
    })
  const workers = readWorkers(values['workers'])
  if (workers === null) return complain({ zh: '--workers 应为正整数', en: '--workers must be a positive integer' })
  const fault = await whyNotWritable(out)
  if (fault !== null) return complain(fault)
  const problemPath = files[0] ?? ''
  if (await isSameFile(problemPath, out))
    return complain({ zh: `--out 不能是问题文件本身 ${out}`, en: `--out must not be the problem itself: ${out}` })
  const [keepPath, showsProgress] = [values['keep'], flags.has('progress')]
  return { problemPath, keepPath, out, seed, effort, workers, showsProgress }
}

function report(plan: Plan, out: string, wasStopped: boolean): void {
  if (wasStopped) say({ zh: `已停止；--effort ${plan.effort} 可重现`, en: `stopped; --effort ${plan.effort} replays it` })
  say({ zh: `已写出 ${out}`, en: `written to ${out}` })
  for (const level of LEVELS) console.log(`  ${figure(level, plan.objective[level], plan.bound[level])}`)
}

function showChanges(changes: readonly PlanChange[]): void {
  const place = (at: PlanChange['from']): string => (at === null ? '—' : `${at.team}${at.host === null ? '' : ` (${at.host})`}`)
  for (const { person, from, to } of changes) say({ zh: `变动 ${person}：${place(from)} → ${place(to)}`, en: 'moved' })
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}

function complain(why: Words): null {
  note(why)
  return null
}
