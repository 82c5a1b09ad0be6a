import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'
import { soundRound } from './verify/testing/sound-round.ts'

describe('reading a plan', () => {
  const { plan } = soundRound()

  it('accepts a sound one', () => {
    expect(readPlan(JSON.stringify(plan))).toEqual({ kind: 'read', value: plan })
  })

  it.each([
    [{ ...plan, problem: 'md5:1' }, '$.problem'],
    [{ ...plan, seed: '0' }, '$.seed'],
    [{ ...plan, effort: -1 }, '$.effort'],
    [{ ...plan, score: 1 }, '$.score'],
    [{ ...plan, objective: { ...plan.objective, travel: null } }, '$.objective.travel'],
    [{ ...plan, bound: { ...plan.bound, travel: 1.5 } }, '$.bound.travel'],
    [{ ...plan, certificates: [{ of: 'travel', scale: 64, prices: { p1: -1 } }] }, '$.certificates[0].prices.p1'],
    [{ ...plan, teams: [{ id: 't1' }] }, '$.teams[0].members'],
  ])('refuses what does not fit, case %#', (broken, path) => {
    const read = readPlan(broken)
    expect(read.kind === 'refused' ? read.issues.map((issue) => issue.path) : []).toContain(path)
  })
})
