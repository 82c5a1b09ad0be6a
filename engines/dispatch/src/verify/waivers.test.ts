import { describe, expect, it } from 'vitest'
import { readProblem } from '../read-problem.ts'
import { PAIR_RULE_CASES } from './testing/pair-rule-cases.ts'
import { restated, soundRound, type Round } from './testing/sound-round.ts'
import { verifyPlan } from './verify-plan.ts'

const withTarget = PAIR_RULE_CASES.filter((each) => each.subjects.includes('p6 u3'))

function brokenRound(change: (typeof withTarget)[number]): Round {
  const round = soundRound()
  change.given?.(round)
  change.breaks(round)
  return round
}

describe('a waiver', () => {
  it.each(withTarget)('lifts $rule ($title) and is listed with its approver', (change) => {
    const round = brokenRound(change)
    round.problem.waivers.push({ rule: change.rule, person: 'p6', target: 'u3', by: 'Secretary Lan', why: 'no other auditor' })
    const { problem, plan } = restated(round)
    expect(readProblem(problem).kind).toBe('read')
    const verdict = verifyPlan(problem, plan)
    expect(verdict.breaches).toEqual([])
    expect(verdict.waiversUsed).toMatchObject([
      { rule: change.rule, person: 'p6', target: 'u3', by: 'Secretary Lan', why: 'no other auditor' },
    ])
  })

  it.each(withTarget)('of another rule, person or target does not lift $rule ($title)', (change) => {
    const round = brokenRound(change)
    const other = change.rule === 'barred' ? 'home' : 'barred'
    round.problem.waivers.push(
      { rule: other, person: 'p6', target: 'u3', by: 'b', why: 'w' },
      { rule: change.rule, person: 'p5', target: 'u3', by: 'b', why: 'w' },
      { rule: change.rule, person: 'p6', target: 'u1', by: 'b', why: 'w' },
    )
    const { problem, plan } = restated(round)
    const verdict = verifyPlan(problem, plan)
    expect(verdict.breaches.map((breach) => breach.rule)).toEqual([change.rule])
    expect(verdict.waiversUsed).toEqual([])
  })

  it('that lifts nothing in this plan is not listed as used', () => {
    const round = soundRound()
    round.problem.waivers.push({ rule: 'home', person: 'p6', target: 'u3', by: 'b', why: 'w' })
    const { problem, plan } = restated(round)
    expect(verifyPlan(problem, plan)).toMatchObject({ isValid: true, waiversUsed: [] })
  })

  it('lifts a bar but never a cost', () => {
    const round = soundRound()
    round.problem.ties.push({ a: 'p6', b: 'o3', kind: 'study', strength: 700, source: 's' })
    round.problem.waivers.push({ rule: 'tie', person: 'p6', target: 'u3', by: 'b', why: 'w' })
    const { problem, plan } = restated(round)
    expect(verifyPlan(problem, plan)).toMatchObject({ isValid: true, objective: { worstExposure: 700, totalExposure: 700 } })
  })
})
