import { LEVELS, readPlan } from '@shengmian/dispatch'
import { verifyPlan, type Verdict } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { exitOnSignal } from '../exit-on-signal.ts'
import { readOrComplain } from '../files.ts'
import { firstLineOf } from '../lines.ts'
import { readOptions } from '../read-options.ts'
import { readProblemFile } from '../read-problem-file.ts'
import { both, note, say } from '../words.ts'
import { isNationPlan, verifyZones } from '../zones/verify-zones.ts'
import { readWorkers, withZones } from '../zones/with-zones.ts'
import { hasFormat } from './has-format.ts'
import { verifyCalendarFiles } from './verify-calendar.ts'
import { verifyRotationFiles } from './verify-rotation.ts'

const LONGEST_PLAN_HEAD = 10_000

/** `shengmian verify PROBLEM PLAN`: each breach on a line of standard output, everything else on standard error. */
export async function runVerify(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM', 'PLAN'], values: [], flags: [] })
  if (options.kind === 'refused') {
    note(options.why)
    return EXIT.badInput
  }
  const [problemPath = '', planPath = ''] = options.taken.files
  if (await hasFormat(problemPath, 'shengmian.rotation-problem/1')) return verifyRotationFiles(problemPath, planPath)
  if (await hasFormat(problemPath, 'shengmian.calendar-problem/1')) return verifyCalendarFiles(problemPath, planPath)
  const first = await firstLineOf(planPath, LONGEST_PLAN_HEAD).catch(() => null)
  if (first !== null && isNationPlan(first)) {
    const workers = readWorkers(undefined) ?? 1
    const ended = await withZones(problemPath, (cut) => {
      exitOnSignal()
      return verifyZones(planPath, cut, workers)
    })
    if (ended === null)
      note({
        zh: '计划是按片区分开的，问题文件却不能按片区分开',
        en: 'the plan goes zone by zone, and the problem does not fall into zones',
      })
    return ended ?? EXIT.badInput
  }
  const problem = await readProblemFile(problemPath)
  const plan = await readOrComplain(planPath, readPlan)
  if (problem === null || plan === null) return EXIT.badInput

  const verdict = verifyPlan(problem, plan)
  for (const { rule, subject, fact } of verdict.breaches) console.log(`${rule} ${subject} — ${both(fact)}`)
  showRest(verdict)
  if (!verdict.isValid) {
    const count = verdict.breaches.length
    note({ zh: `计划无效：${count} 处违反规则`, en: `the plan is not valid: ${count} breaches` })
    return EXIT.broken
  }
  const figures = LEVELS.map((level) => `${level} ${verdict.objective[level]}`).join(', ')
  say({ zh: `计划有效。${figures}`, en: `the plan is valid` })
  return EXIT.done
}

function showRest({ waiversUsed, wishes, notes }: Verdict): void {
  for (const { rule, person, target, by, why, fact } of waiversUsed)
    note({
      zh: `已用豁免 ${rule} ${person} ${target}：${fact.zh}；批准人 ${by}，理由：${why}`,
      en: `waiver used: ${rule} ${person} ${target}: ${fact.en}; by ${by}: ${why}`,
    })
  for (const words of [...wishes, ...notes]) note(words)
}
