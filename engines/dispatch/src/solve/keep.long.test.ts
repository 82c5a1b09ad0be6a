import { describe, expect, it } from 'vitest'
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { answerOf, planOf } from './testing/plan-of.ts'
import { person, tianjinPooled } from './testing/sample-problem.ts'

/** Somebody of the first team declares a brother among the insiders of its first target. */
function declareLate(problem: Problem, plan: Plan): { readonly later: Problem; readonly declarer: string } {
  const [team] = plan.teams
  const declarer = team?.members[3]?.person ?? ''
  const tie = { a: declarer, b: 'brother', kind: 'kinship', strength: 1000, source: 'declared after the plan' }
  const targets = problem.targets.map((target) =>
    target.id === team?.targets[0] ? { ...target, insiders: [...target.insiders, 'brother'] } : target,
  )
  return { later: { ...problem, ties: [...problem.ties, tie], targets }, declarer }
}

describe('keeping an older plan', () => {
  it('moves nobody where nothing has changed, even if effort could buy a shorter journey', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem, { effort: 1 })
    const answer = await answerOf(problem, { keep: older })
    expect(answer.changes).toEqual([])
    expect(answer.plan.teams).toEqual(older.teams)
  })

  it('after a late declaration replaces the declarer by one person and says so', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem)
    const { later, declarer } = declareLate(problem, older)
    const { changes } = await answerOf(later, { keep: older })
    expect(changes).toHaveLength(2)
    expect(changes.find((change) => change.person === declarer)).toMatchObject({ from: { team: 't1' }, to: null })
    expect(changes.find((change) => change.person !== declarer)).toMatchObject({ from: null, to: { team: 't1' } })
  })

  it('swaps two people where nobody is left over', async () => {
    const problem = tianjinPooled(2, 112)
    const older = await planOf(problem)
    const { later, declarer } = declareLate(problem, older)
    const { changes } = await answerOf(later, { keep: older })
    expect(changes).toHaveLength(2)
    expect(changes.map((change) => change.person)).toContain(declarer)
    expect(changes.every(({ from, to }) => from !== null && to !== null)).toBe(true)
  })

  it('states no bound but the trivial ones, because the older plan was served before the objective', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem, { effort: 1 })
    const plan = await planOf(problem, { keep: older })
    expect(plan.bound.travel).toBeNull()
    expect(plan.bound.worstExposure).toBe(plan.objective.worstExposure === 0 ? 0 : null)
  })

  it('leaves people out who are gone, and puts somebody in their place', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem)
    const gone = older.teams[4]?.members[2]?.person ?? ''
    const later = { ...problem, people: problem.people.map((own) => (own.id === gone ? { ...own, unavailable: true } : own)) }
    const { changes } = await answerOf(later, { keep: older })
    expect(changes).toHaveLength(2)
  })

  it('keeps a pin', async () => {
    const problem = { ...tianjinPooled(1, 130), pins: [{ person: 'p9', team: 't5' }] }
    const plan = await planOf({ ...problem, people: [...problem.people, person('extra', null)] })
    expect(plan.teams[4]?.members.map((member) => member.person)).toContain('p9')
  })
})
