import { readJson } from '../read-json.ts'
import { refused, type ReadIssue, type ReadOutcome } from '../read-outcome.ts'
import { misfits } from '../read-shape.ts'
import { RotationPlanSchema, type RotationPlan } from './plan.ts'
import { RotationProblemSchema, type RotationProblem } from './problem.ts'

/**
 * Reads a rotation from the text of a file or from a parsed value. Answers it, or every fault with its JSON path and a message in
 * Chinese and English; references are followed once the shape is right. Format: `shengmian.rotation-problem/1`.
 */
export function readRotationProblem(input: unknown): ReadOutcome<RotationProblem> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const shape = misfits(RotationProblemSchema, parsed.value)
  if (shape.length > 0) return refused(shape)
  const problem = parsed.value as RotationProblem
  const faults = [...doubles(problem), ...strangers(problem), ...limits(problem)]
  return faults.length > 0 ? refused(faults) : { kind: 'read', value: problem }
}

/** Reads a schedule: its shape only; whether it keeps the rules is for `verify` to say. Format: `shengmian.rotation-plan/1`. */
export function readRotationPlan(input: unknown): ReadOutcome<RotationPlan> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const issues = misfits(RotationPlanSchema, parsed.value)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as RotationPlan }
}

function doubles(problem: RotationProblem): ReadIssue[] {
  const twice = (values: readonly string[], path: (k: number) => string, zh: string, en: string): ReadIssue[] => {
    const first = new Map<string, number>()
    return values.flatMap((value, k): ReadIssue[] => {
      const before = first.get(value)
      if (before === undefined) {
        first.set(value, k)
        return []
      }
      return [
        {
          path: path(k),
          zh: `${zh} ${value} 重复（第一次在 ${path(before)}）`,
          en: `the ${en} ${value} is there twice (first at ${path(before)})`,
        },
      ]
    })
  }
  return [
    ...twice(
      problem.members.map(({ code }) => code),
      (k) => `$.members[${k}].code`,
      '成员',
      'member',
    ),
    ...twice(problem.rounds, (k) => `$.rounds[${k}]`, '轮次', 'round'),
    ...twice(
      problem.travel.map(([home, host]) => `${home} → ${host}`),
      (k) => `$.travel[${k}]`,
      '路程',
      'journey',
    ),
  ]
}

/** A mistyped code in `barred` would let the barred pair pass, so it is refused and not skipped. */
function strangers(problem: RotationProblem): ReadIssue[] {
  const codes = new Set(problem.members.map(({ code }) => code))
  const rounds = new Set(problem.rounds)
  const member = (code: string, path: string): ReadIssue[] =>
    codes.has(code) ? [] : [{ path, zh: `没有 成员 ${code}`, en: `there is no member ${code}` }]
  return [
    ...problem.barred.flatMap(({ home, host }, k) => [
      ...member(home, `$.barred[${k}].home`),
      ...member(host, `$.barred[${k}].host`),
    ]),
    ...problem.dispatched.flatMap(({ round }, k) =>
      rounds.has(round) ? [] : [{ path: `$.dispatched[${k}].round`, zh: `没有 轮次 ${round}`, en: `there is no round ${round}` }],
    ),
    ...problem.travel.flatMap(([home, host], k) => [...member(home, `$.travel[${k}][0]`), ...member(host, `$.travel[${k}][1]`)]),
  ]
}

function limits(problem: RotationProblem): ReadIssue[] {
  return problem.members.flatMap(({ sends }, k): ReadIssue[] =>
    sends !== undefined && sends[0] > sends[1]
      ? [
          {
            path: `$.members[${k}].sends`,
            zh: `最少派出 ${sends[0]} 个组，多于最多的 ${sends[1]} 个`,
            en: `the fewest teams sent (${sends[0]}) exceed the most (${sends[1]})`,
          },
        ]
      : [],
  )
}
