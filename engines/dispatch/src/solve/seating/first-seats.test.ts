import { expect, it } from 'vitest'
import { compileInstance } from '../compile/instance.ts'
import { openLayout } from '../layout/layout.ts'
import { listOptions } from '../layout/options.ts'
import { scarceRound } from '../testing/scarce-round.ts'
import { firstSeats } from './first-seats.ts'
import { prepareSeating } from './seating.ts'
import { unitsIn } from './units.ts'

it('people with what is scarce are kept for the teams that ask for it: the first seating breaks no count', () => {
  for (const number of [1, 2, 3, 4, 5]) {
    const instance = compileInstance(scarceRound(number))
    const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
    const places = layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
    const seating = prepareSeating(instance, places, 0, null)
    if (seating === null) throw new Error('the round is beyond counting')
    const seats = firstSeats(seating, [], Int32Array.from(places.keys()))
    const unitsOf = unitsIn(seating, seats)
    expect(places.reduce((sum, _, t) => sum + unitsOf(t, -1, -1, 0), 0)).toBe(0)
  }
})
