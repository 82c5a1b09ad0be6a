import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { compareObjectives } from '../solve/draft.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'
import { allPlans } from '../solve/testing/brute-force.ts'
import { SEED, person, tianjinPooled } from '../solve/testing/sample-problem.ts'
import { tinyProblem } from '../solve/testing/tiny-problem.ts'
import { planOf } from '../solve/testing/plan-of.ts'
import { verifyPlan } from '../verify/index.ts'
import { prepareRepair } from './prepare-repair.ts'
import type { RepairChange } from './repair-answer.ts'

/** People whose team or host differ, those of only one of the plans included. */
function movedBetween(a: Plan, b: Plan): number {
  const placesOf = (plan: Plan): Map<string, string> =>
    new Map(plan.teams.flatMap((team) => team.members.map(({ person }) => [person, `${team.id} ${team.host}`] as const)))
  const [before, after] = [placesOf(a), placesOf(b)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((person) => before.get(person) !== after.get(person)).length
}

function fewestByBruteForce(problem: Problem, older: Plan): number | null {
  const worked = older.teams.filter((team) => team.targets.length > 0).length
  let fewest: number | null = null
  for (const plan of allPlans(problem)) {
    if (plan.teams.filter((team) => team.targets.length > 0).length < worked) continue
    const moved = movedBetween(older, plan)
    if (fewest !== null && moved >= fewest) continue
    const { breaches } = verifyPlan(problem, plan)
    if (breaches.every(({ rule }) => rule === 'objective')) fewest = moved
  }
  return fewest
}

/** So many more people, strangers to all the places. */
function withReserve(problem: Problem, more: number): Problem {
  const extra = Array.from({ length: more }, (_, k) =>
    person(`r${k}`, `53058${k}`, { native: '530302', skills: k === 0 ? ['audit'] : [] }),
  )
  return { ...problem, people: [...problem.people, ...extra] }
}

/** A late fact about somebody who serves. */
function lateFact(problem: Problem, plan: Plan, number: number): RepairChange | null {
  const seats = plan.teams.flatMap((team) => team.members.map(({ person }) => ({ person, target: team.targets[0] })))
  const seat = seats[number % seats.length]
  if (seat?.target === undefined) return null
  const insider = problem.targets.find((target) => target.id === seat.target)?.insiders[0]
  if (number % 3 === 0) return { kind: 'unavailable', person: seat.person }
  if (number % 3 === 1 || insider === undefined || insider === seat.person)
    return { kind: 'barred', bar: { person: seat.person, target: seat.target, why: 'objection', source: 'late letter' } }
  return { kind: 'tie', tie: { a: insider, b: seat.person, kind: 'kinship', strength: 1000, source: 'declared late' } }
}

describe('a repair of a tiny round', () => {
  it('is valid, moves as few people as brute force finds, and where it says best is what planning with keep answers', async () => {
    const seen = { repaired: 0, fewest: 0, best: 0 }
    const byMoved = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (number) => {
        const problem = withReserve(tinyProblem(number), number % 4)
        const first = await planDispatch(problem, { seed: SEED, effort: 200_000 })
        if (first.kind === 'no-plan') return
        const fact = lateFact(problem, first.plan, number)
        if (fact === null) return
        const answer = prepareRepair(problem, first.plan)([fact])
        if (answer.kind === 'beyond') return
        seen.repaired++
        byMoved.set(answer.moved, (byMoved.get(answer.moved) ?? 0) + 1)
        const plan = answer.writePlan()
        expect(verifyPlan(answer.problem, plan).breaches).toEqual([])
        expect(plan.objective).toEqual(answer.objective)
        expect(movedBetween(first.plan, plan)).toBe(answer.moved)
        if (answer.proof.isFewest) {
          seen.fewest++
          expect(answer.moved).toBe(fewestByBruteForce(answer.problem, first.plan))
        }
        if (!answer.proof.isBest) return
        seen.best++
        const kept = await planDispatch(answer.problem, { seed: SEED, effort: 1_000_000, keep: first.plan })
        if (kept.kind === 'no-plan') throw new Error('planning with keep found nothing')
        expect(movedBetween(first.plan, kept.plan)).toBe(answer.moved)
        expect(compareObjectives(answer.objective, kept.plan.objective)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 120, seed: 20_261_127 },
    )
    expect(seen.repaired).toBeGreaterThan(10)
    expect(seen.fewest).toBeGreaterThan(10)
    expect(seen.best).toBeGreaterThan(8)
    expect([...byMoved.keys()].length).toBeGreaterThan(1)
  }, 200_000)
})

describe('a repair of a city’s round', () => {
  it('replaces the declarer by the one from the reserve who is best in the six levels, as planning with keep does', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem)
    const repair = prepareRepair(problem, older)
    for (const team of older.teams.slice(0, 6)) {
      const person = team.members[3]?.person ?? ''
      const answer = repair([
        { kind: 'barred', bar: { person, target: team.targets[0] ?? '', why: 'objection', source: 'letter' } },
      ])
      if (answer.kind !== 'repaired') throw new Error(answer.en)
      const plan = answer.writePlan()
      expect(verifyPlan(answer.problem, plan).breaches).toEqual([])
      expect(answer.moved).toBe(2)
      expect(answer.proof).toMatchObject({ isFewest: true })
    }
  })

  it('swaps two people where nobody is in reserve, and says that no replacement was left', async () => {
    const problem = tianjinPooled(2, 112)
    const older = await planOf(problem)
    const [team] = older.teams
    const person = team?.members[3]?.person ?? ''
    const answer = prepareRepair(
      problem,
      older,
    )([
      {
        kind: 'tie',
        tie: {
          a: person,
          b: problem.targets.find((own) => own.id === team?.targets[0])?.insiders[0] ?? '',
          kind: 'kinship',
          strength: 1000,
          source: 'late',
        },
      },
    ])
    if (answer.kind !== 'repaired') throw new Error(answer.en)
    expect(verifyPlan(answer.problem, answer.writePlan()).breaches).toEqual([])
    expect(answer.changes).toHaveLength(2)
    expect(answer.changes.every(({ from, to }) => from !== null && to !== null)).toBe(true)
    expect(answer.proof.exhausted.map(({ en }) => en)).toContain('one replaced: nobody in reserve can')
  })

  it('moves nobody where the fact bars nothing', async () => {
    const problem = tianjinPooled(1, 130)
    const older = await planOf(problem)
    const repair = prepareRepair(problem, older)
    expect(repair([{ kind: 'tie', tie: { a: 'p1', b: 'nobody', kind: 'study', strength: 300, source: 'late' } }])).toMatchObject({
      kind: 'repaired',
      moved: 0,
      changes: [],
    })
  })
})
