import { open } from 'node:fs/promises'
import { readRotationPlan, readRotationProblem } from '@shengmian/dispatch'
import { verifyRotation } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOrComplain } from '../files.ts'
import { both, note, say } from '../words.ts'

const HEAD_BYTES = 65_536

/** Whether a file says at its beginning that it is a rotation; one that cannot be read is left to whoever reads it whole. */
export async function isRotationFile(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return /"format"\s*:\s*"shengmian\.rotation-problem\/1"/.test(buffer.toString('utf8', 0, bytesRead))
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** `shengmian verify` where the problem is a rotation: each breach on a line of standard output. */
export async function verifyRotationFiles(problemPath: string, planPath: string): Promise<ExitCode> {
  const problem = await readOrComplain(problemPath, readRotationProblem)
  const plan = await readOrComplain(planPath, readRotationPlan)
  if (problem === null || plan === null) return EXIT.badInput
  const { breaches, objective } = verifyRotation(problem, plan)
  for (const { rule, subject, fact } of breaches) console.log(`${rule} ${subject} — ${both(fact)}`)
  if (breaches.length > 0) {
    note({ zh: `排表无效:${breaches.length} 处违反规则`, en: `the schedule is not valid: ${breaches.length} breaches` })
    return EXIT.broken
  }
  say({ zh: `排表有效。memory ${objective.memory}, travel ${objective.travel}`, en: 'the schedule is valid' })
  return EXIT.done
}
