import { expect, it } from 'vitest'
import { below } from '../anneal/random.ts'
import { compileInstance } from '../compile/instance.ts'
import { openLayout } from '../layout/layout.ts'
import { listOptions } from '../layout/options.ts'
import { person, problem, randomOf, target, team } from '../testing/sample-problem.ts'
import { firstSeats } from './first-seats.ts'
import { prepareSeating } from './seating.ts'
import { unitsIn } from './units.ts'

/** 50 teams of 4 that need two seniors each, and 105 seniors among 250 people. */
function scarceRound(number: number) {
  const random = randomOf(number)
  const codes = Array.from({ length: 50 }, (_, k) => `37${String(11 + Math.floor(k / 9))}0${1 + (k % 9)}`)
  return problem({
    rules: { mode: 'pooled', minSenior: 2 },
    regions: codes.map((code) => ({ code, name: code, at: [below(random, 300), below(random, 300)] })),
    people: Array.from({ length: 250 }, (_, i) =>
      person(`p${i}`, codes[below(random, 50)] ?? '', {
        roles: i % 2 === 0 ? ['leader', 'member'] : ['member'],
        experience: i < 105 ? 'senior' : 'ordinary',
      }),
    ),
    teams: codes.map((host, t) => ({ ...team(`t${t}`, ['leader', 'member', 'member', 'member']), host })),
    targets: codes.map((host, d) => target(`u${d}`, `${host}101201`, { workload: 5 })),
  })
}

it('people with what is scarce are kept for the teams that ask for it: the first seating breaks no count', () => {
  for (const number of [1, 2, 3, 4, 5]) {
    const instance = compileInstance(scarceRound(number))
    const layout = openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, 'teams')
    const places = layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
    const seating = prepareSeating(instance, places, 0, null)
    if (seating === null) throw new Error('the round is beyond counting')
    const seats = firstSeats(seating, null, Int32Array.from(places.keys()))
    const unitsOf = unitsIn(seating, seats)
    expect(places.reduce((sum, _, t) => sum + unitsOf(t, -1, -1, 0), 0)).toBe(0)
  }
})
