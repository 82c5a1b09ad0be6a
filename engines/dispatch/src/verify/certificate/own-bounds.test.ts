import { describe, expect, it } from 'vitest'
import { only, restated, soundRound, type Round } from '../testing/sound-round.ts'
import { verifyPlan } from '../verify-plan.ts'

/** Every leader knows an insider of u1, p4 least; the spread is 30 against 25. */
function exposedRound(): Round {
  const round = soundRound()
  const leaders = { p1: 120, p4: 110, p7: 130 }
  for (const [id, strength] of Object.entries(leaders))
    round.problem.ties.push({ a: id, b: 'o1', kind: 'work', strength, source: 's' })
  return restated(round)
}

function notesOn(round: Round, bound: Partial<Round['plan']['bound']>): string[] {
  const { breaches, notes } = verifyPlan(round.problem, { ...round.plan, bound: { ...round.plan.bound, ...bound } })
  expect(breaches).toEqual([])
  return notes.map((note) => note.en)
}

describe('bounds that verify finds by itself', () => {
  it('are the exposure of the team that fares worst, and the spread where every team’s targets are settled', () => {
    const round = exposedRound()
    expect(round.plan.objective).toMatchObject({ worstExposure: 120, workloadSpread: 5 })
    expect(notesOn(round, { worstExposure: 110, workloadSpread: 5 })).toEqual([])
  })

  it('leave what lies above them to the word of the solver, and say how much they prove', () => {
    expect(notesOn(exposedRound(), { worstExposure: 120, workloadSpread: 5 })).toEqual([
      'worstExposure: verify itself proves 110 of the bound 120; the rest is the word of the solver',
    ])
  })

  it('prove no spread where a team could take what another has', () => {
    const round = exposedRound()
    round.problem.teams.push({ id: 't3', home: null, host: null, slots: [{ role: 'member' }] })
    round.plan.teams.push({ id: 't3', home: null, host: null, targets: [], members: [{ person: 'p7', slot: 0 }] })
    only(round.problem.people, 6).roles = ['member']
    const open = restated(round)
    expect(open.plan.objective.workloadSpread).toBe(30)
    expect(notesOn(open, { workloadSpread: 30 })).toEqual([
      'bounds without a certificate that could be recomputed, not confirmed here: workloadSpread 30',
    ])
  })
})
