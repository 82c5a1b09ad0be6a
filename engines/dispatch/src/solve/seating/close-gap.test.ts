import { expect, it } from 'vitest'
import { randomFrom } from '../anneal/random.ts'
import { compileInstance } from '../compile/instance.ts'
import { loadSolver } from '../exact/highs.ts'
import { openLayout } from '../layout/layout.ts'
import { listOptions } from '../layout/options.ts'
import { createMeter } from '../meter.ts'
import { SEED } from '../testing/sample-problem.ts'
import { scarceRound } from '../testing/scarce-round.ts'
import { listByWorth, priceOut, roundOff } from './close-gap.ts'
import type { Aim } from './priced.ts'
import { prepareSeating } from './seating.ts'
import { FROM_NOTHING, mend } from './seat-validly.ts'
import { settle, settleAgain } from './settle.ts'
import { reachOf } from './reach.ts'
import { unitsIn } from './units.ts'

it('the relaxation rounded off and mended keeps every rule, and annealed again is within a hundredth of what is proven', async () => {
  const highs = await loadSolver()
  for (const number of [1, 2]) {
    const instance = compileInstance(scarceRound(number))
    const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
    const places = layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
    const seating = prepareSeating(instance, places, 0, null)
    const meter = createMeter(10_000_000, undefined)
    const always = () => true
    const settled =
      seating === null
        ? null
        : settle(seating, FROM_NOTHING, { seed: SEED, meter, canBe: always, mustFind: true, onBetter: () => undefined })
    if (seating === null || settled === null) throw new Error('the round has no plan')
    const aim: Aim = { of: 'travel', weigh: seating.travelAt, stands: { exposure: 0, facts: 0 } }
    const priced = priceOut(highs, seating, aim, settled.seats, meter)
    if (priced === null) throw new Error('the relaxation has no optimum')
    const seats = roundOff(seating, priced)
    expect(mend(seating, seats, randomFrom(SEED), meter, reachOf(seating, 250, 8))).toBe(true)
    const unitsOf = unitsIn(seating, seats)
    expect(places.reduce((sum, _, t) => sum + unitsOf(t, -1, -1, 0), 0)).toBe(0)
    const warmth = { hot: 1 / 4, seats: 700, rounds: 4 }
    const looks = listByWorth(seating, priced, 'travel')
    const { cost } = settleAgain(seating, settled, randomFrom(SEED), meter, looks, warmth, () => undefined, seats)
    const bound = priced.proof.value / priced.prices.scale
    expect(cost).toBeGreaterThanOrEqual(bound)
    expect(cost).toBeLessThan(1.01 * bound)
  }
})
