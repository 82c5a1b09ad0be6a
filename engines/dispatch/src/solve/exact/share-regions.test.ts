import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyPlan } from '../../verify/index.ts'
import { below } from '../anneal/random.ts'
import { compileInstance } from '../compile/instance.ts'
import { divideRegions } from '../layout/divide-regions.ts'
import { openLayout } from '../layout/layout.ts'
import { listOptions } from '../layout/options.ts'
import { createMeter } from '../meter.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { BAOSHAN, person, problem, randomOf, regionsOf, SEED, target, team } from '../testing/sample-problem.ts'
import { EFFORTS } from '../../efforts.ts'
import type { Problem } from '../../problem.ts'
import { loadSolver } from './highs.ts'
import { shareRegions } from './share-regions.ts'

/** Five teams of two that may go to any of three regions with two or three targets each. */
function openRound(number: number): Problem {
  const random = randomOf(number)
  const places = BAOSHAN.slice(0, 3)
  return problem({
    rules: { mode: 'pooled', minSenior: below(random, 2) },
    regions: regionsOf([...BAOSHAN]).map((region) => ({ ...region, at: [below(random, 90), below(random, 90)] as const })),
    people: Array.from({ length: 16 }, (_, i) =>
      person(`p${i}`, BAOSHAN[below(random, 5)]?.code ?? '', {
        roles: i % 2 === 0 ? ['leader', 'member'] : ['member'],
        experience: below(random, 2) === 0 ? 'senior' : 'ordinary',
        skills: below(random, 2) === 0 ? ['audit'] : [],
        unverified: below(random, 5) === 0 ? ['native'] : [],
      }),
    ),
    teams: Array.from({ length: 5 }, (_, t) => team(`t${t}`, ['leader', 'member'])),
    targets: places.flatMap(({ code }, r) =>
      Array.from({ length: 2 + below(random, 2) }, (_, k) =>
        target(`u${r}-${k}`, `${code}101${201 + k}`, {
          workload: 4 + below(random, 6),
          needs: below(random, 3) === 0 ? ['audit'] : [],
          insiders: [`o${r}-${k}`],
        }),
      ),
    ),
    ties: Array.from({ length: 6 }, () => ({
      a: `p${below(random, 16)}`,
      b: `o${below(random, 3)}-${below(random, 2)}`,
      kind: 'work',
      strength: below(random, 2) === 0 ? 300 : 700,
      source: 'declared',
    })),
    apart: [['p0', 'p1']],
  })
}

it('the best shares of regions are no longer than the best plan, often as long, and give every team targets of its own', async () => {
  const highs = await loadSolver()
  let [rounds, tight] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (number) => {
      const round = openRound(number)
      const instance = compileInstance(round)
      const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
      fc.pre(layout.canAllWork)
      const answer = await planDispatch(round, { seed: SEED, effort: EFFORTS.quick })
      if (answer.kind !== 'plan' || !answer.proven) return
      const { plan } = answer
      expect(verifyPlan(round, plan).breaches).toEqual([])
      const { objective } = plan
      const meter = createMeter(10_000_000, undefined)
      const shares = shareRegions(highs, instance, layout, objective.totalExposure === 0, objective, meter)
      if (shares === null) throw new Error('the regions have no shares')
      rounds++
      expect(shares.travel).toBeLessThanOrEqual(objective.travel)
      if (shares.travel > 0.95 * objective.travel) tight++
      const places = divideRegions(instance, layout, shares.counts, objective.workloadSpread)
      const taken = (places ?? []).flatMap(({ targets }) => targets)
      if (places === null) return
      expect([...taken].sort((a, b) => a - b)).toEqual(round.targets.map((_, d) => d))
      const loads = places.map(({ targets }) => targets.reduce((sum, d) => sum + (round.targets[d]?.workload ?? 0), 0))
      expect(Math.min(...loads)).toBeGreaterThan(0)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(objective.workloadSpread)
    }),
    { numRuns: 40, seed: 20261128 },
  )
  expect(rounds).toBeGreaterThan(20)
  expect(tight).toBeGreaterThan(rounds / 3)
}, 120_000)
