// Small rotations with every rule now and then in force, and the most rounds that trying everything finds.
import { below, type Random } from '../../solve/anneal/random.ts'
import { randomOf } from '../../solve/testing/sample-problem.ts'
import type { RotationProblem } from '../problem.ts'
import { members, rotation } from './sample-rotation.ts'

export function randomRotation(number: number, sizes: readonly [number, number]): RotationProblem {
  const random: Random = randomOf(number)
  const chance = (of: number): boolean => below(random, of) === 0
  const pick = <T>(list: readonly T[]): T => list[below(random, list.length)] as T
  const size = sizes[0] + below(random, sizes[1] - sizes[0] + 1)
  const everybody = members(size)
  const code = (): string => pick(everybody).code
  const rounds = ['r1', 'r2', 'r3'].slice(0, below(random, 4))
  const repeatRounds = pick([null, null, 0, 1, 2])
  const shift = 1 + below(random, size - 1)
  return rotation({
    members: chance(5) ? everybody.map((member, k) => ({ ...member, zone: k < 3 ? 'a' : 'b' })) : everybody,
    wanted: 1 + below(random, 4),
    rounds,
    rules: {
      ...(chance(2) ? { noSwap: chance(2) } : {}),
      ...(chance(2) ? { again: pick(['bar', 'prefer', 'off'] as const) } : {}),
      ...(chance(2) ? { reversal: pick(['bar', 'prefer', 'off'] as const) } : {}),
      ...(chance(2) ? { repeatRounds } : {}),
    },
    barred: Array.from({ length: chance(2) ? below(random, 5) : 0 }, () => ({
      home: code(),
      host: code(),
      why: 'w',
      source: 's',
    })),
    dispatched: rounds.flatMap((round, k) =>
      everybody.flatMap(({ code: home }, a) =>
        chance(4) ? [] : [{ round, home, host: everybody[(a + shift + k) % size]?.code ?? '' }],
      ),
    ),
    travel: chance(2)
      ? everybody.flatMap((a) => everybody.map((b): [string, string, number] => [a.code, b.code, below(random, 50)]))
      : [],
  })
}
