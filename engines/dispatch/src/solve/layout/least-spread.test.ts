import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileInstance } from '../compile/instance.ts'
import { BAOSHAN, person, problem, regionsOf, target, team } from '../testing/sample-problem.ts'
import type { Problem } from '../../problem.ts'
import { openLayout, type Layout } from './layout.ts'
import { leastSpread } from './least-spread.ts'
import { listOptions } from './options.ts'

/** Workloads by region, and how many teams may go anywhere. */
function roundOf(loads: readonly (readonly number[])[], teams: number): Problem {
  return problem({
    rules: { mode: 'pooled' },
    regions: regionsOf([...BAOSHAN]),
    people: BAOSHAN.map(({ code }) => person(code, code)),
    teams: Array.from({ length: teams }, (_, t) => team(`t${t}`, ['leader'])),
    targets: loads.flatMap((own, r) =>
      own.map((workload, k) => target(`u${r}-${k}`, `${BAOSHAN[r]?.code ?? ''}101${201 + k}`, { workload })),
    ),
  })
}

function boundOf(round: Problem): { readonly layout: Layout; readonly least: number } {
  const instance = compileInstance(round)
  const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
  return { layout, least: leastSpread(instance, layout) }
}

/** Every way of giving each target to a team that has none elsewhere, each team some. */
function leastByTrying(loads: readonly (readonly number[])[], teams: number): number {
  const targets = loads.flatMap((own, region) => own.map((load) => ({ region, load })))
  const at = Array.from({ length: teams }, () => ({ region: -1, load: 0 }))
  const tryFrom = (d: number): number => {
    const next = targets[d]
    if (next === undefined) {
      const sums = at.map(({ load }) => load)
      return sums.includes(0) ? Infinity : Math.max(...sums) - Math.min(...sums)
    }
    let least = Infinity
    for (const own of at) {
      if (own.region !== -1 && own.region !== next.region) continue
      const before = { ...own }
      Object.assign(own, { region: next.region, load: own.load + next.load })
      least = Math.min(least, tryFrom(d + 1))
      Object.assign(own, before)
      if (own.region === -1) break
    }
    return least
  }
  return tryFrom(0)
}

it('where more teams than regions share them, the bound on the spread is the least that any division reaches', () => {
  const loads = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 3,
  })
  let uneven = 0
  fc.assert(
    fc.property(loads, fc.integer({ min: 1, max: 3 }), (own, more) => {
      const teams = own.length + more
      fc.pre(own.flat().length >= teams)
      const { layout, least } = boundOf(roundOf(own, teams))
      expect(layout.isFixed).toBe(false)
      expect(least).toBe(leastByTrying(own, teams))
      if (least > 0) uneven++
    }),
    { numRuns: 150, seed: 20261128 },
  )
  expect(uneven).toBeGreaterThan(20)
})

it('of a region with many targets only totals are argued with, and never too much', () => {
  expect(boundOf(roundOf([Array.from({ length: 30 }, () => 4), [100]], 5)).least).toBeLessThanOrEqual(72)
  expect(boundOf(roundOf([Array.from({ length: 30 }, () => 4), [100]], 5)).least).toBeGreaterThan(0)
})
