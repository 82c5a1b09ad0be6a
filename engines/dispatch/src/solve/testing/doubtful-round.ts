// A city's round in which no plan is free of doubt.
import type { Problem } from '../../problem.ts'
import { below } from '../anneal/random.ts'
import { cityRound } from './city-round.ts'
import { randomOf } from './sample-problem.ts'

/** A third of all postings and ties are unconfirmed; everybody who may lead knows somebody at the targets whose number `every` divides; 0: at none. */
export function doubtfulRound(number: number, every: number): Problem {
  const round = cityRound(number)
  const random = randomOf(number + 100)
  const isOpen = (): boolean => below(random, 3) === 0
  const exposing = round.targets.filter((_, d) => every > 0 && d % every === 0)
  const leaders = round.people.filter(({ roles }) => roles.includes('leader'))
  // each knows somebody of his own there: through one whom all know, everybody would be exposed everywhere
  const insider = (id: string, target: string): string => `o-${target}-${id}`
  return {
    ...round,
    people: round.people.map((person) => ({
      ...person,
      unverified: [...(isOpen() ? ['postings' as const] : []), ...(isOpen() ? ['ties' as const] : [])],
    })),
    targets: round.targets.map((target) =>
      exposing.includes(target)
        ? { ...target, insiders: [...target.insiders, ...leaders.map(({ id }) => insider(id, target.id))] }
        : target,
    ),
    ties: [
      ...round.ties,
      ...leaders.flatMap(({ id }) =>
        exposing.map((target) => ({
          a: id,
          b: insider(id, target.id),
          kind: 'work',
          strength: 100 + below(random, 350),
          source: 'declared',
        })),
      ),
    ],
  }
}
