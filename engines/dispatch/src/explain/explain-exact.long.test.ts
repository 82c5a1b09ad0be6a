// What an explanation states is held against all plans of a tiny round, one by one.
import { expect, it } from 'vitest'
import { LEVELS, type Objective, type Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { resolveRules } from '../rules.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'
import { allPlans } from '../solve/testing/brute-force.ts'
import { SEED } from '../solve/testing/sample-problem.ts'
import { tinyProblem } from '../solve/testing/tiny-problem.ts'
import { measurePlan, verifyPlan } from '../verify/index.ts'
import { explainPlacement } from './explain-placement.ts'

interface Valid {
  readonly plan: Plan
  readonly objective: Objective
}

function validPlans(problem: Problem): readonly Valid[] {
  const found: Valid[] = []
  for (const plan of allPlans(problem)) {
    const objective = measurePlan(problem, plan)
    if (verifyPlan(problem, { ...plan, objective }).isValid) found.push({ plan, objective })
  }
  return found
}

function least(plans: readonly Valid[]): Objective | null {
  const working = plans.filter(({ plan }) => plan.teams.every((team) => team.targets.length > 0))
  const compared = (working.length > 0 ? working : plans).toSorted((a, b) => {
    const level = LEVELS.find((each) => a.objective[each] !== b.objective[each])
    return level === undefined ? 0 : a.objective[level] - b.objective[level]
  })
  return compared[0]?.objective ?? null
}

const teamOf = (plan: Plan, person: string) => plan.teams.find(({ members }) => members.some((own) => own.person === person))

/** All plans with the person in the team; or, where he serves in it, those that keep him away from every target at its host. */
function plansWith(problem: Problem, all: readonly Valid[], plan: Plan, person: string, team: string): readonly Valid[] {
  const own = plan.teams.find(({ id }) => id === team)
  if (teamOf(plan, person)?.id !== team) return all.filter((each) => teamOf(each.plan, person)?.id === team)
  const host = resolveRules(problem.rules).hostPerTeam ? (own?.host ?? null) : null
  const kept = problem.targets.filter(({ id, region }) => (host === null ? own?.targets.includes(id) : region.startsWith(host)))
  return all.filter((each) => !teamOf(each.plan, person)?.targets.some((target) => kept.some(({ id }) => id === target)))
}

it('for every person and team of tiny rounds, what would change is what trying all plans finds', async () => {
  const seen = { asked: 0, here: 0, elsewhere: 0, impossible: 0, dearer: 0 }
  for (let number = 1; number < 400 && seen.asked < 100; number++) {
    const problem = tinyProblem(number)
    // a pin is given up for the question, so that the plans of the round are not those of the question
    if (problem.pins.length > 0 || problem.teams.length > 2) continue
    const answer = await planDispatch(problem, { seed: SEED, effort: 1_000_000 })
    if (answer.kind === 'no-plan') continue
    const all = validPlans(problem)
    expect(least(all)).toEqual(answer.plan.objective)
    for (const person of problem.people) {
      for (const team of problem.teams) {
        const said = await explainPlacement(problem, answer.plan, person.id, team.id, { seed: SEED, effort: 1_000_000 })
        if (said.kind === 'unknown') throw new Error('somebody of the problem is unknown')
        const truth = least(plansWith(problem, all, answer.plan, person.id, team.id))
        const what = `${number}: ${person.id} in ${team.id}`
        seen.asked++
        if (truth === null) {
          expect(said.whatIf.kind, what).toBe('impossible')
          seen.impossible++
          continue
        }
        if (said.whatIf.kind !== 'possible') throw new Error(`${what} is possible`)
        const stated = said.whatIf.bestPrice ?? said.whatIf.price
        const differences = LEVELS.map((level) => truth[level] - answer.plan.objective[level])
        expect(
          LEVELS.map((level) => stated[level]),
          what,
        ).toEqual(differences)
        expect(said.whatIf.isLeast, what).toBe(true)
        expect(
          LEVELS.map((level) => said.whatIf.kind === 'possible' && said.whatIf.floor[level]),
          what,
        ).toEqual(differences)
        seen[said.whatIf.change]++
        if (differences.some((by) => by !== 0)) seen.dearer++
      }
    }
  }
  expect(seen.asked).toBeGreaterThanOrEqual(100)
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5)
})
