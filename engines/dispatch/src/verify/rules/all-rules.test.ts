import { describe, expect, it } from 'vitest'
import { restated, soundRound } from '../testing/sound-round.ts'
import { verifyPlan } from '../verify-plan.ts'
import { PAIR_RULE_CASES } from '../testing/pair-rule-cases.ts'
import { SHAPE_RULE_CASES } from '../testing/shape-rule-cases.ts'
import { TEAM_RULE_CASES } from '../testing/team-rule-cases.ts'

const RULE_CASES = [...SHAPE_RULE_CASES, ...PAIR_RULE_CASES, ...TEAM_RULE_CASES]

describe('verify', () => {
  it('finds nothing in a plan that keeps every rule', () => {
    const { problem, plan } = soundRound()
    expect(verifyPlan(problem, plan)).toMatchObject({ isValid: true, breaches: [], waiversUsed: [] })
  })

  it.each(RULE_CASES)('$rule: $title, and nothing else is broken', ({ rule, given, breaks, subjects, afterwards }) => {
    const before = soundRound()
    given?.(before)
    const kept = restated(before)
    expect(verifyPlan(kept.problem, kept.plan).breaches).toEqual([])

    breaks(kept)
    const isFigure = ['problem', 'objective', 'bound', 'certificate', 'unassigned'].includes(rule)
    const broken = isFigure && afterwards ? kept : restated(kept)
    const found = verifyPlan(broken.problem, broken.plan)
    expect(found.breaches.map((breach) => `${breach.rule} ${breach.subject}`)).toEqual(
      subjects.map((subject) => `${rule} ${subject}`),
    )
    expect(found.isValid).toBe(false)
  })

  it('has a case for every rule of the format', () => {
    const rules = new Set(RULE_CASES.map((each) => each.rule))
    expect([...rules].sort()).toEqual(
      'again apart barred bound certificate home host kin leaders level local native need newcomers objective one-team pin posting problem repeat reversal same-home self senior slot swap tie unassigned unknown whole-team zone'.split(
        ' ',
      ),
    )
  })
})
