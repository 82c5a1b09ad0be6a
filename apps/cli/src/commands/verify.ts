import { LEVELS, readPlan, readProblem } from '@shengmian/dispatch'
import { verifyPlan, type Verdict } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOrComplain } from '../files.ts'
import { readOptions } from '../read-options.ts'
import { both, note, say } from '../words.ts'
import { isRotationFile, verifyRotationFiles } from './verify-rotation.ts'

/** `shengmian verify PROBLEM PLAN`: each breach on a line of standard output, everything else on standard error. */
export async function runVerify(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM', 'PLAN'], values: [], flags: [] })
  if (options.kind === 'refused') {
    note(options.why)
    return EXIT.badInput
  }
  const [problemPath = '', planPath = ''] = options.taken.files
  if (await isRotationFile(problemPath)) return verifyRotationFiles(problemPath, planPath)
  const problem = await readOrComplain(problemPath, readProblem)
  const plan = await readOrComplain(planPath, readPlan)
  if (problem === null || plan === null) return EXIT.badInput

  const verdict = verifyPlan(problem, plan)
  for (const { rule, subject, fact } of verdict.breaches) console.log(`${rule} ${subject} — ${both(fact)}`)
  showRest(verdict)
  if (!verdict.isValid) {
    const count = verdict.breaches.length
    note({ zh: `计划无效:${count} 处违反规则`, en: `the plan is not valid: ${count} breaches` })
    return EXIT.broken
  }
  const figures = LEVELS.map((level) => `${level} ${verdict.objective[level]}`).join(', ')
  say({ zh: `计划有效。${figures}`, en: `the plan is valid` })
  return EXIT.done
}

function showRest({ waiversUsed, wishes, notes }: Verdict): void {
  for (const { rule, person, target, by, why, fact } of waiversUsed)
    note({
      zh: `已用豁免 ${rule} ${person} ${target}:${fact.zh};批准人 ${by},理由:${why}`,
      en: `waiver used: ${rule} ${person} ${target}: ${fact.en}; by ${by}: ${why}`,
    })
  for (const words of [...wishes, ...notes]) note(words)
}
