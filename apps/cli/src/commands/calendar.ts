import {
  planCalendar,
  readCalendarPlan,
  readCalendarProblem,
  type CalendarAnswer,
  type CalendarPlan,
  type CalendarProblem,
} from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import { planInThreads } from '../calendar/calendar-in-threads.ts'
import { tellPhase, tellRegion } from '../calendar/tell-progress.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isSameFile, readOrComplain, whyNotWritable, writeWhole } from '../files.ts'
import { readOptions, readSeed } from '../read-options.ts'
import { both, note, say, type Words } from '../words.ts'
import { readWorkers } from '../zones/with-zones.ts'

/** Below so many units one thread has an answer before others have started; `--workers` asks for them all the same. */
const MANY = 2000

/** `shengmian calendar PROBLEM --out PLAN [--seed HEX] [--keep PLAN] [--workers N] [--progress]` */
export async function runCalendar(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM'], values: ['out', 'seed', 'keep', 'workers'], flags: ['progress'] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values, flags } = options.taken
  const [path = ''] = files
  const { out, keep } = values
  const seed = readSeed(values['seed'])
  if (seed === null) return refuse({ zh: '--seed 应为至多 64 位十六进制', en: '--seed must be at most 64 hexadecimal digits' })
  const workers = readWorkers(values['workers'])
  if (workers === null) return refuse({ zh: '--workers 应为正整数', en: '--workers must be a positive integer' })
  if (out === undefined || out === '') return refuse({ zh: '缺少 --out 安排.json', en: '--out PLAN is missing' })
  const fault = await whyNotWritable(out)
  if (fault !== null) return refuse(fault)
  if (await isSameFile(path, out))
    return refuse({ zh: `--out 不能是问题文件本身 ${out}`, en: `--out must not be the problem itself: ${out}` })
  const problem = await readOrComplain(path, readCalendarProblem)
  const kept = keep === undefined ? [] : ((await readOrComplain(keep, readCalendarPlan))?.visits ?? null)
  if (problem === null || kept === null) return EXIT.badInput
  const isMany = problem.capacities.length > 1 && (values['workers'] !== undefined || problem.units.length > MANY)
  const showsProgress = flags.has('progress')
  const answer = isMany
    ? await planInThreads(problem, seed, kept, { workers, onRegion: showsProgress ? tellRegion : () => undefined })
    : await planCalendar(problem, seed, kept, showsProgress ? { onProgress: tellPhase } : {})
  if (answer.kind === 'no-plan') return showClash(answer)
  const { breaches } = verifyCalendar(problem, answer.plan)
  if (breaches.length > 0)
    throw new Error(`a calendar that verify refuses:\n${breaches.map(({ rule, fact }) => `${rule} — ${fact.en}`).join('\n')}`)
  const failed = await writeWhole(out, `${JSON.stringify(answer.plan, null, 2)}\n`)
  if (failed !== null) return refuse(failed)
  report(problem, answer.plan, out)
  return EXIT.done
}

function showClash({ clash }: Extract<CalendarAnswer, { kind: 'no-plan' }>): ExitCode {
  say(clash.proven ? { zh: '排不出来', en: 'no calendar can be' } : { zh: '没有排出来', en: 'no calendar was found' })
  for (const { rule, subject, zh, en } of clash.items) console.log(`${rule} ${subject} — ${both({ zh, en })}`)
  for (const words of clash.relaxations) say({ zh: `可行的放宽：${words.zh}`, en: `would do: ${words.en}` })
  return EXIT.noPlan
}

function report({ units }: CalendarProblem, { years, objective, bound }: CalendarPlan, out: string): void {
  say({ zh: `已写出 ${out}`, en: `written to ${out}` })
  const covered = years.reduce((sum, year) => sum + year.units, 0)
  say({ zh: `覆盖 ${covered}/${units.length}`, en: `${covered} of ${units.length} covered` })
  for (const { year, units: count, days } of years)
    say({ zh: `${year}年：${count}个单位，${days}个组日`, en: `${year}: ${count} units, ${days} team-days` })
  for (const figure of ['waiting', 'openings', 'imbalance', 'changes'] as const)
    console.log(`  ${figure} ${objective[figure]} ≥ ${bound[figure]}`)
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
