import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyPlan } from '../../verify/index.ts'
import { compileInstance, type Instance } from '../compile/instance.ts'
import { loadSolver } from '../exact/highs.ts'
import { openLayout } from '../layout/layout.ts'
import { listOptions } from '../layout/options.ts'
import { createMeter } from '../meter.ts'
import type { FixedLayout } from '../anneal/field.ts'
import type { Problem } from '../../problem.ts'
import { bestByBruteForce } from '../testing/brute-force.ts'
import { SEED } from '../testing/sample-problem.ts'
import { tinyProblem } from '../testing/tiny-problem.ts'
import { writePlan } from '../write-plan.ts'
import { seatPeople, type SeatedPlan } from './seat-people.ts'

/** The tiny round with a host for every team: what is left to choose is people. */
function withHosts(problem: Problem): Problem {
  const hosts = [...new Set(problem.targets.map((target) => target.region.slice(0, 6)))].slice(0, problem.teams.length)
  return {
    ...problem,
    rules: { ...problem.rules, recusalLevel: 'county', homeLevel: 'county', hostPerTeam: true },
    teams: problem.teams.slice(0, hosts.length).map((team, t) => ({ ...team, host: hosts[t] ?? null })),
    targets: problem.targets.filter((target) => hosts.includes(target.region.slice(0, 6))),
    pins: problem.pins.filter((pin) => pin.team === 't0'),
    barred: problem.barred.filter((bar) =>
      hosts.includes(problem.targets.find(({ id }) => id === bar.target)?.region.slice(0, 6) ?? ''),
    ),
    waivers: problem.waivers.filter((own) =>
      hosts.includes(problem.targets.find(({ id }) => id === own.target)?.region.slice(0, 6) ?? ''),
    ),
  }
}

function placesOf(instance: Instance): FixedLayout | null {
  const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
  if (!layout.isFixed || layout.uncovered.length > 0) return null
  return layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
}

async function seat(instance: Instance, places: FixedLayout): Promise<SeatedPlan | null | undefined> {
  return seatPeople(await loadSolver(), instance, places, true, SEED, createMeter(1_000_000, undefined), null)
}

it('on tiny rounds with given places seating by sets reaches the best plan, and proves no more than is true', async () => {
  let [plans, proven, exposed] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10_000_000 }), async (number) => {
      const problem = withHosts(tinyProblem(number))
      const instance = compileInstance(problem)
      const places = placesOf(instance)
      const seated = places === null ? undefined : await seat(instance, places)
      if (seated === undefined) return
      const best = bestByBruteForce(problem, true)
      if (seated === null) {
        expect(best).toBeNull()
        return
      }
      const { bounds, certificates } = seated
      const plan = writePlan(instance, seated.plan, { seed: SEED, effort: 1, bounds, certificates })
      expect(verifyPlan(problem, plan).breaches).toEqual([])
      expect(plan.objective).toEqual(best)
      plans++
      if (Object.entries(plan.bound).every(([level, value]) => value === plan.objective[level as 'travel'])) proven++
      if (plan.objective.totalExposure > 0) exposed++
    }),
    { numRuns: 400, seed: 20261127 },
  )
  expect(plans).toBeGreaterThan(60)
  expect(proven).toBeGreaterThan(plans / 2)
  expect(exposed).toBeGreaterThan(5)
}, 240_000)
