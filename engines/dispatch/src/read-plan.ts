import { PlanSchema, type Plan } from './plan.ts'
import { readJson } from './read-json.ts'
import { refused, type ReadOutcome } from './read-outcome.ts'
import { misfits } from './read-shape.ts'

/**
 * Reads a plan from the text of a file or from a parsed value: its shape only. Whether people, teams and targets
 * exist and every rule is kept is for `verify` to say. Format: `shengmian.dispatch-plan/1`.
 */
export function readPlan(input: unknown): ReadOutcome<Plan> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const issues = misfits(PlanSchema, parsed.value)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as Plan }
}
