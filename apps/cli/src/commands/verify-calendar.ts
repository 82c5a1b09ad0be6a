import { readCalendarPlan, readCalendarProblem } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOrComplain } from '../files.ts'
import { both, note, say } from '../words.ts'

/** `shengmian verify` where the problem is a calendar: each breach on a line of standard output. */
export async function verifyCalendarFiles(problemPath: string, planPath: string): Promise<ExitCode> {
  const problem = await readOrComplain(problemPath, readCalendarProblem)
  const plan = await readOrComplain(planPath, readCalendarPlan)
  if (problem === null || plan === null) return EXIT.badInput
  const { breaches, coverage } = verifyCalendar(problem, plan)
  for (const { rule, subject, fact } of breaches) console.log(`${rule} ${subject} — ${both(fact)}`)
  if (breaches.length > 0) {
    note({ zh: `排期无效：${breaches.length} 处违反规则`, en: `the calendar is not valid: ${breaches.length} breaches` })
    return EXIT.broken
  }
  say({ zh: `排期有效。覆盖 ${coverage.covered}/${coverage.due}`, en: 'the calendar is valid' })
  return EXIT.done
}
