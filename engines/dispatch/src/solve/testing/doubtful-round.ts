// A city's round in which no plan is free of doubt.
import type { Problem } from '../../problem.ts'
import { below } from '../anneal/random.ts'
import { cityRound } from './city-round.ts'
import { randomOf } from './sample-problem.ts'

/** The round of a city where a third of all postings and ties are unconfirmed, and everybody who may lead knows somebody at every target whose number `every` divides; 0: at none. */
export function doubtfulRound(number: number, every: number): Problem {
  const round = cityRound(number)
  const random = randomOf(number + 100)
  const isOpen = (): boolean => below(random, 3) === 0
  return {
    ...round,
    people: round.people.map((person) => ({
      ...person,
      unverified: [...(isOpen() ? ['postings' as const] : []), ...(isOpen() ? ['ties' as const] : [])],
    })),
    ties: [
      ...round.ties,
      ...round.people
        .filter(({ roles }) => roles.includes('leader'))
        .flatMap(({ id }) =>
          round.targets
            .filter((_, d) => every > 0 && d % every === 0)
            .map((_, at) => ({
              a: id,
              b: `o${every * at}`,
              kind: 'work',
              strength: 100 + below(random, 350),
              source: 'declared',
            })),
        ),
    ],
  }
}
