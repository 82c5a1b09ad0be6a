import type { Breach } from '../finding.ts'
import { hashOf } from '../problem-hash.ts'
import type { World } from '../world.ts'

/** The plan answers this problem and no other. */
export function problemHash({ plan, problem }: World): Breach[] {
  const hash = hashOf(problem)
  if (plan.problem === hash) return []
  const fact = {
    zh: `计划所写的是另一个问题 ${plan.problem}，本文件为 ${hash}`,
    en: `the plan answers ${plan.problem}, this file is ${hash}`,
  }
  return [{ rule: 'problem', subject: 'problem', fact }]
}
