import { readRotationPlan, readRotationProblem } from '@shengmian/dispatch'
import { verifyRotation } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOrComplain } from '../files.ts'
import { both, note, say } from '../words.ts'

/** `shengmian verify` where the problem is a rotation: each breach on a line of standard output. */
export async function verifyRotationFiles(problemPath: string, planPath: string): Promise<ExitCode> {
  const problem = await readOrComplain(problemPath, readRotationProblem)
  const plan = await readOrComplain(planPath, readRotationPlan)
  if (problem === null || plan === null) return EXIT.badInput
  const { breaches, objective } = verifyRotation(problem, plan)
  for (const { rule, subject, fact } of breaches) console.log(`${rule} ${subject} — ${both(fact)}`)
  if (breaches.length > 0) {
    note({ zh: `排表无效：${breaches.length} 处违反规则`, en: `the schedule is not valid: ${breaches.length} breaches` })
    return EXIT.broken
  }
  say({ zh: `排表有效。memory ${objective.memory}，travel ${objective.travel}`, en: 'the schedule is valid' })
  return EXIT.done
}
